import { randomUUID } from 'node:crypto';
import type {
  NotificationRecord,
  NotificationStore,
  WantedNotification,
} from '../../activities/ports/store.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';
import type { Notification } from '../generated/client.ts';

/** In one message; more are for the next. */
const mostCollected = 400;

export function createNotificationStore(db: Database): NotificationStore {
  const moveOne: NotificationStore['move'] = async (id, from, to, detail) => {
    const { count } = await db.notification.updateMany({
      where: { id, state: from },
      data: { ...detail, state: to },
    });
    return count === 1;
  };
  const store: NotificationStore = {
    queue: async (records) => {
      if (records.length === 0) return [];
      const keys = [...new Set(records.map(({ key }) => key))];
      const readStored = async () => {
        const stored = await db.notification.findMany({ where: { key: { in: keys } } });
        return new Map(stored.map((row) => [row.key, recordOf(row)]));
      };
      let byKey = await readStored();
      const taken = new Set(byKey.keys());
      const queued = records.filter(({ key }) => !taken.has(key) && taken.add(key)).map(queuedOf);
      try {
        if (queued.length > 0) await db.notification.createMany({ data: queued.map(rowOf) });
        for (const record of queued) byKey.set(record.key, record);
      } catch (error) {
        // Another attempt queued some of them at the same time. One statement writes all or nothing.
        if (!isUniqueViolation(error)) throw error;
        byKey = await readStored();
        if (keys.some((key) => !byKey.has(key))) return store.queue(records);
      }
      return records.flatMap(({ key }) => byKey.get(key) ?? []);
    },

    find: async (id) => {
      const stored = await db.notification.findUnique({ where: { id } });
      return stored && recordOf(stored);
    },

    move: moveOne,

    moveAll: async ([id, ...others], from, to, detail) => {
      if (id === undefined) return true;
      // Most messages stand for one record, which needs no transaction.
      if (others.length === 0) return moveOne(id, from, to, detail);
      const ids = [id, ...others];
      return db.$transaction(async (tx) => {
        const which = { id: { in: ids }, state: from };
        if ((await tx.notification.count({ where: which })) !== ids.length) return false;
        await tx.notification.updateMany({ where: which, data: { ...detail, state: to } });
        return true;
      });
    },

    collectedFor: async (identityId) => {
      const stored = await db.notification.findMany({
        where: { identityId, collected: true, state: { in: ['queued', 'sending'] } },
        orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
        take: mostCollected,
      });
      return stored.map(recordOf);
    },

    listForEnrollment: async (enrollmentId) => {
      const stored = await db.notification.findMany({
        where: { enrollmentId },
        orderBy: [{ createdAt: 'asc' }, { key: 'asc' }],
      });
      return stored.map(recordOf);
    },
  };
  return store;
}

const queuedOf = (wanted: WantedNotification): NotificationRecord => {
  const { key, kind, enrollmentId, identityId, channel, data, collected = false } = wanted;
  const id = randomUUID();
  const fresh = { state: 'queued', externalMessageId: null, error: null } as const;
  return { id, key, kind, enrollmentId, identityId, channel, data, collected, ...fresh };
};

const rowOf = ({ data, ...record }: NotificationRecord) => ({ ...record, data: JSON.stringify(data) });

function recordOf(stored: Notification): NotificationRecord {
  return {
    id: stored.id,
    key: stored.key,
    kind: stored.kind as NotificationRecord['kind'],
    enrollmentId: stored.enrollmentId,
    identityId: stored.identityId,
    channel: stored.channel,
    state: stored.state as NotificationRecord['state'],
    data: JSON.parse(stored.data) as NotificationRecord['data'],
    externalMessageId: stored.externalMessageId,
    error: stored.error,
    collected: stored.collected,
  };
}

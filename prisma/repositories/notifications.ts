import { randomUUID } from 'node:crypto';
import type { NotificationRecord, NotificationStore } from '../../activities/ports/store.ts';
import type { Database } from '../client.ts';
import type { Notification } from '../generated/client.ts';

/** In one message; more are for the next. */
const mostCollected = 400;

export function createNotificationStore(db: Database): NotificationStore {
  return {
    queue: async (records) => {
      if (records.length === 0) return [];
      const keys = [...new Set(records.map(({ key }) => key))];
      const stored = await db.$transaction(async (tx) => {
        const known = await tx.notification.findMany({ where: { key: { in: keys } }, select: { key: true } });
        const taken = new Set(known.map(({ key }) => key));
        const added = records.filter(({ key }) => !taken.has(key) && taken.add(key));
        if (added.length > 0)
          await tx.notification.createMany({
            data: added.map(({ key, kind, enrollmentId, identityId, channel, data, collected = false }) => ({
              ...{ id: randomUUID(), key, kind, enrollmentId, identityId, channel, collected },
              state: 'queued',
              data: JSON.stringify(data),
            })),
          });
        return tx.notification.findMany({ where: { key: { in: keys } } });
      });
      const byKey = new Map(stored.map((row) => [row.key, recordOf(row)]));
      return records.flatMap(({ key }) => byKey.get(key) ?? []);
    },

    find: async (id) => {
      const stored = await db.notification.findUnique({ where: { id } });
      return stored && recordOf(stored);
    },

    move: async (id, from, to, detail) => {
      const { count } = await db.notification.updateMany({
        where: { id, state: from },
        data: { ...detail, state: to },
      });
      return count === 1;
    },

    moveAll: async (ids, from, to, detail) =>
      db.$transaction(async (tx) => {
        const which = { id: { in: ids }, state: from };
        if ((await tx.notification.count({ where: which })) !== ids.length) return false;
        await tx.notification.updateMany({ where: which, data: { ...detail, state: to } });
        return true;
      }),

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
}

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

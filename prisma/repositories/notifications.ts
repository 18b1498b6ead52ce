import { randomUUID } from 'node:crypto';
import type { NotificationRecord, NotificationStore } from '../../activities/ports/store.ts';
import type { Database } from '../client.ts';
import type { Notification } from '../generated/client.ts';

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
            data: added.map(({ key, kind, enrollmentId, identityId, channel, data }) => ({
              ...{ id: randomUUID(), key, kind, enrollmentId, identityId, channel },
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
  };
}

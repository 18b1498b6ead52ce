import type { CannedReplyStore } from '../../activities/ports/console-tickets.ts';
import type { Database } from '../client.ts';

const shown = { id: true, title: true, text: true, version: true } as const;

export function createCannedReplyStore(db: Database): CannedReplyStore {
  return {
    list: () => db.cannedReply.findMany({ select: shown, orderBy: [{ title: 'asc' }, { id: 'asc' }] }),

    add: ({ title, text }, { staffId, at }) =>
      db.cannedReply.create({ data: { title, text, changedBy: staffId, changedAt: at }, select: shown }),

    change: async ({ id, version, title, text }, { staffId, at }) => {
      const { count } = await db.cannedReply.updateMany({
        where: { id, version },
        data: { title, text, changedBy: staffId, changedAt: at, version: { increment: 1 } },
      });
      return count === 1;
    },

    remove: async ({ id, version }) =>
      (await db.cannedReply.deleteMany({ where: { id, version } })).count === 1,
  };
}

import type { FirmViewQuery, FirmViewStore } from '../../activities/ports/firm-views.ts';
import type { Database } from '../client.ts';

const shown = { id: true, name: true, query: true, holderId: true, madeBy: true, version: true } as const;

export function createFirmViewStore(db: Database): FirmViewStore {
  return {
    of: async (staffId) => {
      const stored = await db.firmView.findMany({
        where: { OR: [{ holderId: staffId }, { holderId: null }] },
        ...{ select: shown, orderBy: [{ name: 'asc' }, { id: 'asc' }] },
      });
      return stored.map(({ query, ...view }) => ({ ...view, query: JSON.parse(query) as FirmViewQuery }));
    },

    add: ({ name, query, holderId }, { staffId, at }) =>
      db.firmView.create({
        data: {
          ...{ name, query: JSON.stringify(query), holderId },
          ...{ madeBy: staffId, changedBy: staffId, changedAt: at },
        },
        select: { id: true },
      }),

    change: async ({ id, version, name, query, holderId }, { staffId, at }) => {
      const { count } = await db.firmView.updateMany({
        where: { id, version },
        data: {
          ...{ name, query: JSON.stringify(query), holderId },
          ...{ changedBy: staffId, changedAt: at, version: { increment: 1 } },
        },
      });
      return count === 1;
    },

    remove: async ({ id, version }) => (await db.firmView.deleteMany({ where: { id, version } })).count === 1,
  };
}

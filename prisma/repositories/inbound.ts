import type { InboundStore } from '../../activities/ports/store.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';

const columns = { id: true, channel: true, externalId: true, payload: true } as const;

export function createInboundStore(db: Database): InboundStore {
  return {
    accept: async (channel, externalId, payload) => {
      try {
        return await db.inboundUpdate.create({ data: { channel, externalId, payload }, select: columns });
      } catch (error) {
        if (isUniqueViolation(error)) return null;
        throw error;
      }
    },

    markProcessed: async (id) => {
      // What people wrote is kept no longer than it is needed; the ID stays, so that a repeat is still known.
      await db.inboundUpdate.updateMany({
        where: { id, processedAt: null },
        data: { processedAt: new Date(), payload: '' },
      });
    },

    unprocessed: async (channel) =>
      db.inboundUpdate.findMany({
        where: { channel, processedAt: null },
        select: columns,
        orderBy: { id: 'asc' },
      }),

    isUnprocessed: async (id) =>
      (await db.inboundUpdate.findUnique({ where: { id, processedAt: null }, select: { id: true } })) !==
      null,
  };
}

import type { InboundStore, InboundUpdate } from '../../activities/ports/store.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

const columns = { id: true, channel: true, externalId: true, payload: true } as const;

/** Whoever has it says several times in it that it still does. */
const claimedForMs = 60_000;

/** `owner`: this process, also after it was started again. */
export function createInboundStore(db: Database, owner: string): InboundStore {
  const claimed = (forMs = claimedForMs) => ({
    claimedBy: owner,
    claimedUntil: new Date(Date.now() + forMs),
  });
  const free = ({ own }: { own: boolean }): Prisma.InboundUpdateWhereInput => ({
    OR: [
      { claimedBy: null },
      // Also under our own name: a claim that failed halfway told nobody what it had taken.
      { claimedUntil: { lt: new Date() } },
      ...(own ? [{ claimedBy: owner }] : []),
    ],
  });

  return {
    accept: async (channel, externalId, payload, forMs) => {
      try {
        return await db.inboundUpdate.create({
          data: { channel, externalId, payload, ...claimed(forMs) },
          select: columns,
        });
      } catch (error) {
        if (isUniqueViolation(error)) return null;
        throw error;
      }
    },

    markProcessed: async (id) => {
      // What people wrote is kept no longer than it is needed; the ID stays, so that a repeat is still known.
      await db.inboundUpdate.updateMany({
        where: { id, processedAt: null },
        data: { processedAt: new Date(), payload: '', claimedBy: null, claimedUntil: null },
      });
    },

    unprocessed: async (channel) =>
      db.inboundUpdate.findMany({
        where: { channel, processedAt: null },
        select: columns,
        orderBy: { id: 'asc' },
      }),

    claim: async (channel, { id, ...own }) => {
      const left = await db.inboundUpdate.findMany({
        where: { channel, processedAt: null, ...(id === undefined ? {} : { id }), ...free(own) },
        select: columns,
        orderBy: { id: 'asc' },
      });
      const taken: InboundUpdate[] = [];
      for (const update of left) {
        const { count } = await db.inboundUpdate.updateMany({
          where: { id: update.id, processedAt: null, ...free(own) },
          data: claimed(),
        });
        if (count === 1) taken.push(update);
      }
      return taken;
    },

    heldByOthers: async (channel) => {
      const held = await db.inboundUpdate.findMany({
        where: { channel, processedAt: null, claimedBy: { not: owner } },
        select: { ...columns, claimedUntil: true },
        orderBy: { id: 'asc' },
      });
      return held.map(({ claimedUntil, ...update }) => ({
        ...update,
        heldUntil: (claimedUntil ?? new Date(0)).toISOString(),
      }));
    },

    keep: async (ids) => {
      await db.inboundUpdate.updateMany({
        where: { id: { in: [...ids] }, processedAt: null, claimedBy: owner },
        data: claimed(),
      });
    },

    letGo: async (ids) => {
      await db.inboundUpdate.updateMany({
        where: { id: { in: [...ids] }, processedAt: null, claimedBy: owner },
        data: { claimedBy: null, claimedUntil: null },
      });
    },

    isUnprocessed: async (id) =>
      (await db.inboundUpdate.findUnique({ where: { id, processedAt: null }, select: { id: true } })) !==
      null,
  };
}

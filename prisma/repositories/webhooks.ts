import type { WebhookDelivery, WebhookStore } from '../../activities/ports/webhooks.ts';
import { deliveryStates, isDeliveryState } from '../../knowledge/webhooks/delivery-state.ts';
import type { DeliveryState } from '../../knowledge/webhooks/delivery-state.ts';
import type { Database, Queries } from '../client.ts';
import type { WebhookDelivery as Row } from '../generated/client.ts';

const noDeliveries = (): Record<DeliveryState, number> => ({
  ...{ waiting: 0, delivered: 0, failed: 0, cancelled: 0 },
});

export function createWebhookStore(db: Database): WebhookStore {
  return {
    add: async ({ name, url }) => {
      const told = { url, disabledAt: null };
      await db.webhookEndpoint.upsert({ where: { name }, create: { name, ...told }, update: told });
    },

    remove: async (name) => (await db.webhookEndpoint.deleteMany({ where: { name } })).count === 1,

    list: async () => {
      const stored = await db.webhookEndpoint.findMany({ orderBy: { name: 'asc' } });
      return stored.map(({ name, url, disabledAt }) => ({ name, url, disabledAt }));
    },

    counts: async () => {
      const groups = await db.webhookDelivery.groupBy({ by: ['endpoint', 'state'], _count: true });
      const counts = new Map<string, Record<DeliveryState, number>>();
      for (const { endpoint, state, _count } of groups) {
        const known = counts.get(endpoint) ?? noDeliveries();
        counts.set(endpoint, { ...known, [state]: _count });
      }
      return counts;
    },

    // The last attempt leaves behind when it would have been taken for lost.
    failedSince: async (since) => {
      const groups = await db.webhookDelivery.groupBy({
        by: ['endpoint'],
        where: { state: 'failed', nextAttemptAt: { gte: since } },
        _count: true,
      });
      return new Map(groups.map(({ endpoint, _count }) => [endpoint, _count]));
    },

    begin: async (endpoint, { now, until, limit }) =>
      db.$transaction(async (tx) => {
        const seqs = await dueSeqs(tx, endpoint, now, limit);
        if (seqs.length === 0) return [];
        const where = { seq: { in: seqs } };
        await tx.webhookDelivery.updateMany({
          where,
          data: { attempts: { increment: 1 }, nextAttemptAt: until },
        });
        return (await tx.webhookDelivery.findMany({ where, orderBy: { seq: 'asc' } })).map(deliveryOf);
      }),

    settle: async ({ seq, attempts }, end) => {
      const { lastAnswer } = end;
      const data =
        'retryAt' in end
          ? { lastAnswer, nextAttemptAt: end.retryAt }
          : { lastAnswer, state: end.state, deliveredAt: end.state === 'delivered' ? end.at : null };
      // An attempt that was taken for lost does not undo what the next one found.
      await db.webhookDelivery.updateMany({ where: { seq, attempts, state: 'waiting' }, data });
    },

    disable: async (name, now) =>
      db.$transaction(async (tx) => {
        await tx.webhookEndpoint.updateMany({ where: { name, disabledAt: null }, data: { disabledAt: now } });
        await tx.webhookDelivery.updateMany({
          where: { endpoint: name, state: 'waiting' },
          data: { state: 'cancelled' },
        });
      }),

    deliveries: async (where, limit) =>
      (await db.webhookDelivery.findMany({ where, orderBy: { seq: 'desc' }, take: limit })).map(deliveryOf),

    redeliver: async (endpoint, messageId) => {
      const which = messageId === null ? { state: { in: ['failed', 'cancelled'] } } : { messageId };
      const { count } = await db.webhookDelivery.updateMany({
        where: { endpoint, to: { disabledAt: null }, ...which },
        data: { state: 'waiting', attempts: 0, nextAttemptAt: null, deliveredAt: null },
      });
      return count;
    },

    forget: async (before, limit) => {
      const { count } = await db.webhookDelivery.deleteMany({
        where: {
          state: { in: deliveryStates.filter((state) => state !== 'waiting') },
          createdAt: { lt: before },
          OR: [{ nextAttemptAt: null }, { nextAttemptAt: { lt: before } }],
        },
        limit,
      });
      return count;
    },
  };
}

/** Of each enrollment only its oldest: the next one waits for it. */
async function dueSeqs(db: Queries, endpoint: string, now: string, limit: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ seq: number | bigint }[]>`
    SELECT d."seq" FROM "WebhookDelivery" d
    WHERE d."endpoint" = ${endpoint} AND d."state" = 'waiting'
      AND (d."nextAttemptAt" IS NULL OR d."nextAttemptAt" <= ${now})
      AND NOT EXISTS (
        SELECT 1 FROM "WebhookDelivery" e
        WHERE e."endpoint" = d."endpoint" AND e."state" = 'waiting'
          AND e."enrollmentId" = d."enrollmentId" AND e."seq" < d."seq")
    ORDER BY d."seq" LIMIT ${limit}`;
  return rows.map(({ seq }) => Number(seq));
}

const deliveryOf = (row: Row): WebhookDelivery => {
  const { seq, messageId, endpoint, enrollmentId, body, attempts, nextAttemptAt, lastAnswer, deliveredAt } =
    row;
  const state = isDeliveryState(row.state) ? row.state : 'waiting';
  return {
    ...{ seq, messageId, endpoint, enrollmentId, body, state },
    ...{ attempts, nextAttemptAt, lastAnswer, deliveredAt },
  };
};

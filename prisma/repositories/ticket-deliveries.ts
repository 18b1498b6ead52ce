import type { TicketStore } from '../../activities/ports/tickets.ts';
import type { Database, Queries } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { moveTicketClock } from './ticket-clock.ts';
import { dueOf } from './ticket-rows.ts';

type Deliveries = Pick<
  TicketStore,
  'due' | 'beginDelivery' | 'keepDelivery' | 'settleDelivery' | 'recoverDeliveries' | 'editByDesk'
>;

/** Whoever sends says several times in it that it still does. */
const claimedForMs = 2 * 60_000;

const ways = { asker: 'asker', staff: { not: 'asker' } } as const;
const wayOf = (to: string): keyof typeof ways => (to === 'asker' ? 'asker' : 'staff');
const withAll = { ticket: true, message: true } as const;

/** The outbox of tickets. */
export function createTicketDeliveries(db: Database, owner: string): Deliveries {
  return {
    due: async (limit, of) => {
      const rows = await db.ticketDelivery.findMany({
        where: {
          state: 'queued',
          ...(of === undefined ? {} : { to: ways[of.way] }),
          ...(of?.exceptTickets === undefined ? {} : { ticketId: { notIn: [...of.exceptTickets] } }),
        },
        include: withAll,
        orderBy: { id: 'asc' },
        take: limit,
      });
      return rows.map(dueOf);
    },

    beginDelivery: (id, forMs = claimedForMs) =>
      db.$transaction(async (tx) => {
        // A write first: a transaction that reads first may be refused its write.
        const { count } = await tx.ticketDelivery.updateMany({
          where: { id, state: 'queued' },
          data: {
            ...{ state: 'sending', tries: { increment: 1 }, changedAt: null },
            ...{ claimedBy: owner, claimedUntil: new Date(Date.now() + forMs) },
          },
        });
        if (count === 0) return null;
        const row = await tx.ticketDelivery.findUniqueOrThrow({ where: { id }, include: withAll });
        const { ticketId, to } = row;
        const others = { ticketId, to: ways[wayOf(to)], state: 'sending', NOT: { id } };
        if ((await tx.ticketDelivery.count({ where: others })) === 0) return dueOf(row);
        await tx.ticketDelivery.update({
          where: { id },
          data: { state: 'queued', tries: { decrement: 1 }, claimedBy: null, claimedUntil: null },
        });
        return null;
      }),

    keepDelivery: async (id) => {
      await db.ticketDelivery.updateMany({
        where: { id, state: 'sending', claimedBy: owner },
        data: { claimedUntil: new Date(Date.now() + claimedForMs) },
      });
    },

    settleDelivery: (id, { then, ...end }) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.ticketDelivery.updateMany({
          where: { id, state: 'sending', claimedBy: owner },
          data: { ...end, claimedBy: null, claimedUntil: null },
        });
        if (count === 0) return;
        const { messageId, ticketId, to, changedAt } = await tx.ticketDelivery.findUniqueOrThrow({
          where: { id },
        });
        if (changedAt !== null) await sendAgain(tx, { id });
        // Of what goes out again something is to say once that has an end.
        else if (then !== undefined) await queue(tx, { messageId, ticketId, to: then });
        // Staff see what became of it.
        if (to === 'asker') await moveTicketClock(tx, [ticketId]);
      }),

    recoverDeliveries: () =>
      db.$transaction(async (tx) => {
        const left: Prisma.TicketDeliveryWhereInput = {
          state: 'sending',
          OR: [{ claimedUntil: null }, { claimedUntil: { lt: new Date() } }],
        };
        // What was edited since goes out with its new words.
        await sendAgain(tx, { ...left, to: 'asker', changedAt: { not: null } });
        const interrupted = await tx.ticketDelivery.findMany({
          where: { ...left, to: 'asker' },
          select: { id: true, messageId: true, ticketId: true },
        });
        for (const { id, messageId, ticketId } of interrupted) {
          await tx.ticketDelivery.update({
            where: { id },
            data: { state: 'unknown', error: 'interrupted', claimedUntil: null },
          });
          await queue(tx, { messageId, ticketId, to: 'report' });
        }
        // Staff may see it twice rather than not at all; a third time it is not tried.
        await tx.ticketDelivery.updateMany({
          where: { ...left, error: { not: null } },
          data: { state: 'unknown', claimedUntil: null },
        });
        await tx.ticketDelivery.updateMany({
          where: left,
          data: { state: 'queued', error: 'interrupted', claimedUntil: null },
        });
        if (interrupted.length > 0)
          await moveTicketClock(tx, [...new Set(interrupted.map(({ ticketId }) => ticketId))]);
      }),

    editByDesk: (deskMessageId, text, at) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.ticketMessage.updateMany({
          where: { deskMessageId, kind: 'text', author: 'staff', NOT: { text } },
          data: { text, editedAt: at },
        });
        const message = await tx.ticketMessage.findFirst({ where: { deskMessageId } });
        if (message === null) return null;
        if (count > 0) {
          const toAsker = { messageId: message.id, to: 'asker' };
          // What waits goes out with the new words; what is being sent, as soon as that has an end.
          await tx.ticketDelivery.updateMany({
            where: { ...toAsker, state: 'sending' },
            data: { changedAt: new Date() },
          });
          // What was sent is changed where it is. What failed, or may have, is sent: that is what they were changed for.
          await sendAgain(tx, { ...toAsker, state: { in: ['sent', 'failed', 'unknown'] } });
          // Whoever answers has to have seen it.
          await tx.ticket.update({ where: { id: message.ticketId }, data: { version: { increment: 1 } } });
          await moveTicketClock(tx, [message.ticketId]);
        }
        return { ticketId: message.ticketId };
      }),
  };
}

const sendAgain = (tx: Queries, where: Prisma.TicketDeliveryWhereInput): Promise<unknown> =>
  tx.ticketDelivery.updateMany({
    where,
    data: { state: 'queued', error: null, changedAt: null, claimedUntil: null },
  });

const queue = (
  tx: Queries,
  { messageId, ticketId, to }: { messageId: number; ticketId: number; to: string },
): Promise<unknown> =>
  tx.ticketDelivery.upsert({
    where: { messageId_to: { messageId, to } },
    create: { messageId, ticketId, to },
    update: { state: 'queued', error: null },
  });

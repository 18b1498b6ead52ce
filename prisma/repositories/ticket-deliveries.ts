import type { TicketStore } from '../../activities/ports/tickets.ts';
import type { Database } from '../client.ts';
import { deliveryOf, messageOf, ticketOf } from './ticket-rows.ts';

type Deliveries = Pick<
  TicketStore,
  'due' | 'beginDelivery' | 'settleDelivery' | 'recoverDeliveries' | 'editByDesk'
>;

/** The outbox of tickets. */
export function createTicketDeliveries(db: Database): Deliveries {
  return {
    due: async (limit) => {
      const rows = await db.ticketDelivery.findMany({
        where: { state: 'queued' },
        include: { ticket: true, message: true },
        orderBy: { id: 'asc' },
        take: limit,
      });
      return rows.map(({ ticket, message, ...row }) => ({
        ...deliveryOf(row),
        ticket: ticketOf(ticket),
        message: messageOf(message),
      }));
    },

    beginDelivery: async (id) => {
      const { count } = await db.ticketDelivery.updateMany({
        where: { id, state: 'queued' },
        data: { state: 'sending', tries: { increment: 1 } },
      });
      return count === 1;
    },

    settleDelivery: (id, { then, ...end }) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.ticketDelivery.updateMany({ where: { id, state: 'sending' }, data: end });
        if (count === 0 || then === undefined) return;
        const { messageId, ticketId } = await tx.ticketDelivery.findUniqueOrThrow({ where: { id } });
        await tx.ticketDelivery.upsert({
          where: { messageId_to: { messageId, to: then } },
          create: { messageId, ticketId, to: then },
          update: { state: 'queued', error: null },
        });
      }),

    recoverDeliveries: () =>
      db.$transaction(async (tx) => {
        const interrupted = await tx.ticketDelivery.findMany({
          where: { state: 'sending', to: 'asker' },
          select: { messageId: true, ticketId: true },
        });
        await tx.ticketDelivery.updateMany({
          where: { state: 'sending', to: 'asker' },
          data: { state: 'unknown', error: 'interrupted' },
        });
        for (const { messageId, ticketId } of interrupted) {
          await tx.ticketDelivery.upsert({
            where: { messageId_to: { messageId, to: 'report' } },
            create: { messageId, ticketId, to: 'report' },
            update: { state: 'queued' },
          });
        }
        // Staff may see it twice rather than not at all; a third time it is not tried.
        await tx.ticketDelivery.updateMany({
          where: { state: 'sending', error: { not: null } },
          data: { state: 'unknown' },
        });
        await tx.ticketDelivery.updateMany({
          where: { state: 'sending' },
          data: { state: 'queued', error: 'interrupted' },
        });
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
          // What waits goes out with the new words; what was sent is changed where it is.
          await tx.ticketDelivery.updateMany({
            where: { messageId: message.id, to: 'asker', state: 'sent' },
            data: { state: 'queued' },
          });
        }
        return { ticketId: message.ticketId };
      }),
  };
}

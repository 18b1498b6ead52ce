import type { NewTicketMessage, TicketStore } from '../../activities/ports/tickets.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database, Queries } from '../client.ts';
import { moveTicketClock } from './ticket-clock.ts';
import { createTicketDeliveries } from './ticket-deliveries.ts';
import { createTicketDesk } from './ticket-desk.ts';
import { deliveryOf, messageOf, newRows, ticketOf } from './ticket-rows.ts';

export function createTicketStore(db: Database, owner: string): TicketStore {
  const ofEvent: TicketStore['ofEvent'] = async (eventId) => {
    const message = await db.ticketMessage.findUnique({ where: { eventId }, include: { ticket: true } });
    return message && ticketOf(message.ticket);
  };

  return {
    ...createTicketDeliveries(db, owner),
    ...createTicketDesk(db),
    ofEvent,

    open: async ({ at, standing, ...ticket }, messages) => {
      try {
        return await db.$transaction(async (tx) => {
          const stored = await tx.ticket.create({
            data: { ...ticket, ...standing, openedAt: at, openKey: ticket.askerId },
          });
          await write(tx, stored.id, at, messages);
          await moveTicketClock(tx, [stored.id]);
          return ticketOf(stored);
        });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return null;
      }
    },

    find: async (id) => {
      const stored = await db.ticket.findUnique({ where: { id } });
      return stored && ticketOf(stored);
    },

    openOf: async (askerId) => {
      const stored = await db.ticket.findUnique({ where: { openKey: askerId } });
      return stored && ticketOf(stored);
    },

    lastClosedOf: async (askerId) => {
      const stored = await db.ticket.findFirst({
        where: { askerId, state: 'closed' },
        orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      });
      return stored && ticketOf(stored);
    },

    list: async (states, limit) => {
      const stored = await db.ticket.findMany({
        where: { state: { in: [...states] } },
        orderBy: [{ waitingSince: { sort: 'asc', nulls: 'last' } }, { updatedAt: 'asc' }, { id: 'asc' }],
        take: limit,
        include: { messages: { orderBy: { id: 'asc' }, select: { kind: true, text: true, at: true } } },
      });
      return stored.map(({ messages, ...row }) => ({
        ticket: ticketOf(row),
        first: messages.find(({ kind }) => kind === 'text')?.text ?? '',
        lastAt: messages.at(-1)?.at ?? row.openedAt,
      }));
    },

    countWaiting: () => db.ticket.count({ where: { waitingSince: { not: null } } }),

    transcript: async (ticketId) => {
      const stored = await db.ticketMessage.findMany({
        where: { ticketId },
        orderBy: { id: 'asc' },
        include: { deliveries: { orderBy: { id: 'asc' } } },
      });
      return stored.map(({ deliveries, ...row }) => ({
        ...messageOf(row),
        deliveries: deliveries.map(deliveryOf),
      }));
    },

    apply: async ({ id, version }, { at, ...change }, messages) => {
      try {
        return await db.$transaction(async (tx) => {
          const { count } = await tx.ticket.updateMany({
            where: { id, version },
            data: { ...change, version: { increment: 1 } },
          });
          if (count === 0) return (await seen(tx, messages)) ? 'repeated' : 'stale';
          if (change.state !== undefined) {
            const { askerId } = await tx.ticket.findUniqueOrThrow({ where: { id } });
            const openKey = change.state === 'closed' ? null : askerId;
            await tx.ticket.update({ where: { id }, data: { openKey } });
          }
          await write(tx, id, at, messages);
          await moveTicketClock(tx, [id]);
          return 'done';
        });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        // The event came twice, or the asker has another open ticket by now.
        return (await seen(db, messages)) ? 'repeated' : 'stale';
      }
    },

    latestFirstAnswers: async (limit) => {
      const stored = await db.ticket.findMany({
        where: { firstAnsweredAt: { not: null } },
        orderBy: { firstAnsweredAt: 'desc' },
        take: limit,
        select: { openedAt: true, firstAnsweredAt: true },
      });
      return stored.flatMap(({ openedAt, firstAnsweredAt: answeredAt }) =>
        answeredAt === null ? [] : [{ openedAt, answeredAt }],
      );
    },

    waiting: async (limit) => {
      const stored = await db.ticket.findMany({
        where: { waitingSince: { not: null } },
        orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return stored.map(ticketOf);
    },

    waitingFor: async (due, limit) => {
      const stored = await db.ticket.findMany({
        where: { OR: due.map(({ reminders, since }) => ({ reminders, waitingSince: { lte: since } })) },
        orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return stored.map(ticketOf);
    },

    quiet: async (since, limit) => {
      const stored = await db.ticket.findMany({
        where: {
          ...{ state: 'waitingAsker', answeredAt: { lte: since } },
          deliveries: { none: { to: 'asker', state: { in: ['queued', 'sending'] } } },
        },
        orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return stored.map(ticketOf);
    },

    countOf: (askerId) => db.ticket.count({ where: { askerId } }),

    eraseOf: (askerId) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.ticket.deleteMany({ where: { askerId } });
        await moveTicketClock(tx, []);
        return count;
      }),
  };
}

async function write(
  tx: Queries,
  ticketId: number,
  at: string,
  messages: readonly NewTicketMessage[],
): Promise<void> {
  for (const message of messages) {
    await tx.ticketMessage.create({ data: newRows(ticketId, at, message) });
  }
}

async function seen(queries: Queries, messages: readonly NewTicketMessage[]): Promise<boolean> {
  const events = messages.map(({ eventId }) => eventId);
  return (await queries.ticketMessage.count({ where: { eventId: { in: events } } })) > 0;
}

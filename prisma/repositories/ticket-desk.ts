import type { TicketStore } from '../../activities/ports/tickets.ts';
import type { Database } from '../client.ts';

type Desk = Pick<
  TicketStore,
  | 'tieStaffGroup'
  | 'untieStaffGroup'
  | 'staffGroup'
  | 'hasStaffGroup'
  | 'moveStaffGroup'
  | 'threadOf'
  | 'saveThread'
  | 'ticketOfThread'
>;

/** The staff's group of a channel, and where in it each ticket is. */
export function createTicketDesk(db: Database): Desk {
  return {
    tieStaffGroup: async ({ channel, chatId, tiedBy }) => {
      const tied = { chatId, tiedBy, tiedAt: new Date() };
      await db.staffGroup.upsert({ where: { channel }, create: { channel, ...tied }, update: tied });
    },

    untieStaffGroup: async (channel) => (await db.staffGroup.deleteMany({ where: { channel } })).count === 1,

    staffGroup: async (channel) => {
      const stored = await db.staffGroup.findUnique({ where: { channel } });
      return stored && { channel, chatId: stored.chatId, tiedBy: stored.tiedBy };
    },

    hasStaffGroup: async () => (await db.staffGroup.count()) > 0,

    moveStaffGroup: async (channel, toChatId) => {
      // Messages and topics of the old group are not those of the new one: threads begin anew there.
      await db.staffGroup.updateMany({ where: { channel }, data: { chatId: toChatId } });
    },

    threadOf: (ticketId) => db.ticketThread.findUnique({ where: { ticketId } }),

    saveThread: async ({ ticketId, ...where }) => {
      await db.ticketThread.upsert({ where: { ticketId }, create: { ticketId, ...where }, update: where });
    },

    ticketOfThread: async (chatId, id) => {
      const thread = await db.ticketThread.findFirst({
        where: { chatId, threadId: id },
        select: { ticketId: true },
      });
      if (thread !== null) return thread.ticketId;
      const shown = await db.ticketDelivery.findFirst({
        where: { chatId, externalMessageId: id, to: { not: 'asker' } },
        select: { ticketId: true },
      });
      if (shown !== null) return shown.ticketId;
      const written = await db.ticketMessage.findFirst({
        where: { deskMessageId: `${chatId}/${id}` },
        select: { ticketId: true },
      });
      return written?.ticketId ?? null;
    },
  };
}

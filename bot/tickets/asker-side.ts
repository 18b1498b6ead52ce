import type { ChatIdentity } from '../../activities/ports/store.ts';
import type { NewTicketMessage, Ticket } from '../../activities/ports/tickets.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { canGoOn, newStanding } from '../../knowledge/tickets/ticket.ts';
import { waitingTime } from '../../knowledge/tickets/waiting-time.ts';
import type { WaitingTime } from '../../knowledge/tickets/waiting-time.ts';
import { changeTicket } from './change-ticket.ts';
import type { TicketResult } from './change-ticket.ts';
import type { TicketPorts } from './ports.ts';

/** Where somebody asked in a group, and with which message. */
export interface AskedInGroup {
  chatId: string;
  messageId: string | null;
}

interface WantsPerson {
  /** The same event twice is one wish. */
  eventId: string;
  /** What it is about, in the asker's words; empty where nothing was said yet. */
  about: string;
  matter: string | null;
  locale: Locale;
  /** Null in private. */
  group: AskedInGroup | null;
}

export interface PersonComes {
  /** `joined`: the ticket was open already. */
  outcome: 'opened' | 'reopened' | 'joined';
  ticket: Ticket;
  wait: WaitingTime;
}

/** What an asker does. Tickets of others are not found here. */
export interface AskerSide {
  /** The asker's open ticket that takes what is said here: any of them in private, in a group those that began there. */
  openHere(asker: ChatIdentity, groupChatId: string | null): Promise<Ticket | null>;
  /** The ticket that was closed last, while it may be opened again. */
  closedLately(asker: ChatIdentity): Promise<Ticket | null>;
  wantPerson(asker: ChatIdentity, wish: WantsPerson): Promise<PersonComes>;
  say(
    ticket: Ticket,
    said: { eventId: string; text: string; group: AskedInGroup | null },
  ): Promise<TicketResult>;
  close(asker: ChatIdentity, ticketId: number, eventId: string): Promise<TicketResult>;
  reopen(asker: ChatIdentity, ticketId: number, eventId: string): Promise<TicketResult>;
  rate(asker: ChatIdentity, ticketId: number, score: number, eventId: string): Promise<TicketResult>;
  wait(ticket: Ticket): Promise<WaitingTime>;
}

/** So many of the latest answers say how long it usually takes. */
const latestAnswers = 40;

export function createAskerSide(ports: TicketPorts): AskerSide {
  const { tickets } = ports.stores;

  const wait: AskerSide['wait'] = async (ticket) => {
    const [latest, waiting] = await Promise.all([
      tickets.latestFirstAnswers(latestAnswers),
      tickets.waiting(1_000),
    ]);
    const ahead = waiting.filter(
      ({ id, waitingSince }) => id !== ticket.id && (waitingSince ?? '') < (ticket.waitingSince ?? ''),
    ).length;
    return waitingTime(ports.officeHours, ports.clock.now().toISOString(), { latest, ahead });
  };

  const ownTicket = async (asker: ChatIdentity, id: number): Promise<Ticket | null> => {
    const ticket = await tickets.find(id);
    return ticket?.askerId === asker.id ? ticket : null;
  };

  const change = async (
    asker: ChatIdentity,
    id: number,
    event: Parameters<typeof changeTicket>[2],
    message: NewTicketMessage,
  ): Promise<TicketResult> =>
    (await ownTicket(asker, id)) === null
      ? { done: false, why: 'notFound' }
      : changeTicket(ports, id, event, message);

  const say: AskerSide['say'] = (ticket, { eventId, text, group }) =>
    changeTicket(
      ports,
      ticket.id,
      { kind: 'wrote', by: 'asker' },
      { eventId, kind: 'text', author: 'asker', text, deliverTo: ['desk'] },
      placeOf(ticket, group),
    );

  const openNew = async (asker: ChatIdentity, wish: WantsPerson): Promise<Ticket | null> => {
    const at = ports.clock.now().toISOString();
    const { eventId, about, matter, locale, group } = wish;
    const opened: NewTicketMessage = {
      ...{ eventId: `${eventId}/opened`, kind: 'opened', author: 'asker', text: '', deliverTo: ['desk'] },
    };
    return tickets.open(
      {
        ...{ packId: ports.packId, askerId: asker.id, locale, matter, at, standing: newStanding(at) },
        ...{ groupChatId: group?.chatId ?? null, groupMessageId: group?.messageId ?? null },
      },
      about === ''
        ? [opened]
        : [opened, { eventId, kind: 'text', author: 'asker', text: about, deliverTo: ['desk'] }],
    );
  };

  /** What is said with the wish goes into the ticket that there is, which is answered where its asker is by now. */
  const goOn = async (ticket: Ticket, wish: WantsPerson): Promise<Ticket> => {
    const { eventId, about: text, group } = wish;
    if (text === '') return move(ticket, group);
    const result = await say(ticket, { eventId, text, group });
    return result.done ? result.ticket : ticket;
  };

  const move = async (ticket: Ticket, group: AskedInGroup | null): Promise<Ticket> => {
    const place = placeOf(ticket, group);
    if (place.groupChatId === undefined || place.groupChatId === ticket.groupChatId) return ticket;
    const at = ports.clock.now().toISOString();
    const outcome = await tickets.apply(ticket, { ...place, at }, []);
    // Somebody wrote at the same moment.
    return outcome === 'done' ? { ...ticket, ...place } : ((await tickets.find(ticket.id)) ?? ticket);
  };

  const closedLately: AskerSide['closedLately'] = async (asker) => {
    const ticket = await tickets.lastClosedOf(asker.id);
    return ticket !== null && canGoOn(ticket, ports.clock.now().toISOString()) ? ticket : null;
  };

  const reopen: AskerSide['reopen'] = (asker, id, eventId) =>
    change(
      asker,
      id,
      { kind: 'reopened', by: 'asker' },
      { eventId, kind: 'reopened', author: 'asker', text: '', deliverTo: ['desk'] },
    );

  return {
    wait,
    say,
    closedLately,
    reopen,

    async openHere(asker, groupChatId) {
      const ticket = await tickets.openOf(asker.id);
      if (ticket === null || groupChatId === null) return ticket;
      return ticket.groupChatId === groupChatId ? ticket : null;
    },

    async wantPerson(asker, wish) {
      const comes = async (outcome: PersonComes['outcome'], ticket: Ticket): Promise<PersonComes> => ({
        ...{ outcome, ticket, wait: await wait(ticket) },
      });
      const before = await tickets.ofEvent(`${wish.eventId}/opened`);
      if (before !== null) return comes('opened', before);
      const open = await tickets.openOf(asker.id);
      if (open !== null) return comes('joined', await goOn(open, wish));
      const closed = await closedLately(asker);
      if (closed !== null && closed.groupChatId === (wish.group?.chatId ?? null)) {
        const again = await reopen(asker, closed.id, `${wish.eventId}/reopened`);
        if (again.done) return comes('reopened', await goOn(again.ticket, wish));
      }
      const opened = await openNew(asker, wish);
      if (opened !== null) return comes('opened', opened);
      // Opened by another message of the same person just now.
      const meanwhile = await tickets.openOf(asker.id);
      if (meanwhile === null) throw new Error('a ticket was opened and is not there');
      return comes('joined', await goOn(meanwhile, wish));
    },

    close: (asker, id, eventId) =>
      change(
        asker,
        id,
        { kind: 'closed', by: 'asker' },
        { eventId, kind: 'closed', author: 'asker', text: '', deliverTo: ['desk'] },
      ),

    rate: (asker, id, score, eventId) =>
      change(
        asker,
        id,
        { kind: 'rated', score },
        { eventId, kind: 'rated', author: 'asker', text: String(score), deliverTo: ['desk'] },
      ),
  };
}

/** A ticket of a private chat never gets a group. */
const placeOf = (
  ticket: Ticket,
  group: AskedInGroup | null,
): Partial<Pick<Ticket, 'groupChatId' | 'groupMessageId'>> =>
  group === null || ticket.groupChatId === null
    ? {}
    : { groupChatId: group.chatId, groupMessageId: group.messageId ?? ticket.groupMessageId };

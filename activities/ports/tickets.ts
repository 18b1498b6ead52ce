import type { Locale } from '../../knowledge/answering/types.ts';
import type { Destination } from '../../knowledge/tickets/destination.ts';
import type { TicketStanding, TicketState } from '../../knowledge/tickets/ticket.ts';
import type { FirstAnswer } from '../../knowledge/tickets/waiting-time.ts';

/** One asker's matter in the hands of a person. */
export interface Ticket extends TicketStanding {
  /** What people call it: 工单 12. */
  id: number;
  /** The office's pack when it was opened: in the next year it is still the office's ticket. */
  packId: string;
  /** `ChatIdentity.id` */
  askerId: string;
  /** Whom it is assigned to; null: whoever looks first. */
  staffId: string | null;
  locale: Locale;
  /** What it was opened for, as the bot understood it: a topic, a matter of the hand-off, or null. */
  matter: string | null;
  /** The group that it was asked in; null where it was asked in private. */
  groupChatId: string | null;
  /** The asker's newest message in that group: what an answer there replies to. */
  groupMessageId: string | null;
  /** Where staff were told that their words go. */
  toldDestination: Destination | null;
  openedAt: string;
  /** Grows with each change: who saved an older one is refused. */
  version: number;
}

/** `note`: among staff only. All others but `text` are what happened. */
type TicketMessageKind = 'text' | 'note' | 'opened' | 'closed' | 'reopened' | 'rated' | 'reminder';

/** One entry of a ticket's transcript. */
export interface TicketMessage {
  id: number;
  ticketId: number;
  at: string;
  kind: TicketMessageKind;
  author: 'asker' | 'staff' | 'system';
  staffId: string | null;
  text: string;
  editedAt: string | null;
}

/**
 * `asker`: reaches the asker. `desk`: is shown to staff. `report`: tells staff what became of their message.
 */
export type DeliveryTo = 'asker' | 'desk' | 'report';

/** Each ticket's asker is a way of its own; staff are one. Neither waits for the other. */
export type DeliveryWay = 'asker' | 'staff';

/** `skipped`: there was nobody to deliver it to, or nothing to say any more. */
type TicketDeliveryState = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'skipped';

export interface TicketDelivery {
  id: number;
  messageId: number;
  ticketId: number;
  to: DeliveryTo;
  state: TicketDeliveryState;
  /** Sends that were begun. */
  tries: number;
  /** Where it was sent, and the channel's ID of it there. An edit of a message that was sent changes that one. */
  chatId: string | null;
  externalMessageId: string | null;
  error: string | null;
}

export interface NewTicketMessage {
  /** The same event twice is one message. */
  eventId: string;
  kind: TicketMessageKind;
  author: TicketMessage['author'];
  staffId?: string | null;
  text: string;
  /** The channel's ID of it where staff wrote it, to which later edits and reports refer. */
  deskMessageId?: string | null;
  deliverTo: readonly DeliveryTo[];
}

export interface NewTicket {
  packId: string;
  askerId: string;
  locale: Locale;
  matter: string | null;
  groupChatId: string | null;
  groupMessageId: string | null;
  at: string;
  standing: TicketStanding;
}

/** `at`: when it happened, as the messages are to say. */
export type TicketChange = { at: string } & Partial<
  TicketStanding & Pick<Ticket, 'staffId' | 'groupChatId' | 'groupMessageId' | 'toldDestination'>
>;

/** A delivery with all that is needed to make it. */
export interface DueDelivery extends TicketDelivery {
  ticket: Ticket;
  message: TicketMessage & { deskMessageId: string | null };
}

export interface TicketLine {
  ticket: Ticket;
  /** Of the first text, and of the newest message. */
  first: string;
  lastAt: string;
}

/** Where a channel's staff group has a ticket: a forum topic, or the message that its replies hang on. */
export interface TicketThread {
  ticketId: number;
  chatId: string;
  /** The topic's ID, or the first message's. */
  threadId: string;
  /** Whether it is a forum topic. */
  topic: boolean;
}

/** The staff's group on a channel. */
interface StaffGroup {
  channel: string;
  chatId: string;
  tiedBy: string;
}

/** Tickets, their transcripts, and what of them is still to be delivered. Rules are not here: see `bot/tickets`. */
export interface TicketStore {
  /** Null where the asker has an open one, or the event was seen before. The messages are its first, all or none. */
  open(ticket: NewTicket, messages: readonly NewTicketMessage[]): Promise<Ticket | null>;
  /** The ticket that a message with this event belongs to, or null. */
  ofEvent(eventId: string): Promise<Ticket | null>;
  find(id: number): Promise<Ticket | null>;
  /** The asker's open ticket; there is one at most. */
  openOf(askerId: string): Promise<Ticket | null>;
  /** The asker's ticket that was closed last. */
  lastClosedOf(askerId: string): Promise<Ticket | null>;
  /** Those that wait for staff first, the longest wait first; then the newest change last. `limit` at most. */
  list(states: readonly TicketState[], limit: number): Promise<TicketLine[]>;
  /** How many wait for staff. */
  countWaiting(): Promise<number>;
  transcript(ticketId: number): Promise<(TicketMessage & { deliveries: TicketDelivery[] })[]>;
  /**
   * Changes a ticket as it was read, with a message or without. `stale`: it changed since, and nothing was written.
   * `repeated`: the message's event was seen before, and nothing was written.
   */
  apply(
    ticket: Pick<Ticket, 'id' | 'version'>,
    change: TicketChange,
    messages: readonly NewTicketMessage[],
  ): Promise<'done' | 'stale' | 'repeated'>;
  /** The latest that staff answered for the first time, the newest first. */
  latestFirstAnswers(limit: number): Promise<FirstAnswer[]>;
  /** Tickets that wait for staff, the longest wait first. */
  waiting(limit: number): Promise<Ticket[]>;
  /** Of those the ones that match one of `due`: reminded of so often, and waiting since then or longer. */
  waitingFor(due: readonly { reminders: number; since: string }[], limit: number): Promise<Ticket[]>;
  /** Tickets that have waited for their askers since then or longer, with nothing on its way to them. */
  quiet(since: string, limit: number): Promise<Ticket[]>;

  /**
   * A staff message was edited in the staff group: what was sent is changed, and what was not is sent with the new words. Null
   * when none of it is known.
   */
  editByDesk(deskMessageId: string, text: string, at: string): Promise<{ ticketId: number } | null>;

  /** What is to be sent on a way, oldest first; both ways where none is named. */
  due(limit: number, of?: { way: DeliveryWay; exceptTickets?: readonly number[] }): Promise<DueDelivery[]>;
  /**
   * Takes one for sending, as its words are now. Null when somebody else did, or has another one of the same ticket and way just
   * now: they go in their order, however many processes send. `forMs`: after so long without an end or
   * `keepDelivery` whoever took it has ended.
   */
  beginDelivery(id: number, forMs?: number): Promise<DueDelivery | null>;
  /** Whoever is sending it still is: nobody else takes it for as long again. */
  keepDelivery(id: number): Promise<void>;
  /**
   * By whoever took it, and nobody else. What was edited meanwhile is queued again: for an asker as a change of what was sent.
   */
  settleDelivery(
    id: number,
    end: {
      state: Exclude<TicketDeliveryState, 'sending'>;
      chatId?: string;
      externalMessageId?: string;
      error?: string | null;
      /** What is to follow from it. */
      then?: DeliveryTo;
    },
  ): Promise<void>;
  /**
   * What ended processes left half sent, and not what others are sending. Who was written to may have it; staff are shown it once
   * more.
   */
  recoverDeliveries(): Promise<void>;

  /** One staff group a channel; a later one takes the place of an earlier. */
  tieStaffGroup(group: StaffGroup): Promise<void>;
  /** False when there is none. */
  untieStaffGroup(channel: string): Promise<boolean>;
  staffGroup(channel: string): Promise<StaffGroup | null>;
  /** On any channel. */
  hasStaffGroup(): Promise<boolean>;
  /** The group got another ID. */
  moveStaffGroup(channel: string, toChatId: string): Promise<void>;
  threadOf(ticketId: number): Promise<TicketThread | null>;
  saveThread(thread: TicketThread): Promise<void>;
  /** By its topic or first message, or by any message of it that is shown there. */
  ticketOfThread(chatId: string, threadOrMessageId: string): Promise<number | null>;

  countOf(askerId: string): Promise<number>;
  /** Everything of one person: tickets and transcripts. Returns how many tickets there were. */
  eraseOf(askerId: string): Promise<number>;
}

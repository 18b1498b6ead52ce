import { addTime, isBefore } from '../calendar/shanghai-time.ts';

/**
 * `open`: no member of staff has written yet. `waitingStaff`: the asker wrote last. `waitingAsker`: staff wrote last. A ticket
 * that is opened again waits for staff.
 */
export type TicketState = 'open' | 'waitingStaff' | 'waitingAsker' | 'closed';

type TicketSide = 'asker' | 'staff';

export type TicketEvent =
  | { kind: 'wrote'; by: TicketSide }
  /** What staff wrote is in the asker's chat. */
  | { kind: 'arrived' }
  /** `system`: nobody wrote for some days after the answer. */
  | { kind: 'closed'; by: TicketSide | 'system' }
  | { kind: 'reopened'; by: TicketSide }
  /** Of the asker, when it is over. */
  | { kind: 'rated'; score: number };

/** What the rules need to know of a ticket. Instants are ISO 8601. */
export interface TicketStanding {
  state: TicketState;
  /** Since when it waits for staff; null while it does not. */
  waitingSince: string | null;
  firstAnsweredAt: string | null;
  /** Since when it waits for the asker: since the answer arrived, and until then since it was written. Null while it does not. */
  answeredAt: string | null;
  closedAt: string | null;
  /** 1 to 5; null until the asker says how it was. */
  rating: number | null;
  /** How often staff were reminded of this wait. */
  reminders: number;
}

export type TicketRefusal = 'closed' | 'notClosed' | 'tooLate' | 'badScore';

/** The asker can go on with a closed ticket for so long, and say how it was; after that a new one is opened. */
const reopenWithinDays = 7;
const dayMs = 86_400_000;

export const newStanding = (at: string): TicketStanding => ({
  state: 'open',
  waitingSince: at,
  firstAnsweredAt: null,
  answeredAt: null,
  closedAt: null,
  rating: null,
  reminders: 0,
});

/** Where a ticket stands after an event, or why the event cannot be. */
export function afterEvent(
  ticket: TicketStanding,
  event: TicketEvent,
  at: string,
): TicketStanding | TicketRefusal {
  switch (event.kind) {
    case 'wrote':
      if (ticket.state === 'closed') return 'closed';
      return event.by === 'staff' ? answered(ticket, at) : waiting(ticket, at);
    case 'arrived':
      // Nobody can answer what they have not seen.
      return ticket.state === 'waitingAsker' ? { ...ticket, answeredAt: at } : ticket;
    case 'closed':
      if (ticket.state === 'closed') return 'closed';
      return { ...ticket, state: 'closed', closedAt: at, waitingSince: null, answeredAt: null, reminders: 0 };
    case 'reopened':
      if (ticket.state !== 'closed') return 'notClosed';
      // Staff may go back to a ticket at any time.
      if (event.by === 'asker' && !canGoOn(ticket, at)) return 'tooLate';
      return { ...ticket, state: 'waitingStaff', closedAt: null, waitingSince: at, reminders: 0 };
    case 'rated':
      if (ticket.state !== 'closed') return 'notClosed';
      if (!canGoOn(ticket, at)) return 'tooLate';
      return isScore(event.score) ? { ...ticket, rating: event.score } : 'badScore';
  }
}

/** Whether the asker may still open a closed ticket again, or rate it. */
export const canGoOn = ({ closedAt }: Pick<TicketStanding, 'closedAt'>, at: string): boolean =>
  closedAt !== null && isBefore(at, addTime(closedAt, reopenWithinDays * dayMs));

export const isScore = (score: number): boolean => Number.isInteger(score) && score >= 1 && score <= 5;

const answered = (ticket: TicketStanding, at: string): TicketStanding => ({
  ...ticket,
  state: 'waitingAsker',
  waitingSince: null,
  firstAnsweredAt: ticket.firstAnsweredAt ?? at,
  answeredAt: at,
  reminders: 0,
});

/** Whoever writes again while nobody answered has waited since the first time. */
const waiting = (ticket: TicketStanding, at: string): TicketStanding =>
  ticket.state === 'waitingAsker'
    ? { ...ticket, state: 'waitingStaff', waitingSince: at, answeredAt: null }
    : ticket;

import type { TelegramRecord } from '../telegram/record.ts';

/** A row of the database about one message to one person. */
export interface NotificationRow {
  id: string;
  key: string;
  kind: string;
  enrollmentId: string;
  /** The person's private chat on Telegram. */
  chat: string;
  state: string;
  error: string | null;
  externalMessageId: string | null;
  /** The new status, for a status notice. */
  status: string | null;
  /** Goes out with others as one message. */
  collected: boolean;
  /** When it came to its state: the same for all that one message stands for. */
  movedAt: string;
}

export interface TimelineRow {
  enrollmentId: string;
  eventId: string | null;
  type: string;
  /** Of a message that came to its end. */
  key: string | null;
}

/** What was asked of the system while it was tried, and what it said yes to. */
export interface Asked {
  /** Official changes that were said to be applied, and the chats that were linked by then. */
  officialChanges: { enrollmentId: string; status: string; chats: string[] }[];
  /** How often each enrollment's clock was moved on to its next reminder. */
  advances: Map<string, number>;
  /** Chats of each enrollment, all linked before the first advance. */
  contacts: Map<string, string[]>;
  /** Steps that a firm reported until they were noted. */
  steps: { enrollmentId: string; step: string }[];
  /** Chats that blocked the bot at some time. */
  unreachable: Set<string>;
  /** Updates that somebody waits to be answered. */
  updates: Map<number, { chat: string }>;
}

interface EnrollmentRow {
  enrollmentId: string;
  remindersDue: number;
  reportedStep: string | null;
}

export interface InboundRow {
  updateId: number;
  processed: boolean;
}

/** Everything that the count is made from: the double's record, the database at the end, and what was seen at each kill. */
export interface Evidence {
  telegram: TelegramRecord;
  notifications: NotificationRow[];
  timeline: TimelineRow[];
  enrollments: EnrollmentRow[];
  inbound: InboundRow[];
  /** `open`: firms without an outcome. */
  campaigns: { id: string; state: string; open: number }[];
  asked: Asked;
  /** Messages that were in hand (`sending`) right after a worker had died. */
  inHandAtKills: ReadonlySet<string>;
  /** Updates that were stored and not done right after a bot had died: they are handled again. */
  unfinishedAtKills: number;
  /** The clock was moved by more than a reminder keeps. */
  staleAllowed: boolean;
}

/** The process that sends what the system starts; replies are the bot's. */
export const notifier = 'worker';
export const replier = 'bot';

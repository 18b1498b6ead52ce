import type { Ticket, TicketMessage } from './tickets.ts';

/** `open`: all that are not closed. `waiting`: those of them that wait for staff. `mine`: those that one looks after. */
export const ticketBoxes = ['waiting', 'open', 'mine', 'closed'] as const;
export type TicketBox = (typeof ticketBoxes)[number];

/** Which tickets somebody may see, and of these wants to. */
export interface TicketScope {
  /**
   * Tickets whose askers are linked to a firm of these cities, or to none at all: nobody's city is known of these, and somebody has to
   * answer them. Null: all.
   */
  cities: readonly string[] | null;
  /** Only of askers linked to a firm of this city, or with `none` to no firm. */
  city?: string;
}

/** A firm that a ticket's asker is linked to. */
export interface AskersFirm {
  uscc: string;
  name: string;
  city: string;
  /** As on the list; null where it names none. */
  contactName: string | null;
}

export interface ConsoleTicketRow {
  ticket: Ticket;
  /** The asker's. */
  channel: string;
  /** The first text; empty where nothing was said yet. */
  first: string;
  /** The newest text. */
  last: Pick<TicketMessage, 'author' | 'text' | 'at'> | null;
  /** What the asker wrote since the reader looked. */
  unread: number;
  firms: AskersFirm[];
}

/** What the console's pages read about tickets. Changes go through `bot/tickets`. */
export interface ConsoleTicketStore {
  /** Who waits longest comes first; of the closed the latest. */
  list(
    box: TicketBox,
    scope: TicketScope,
    reader: { staffId: string; offset: number; limit: number },
  ): Promise<{ counts: Record<TicketBox, number>; rows: ConsoleTicketRow[] }>;
  /** Those of the given that may be seen. */
  visible(ids: readonly number[], cities: TicketScope['cities']): Promise<number[]>;
  firmsOf(askerId: string): Promise<AskersFirm[]>;
  /** Never goes back. */
  markRead(ticketId: number, staffId: string, messageId: number): Promise<void>;
  /**
   * What changed since the clock said `since`, in whichever process, and what it says now. No change is missed between two calls;
   * one may be told twice. Erased tickets move the clock alone. Null: only what the clock says.
   */
  changes(since: number | null): Promise<{ no: number; tickets: { id: number; no: number }[] }>;
}

interface CannedReply {
  id: number;
  title: string;
  text: string;
  /** Grows with each change. */
  version: number;
}

/** Words that the office keeps to answer with. */
export interface CannedReplyStore {
  /** By title. */
  list(): Promise<CannedReply[]>;
  add(reply: Pick<CannedReply, 'title' | 'text'>, by: { staffId: string; at: string }): Promise<CannedReply>;
  /** False where it is not there as it was read. */
  change(reply: CannedReply, by: { staffId: string; at: string }): Promise<boolean>;
  remove(reply: Pick<CannedReply, 'id' | 'version'>): Promise<boolean>;
}

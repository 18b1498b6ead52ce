import type { LinkedBy } from '../../knowledge/enrollment/state.ts';

/** All that is kept of one person. Times are ISO 8601 instants in UTC. */
export interface PersonData {
  personId: string;
  channels: {
    channel: string;
    /** The channel's ID of the person. */
    externalUserId: string;
    privateChatId: string | null;
    language: string;
    blocked: boolean;
    since: string;
  }[];
  firms: {
    uscc: string;
    name: string;
    since: string;
    by: LinkedBy;
    primary: boolean;
    remindersStopped: boolean;
    snoozedUntil: string | null;
  }[];
  /** Mail addresses that the person gave and has not verified yet. */
  unverifiedAddresses: { address: string; at: string }[];
  /** Questions that wait for an answer of the office. */
  questions: { text: string }[];
  /** What was handed to a person, with all that was written in it. */
  tickets: {
    id: number;
    openedAt: string;
    state: string;
    rating: number | null;
    messages: { at: string; author: string; kind: string; text: string }[];
  }[];
  /** The web chat's messages, oldest first; JSON as stored. */
  chat: { at: string; direction: string; body: string }[];
  /** Messages that the system sent. */
  sent: { at: string; kind: string; channel: string; state: string }[];
  /** Running dialogues, as stored. */
  dialogues: unknown[];
  /** What the person did. */
  audit: { at: string; action: string; target: string; outcome: string }[];
}

/** What is kept of people, on request. */
export interface PersonStore {
  /** Of the person behind an identity, or named by its person ID; null where nothing is kept. */
  dataOf(id: string): Promise<PersonData | null>;
  /**
   * Removes the person: accounts, links, chats, dialogues, questions, codes, and what they wrote that waits to be handled, which
   * then counts as processed. What stays (records of messages sent, the audit, the
   * timeline of firms) names an ID that leads nowhere any more. `staff`: nothing was removed, since the person is on the staff.
   */
  erase(id: string): Promise<'erased' | 'staff' | 'unknown'>;
}

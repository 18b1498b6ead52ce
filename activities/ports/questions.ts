import type { Locale } from '../../knowledge/answering/types.ts';
import type { Asked, OfficeAnswer, QuestionGroup } from '../../knowledge/misses/types.ts';

/** A question that the bot could not answer, or whose answer was found useless. */
export interface Miss {
  /** The office's own pack: in whose queue it is. */
  packId: string;
  /** The pack that it was asked of; absent where that is the office's own. */
  otherPackId?: string | null;
  locale: Locale;
  /** Without personal data; see `knowledge/misses/personal-data.ts`. */
  text: string;
  madeOf: QuestionGroup['madeOf'];
  /** The same event twice is one question. */
  eventId: string;
  /** Who asks, as the channel knows them; somebody who was never met in private is not written down. */
  asker: { channel: string; externalUserId: string };
}

/** Somebody who waits to be told what the office answers. */
export interface WaitingAsker {
  askId: number;
  groupId: number;
  identityId: string;
  question: string;
  answer: string;
  answeredAt: string;
  /** Sent once before, and nobody knows whether it arrived. */
  repeated: boolean;
}

interface CloseResult {
  group: QuestionGroup;
  /** Ways in which it was asked, the grouped text first. */
  asked: string[];
  /** Askers who will be told, and those who cannot be written to. */
  toTell: number;
  unreachable: number;
}

/** The queue of questions for the office's staff. A closed group keeps its text, and no asker once they were told. */
export interface QuestionStore {
  /**
   * Adds a question to the open group that `choose` names, or to a new one. The same event counts once, and so does the same
   * person asking the same again. Null when one person has too many open questions to add a new one.
   */
  note(miss: Miss, choose: (open: Asked[]) => number | null): Promise<{ groupId: number } | null>;
  /** Names of imported firms, also those that they had, and of their contacts. */
  knownNames(): Promise<{ firm: string; contact: string | null; city: string }[]>;
  /** The most asked first, then the newest. */
  open(packId: string, limit: number): Promise<QuestionGroup[]>;
  countOpen(packId: string): Promise<number>;
  find(id: number): Promise<QuestionGroup | null>;
  /** Closes an open group with the office's answer; its askers are told later. Null when it is not open. */
  answer(id: number, text: string, by: string): Promise<CloseResult | null>;
  /** Closes an open group without an answer; nobody is told. False when it is not open. */
  dismiss(id: number, by: string): Promise<boolean>;

  /** Askers of answered groups who were not told yet. */
  waitingToBeTold(limit: number): Promise<WaitingAsker[]>;
  /** Takes one for sending; false when somebody else did. `forMs`: as of `TicketStore.beginDelivery`. */
  beginTelling(askId: number, forMs?: number): Promise<boolean>;
  /** As `TicketStore.keepDelivery`. */
  keepTelling(askId: number): Promise<void>;
  /** To be tried again: it was not sent, or nobody knows. */
  putBack(askId: number, fate: { sent: 'no' | 'maybe' }): Promise<void>;
  /** Told, or not to be told any more: the asker is forgotten, and with the last one the answer's text. */
  endTelling(askId: number): Promise<void>;
  /**
   * What ended processes left half sent is sent once more, and a second time not again; what others are sending is left to
   * them.
   */
  recoverTelling(): Promise<void>;
}

/** Answers of the office that became knowledge. */
export interface OfficeAnswerStore {
  /** Those that hold, oldest first. */
  current(packId: string): Promise<OfficeAnswer[]>;
  keep(
    a: Omit<OfficeAnswer, 'id' | 'madeAt' | 'otherPackId'> & {
      groupId: number | null;
      otherPackId?: string | null;
    },
  ): Promise<OfficeAnswer>;
  /** False when there is none that holds. */
  revoke(id: number, by: string): Promise<boolean>;
}

import type { Locale } from '../../knowledge/answering/types.ts';

/** A verified address: one of a person's channels. */
export interface Mailbox {
  /** Of the channel `mail`; its account is the address. */
  identityId: string;
  locale: Locale;
  /** Random: who has it may stop what is sent here, and nothing else. It ends with the address. */
  stopToken: string;
  /** The person's other channels, the preferred one first. */
  otherChannels: string[];
}

export type BegunVerification =
  | { ok: true }
  /** The same message once more: its mail may be under way. */
  | { ok: false; reason: 'begunBefore' }
  | { ok: false; reason: 'tooManyForAddress' | 'tooManyForPerson' | 'tooManyAtAll' };

export type ConfirmedAddress =
  | { ok: true; address: string; identityId: string }
  | { ok: false; reason: 'noCode' | 'expired' | 'tooManyAttempts' }
  | { ok: false; reason: 'wrong'; left: number };

/** Addresses that contacts gave, and have shown to be theirs. `now` is ISO 8601. */
export interface MailStore {
  /**
   * Notes that a code goes to an address that somebody gave; only its hash is stored. It ends the person's earlier codes. Counts
   * against `mailCodesFor` whether or not the mail goes out. `eventId` names the message that asks for it.
   */
  beginVerification(i: {
    identityId: string;
    address: string;
    code: string;
    eventId: string;
    now: string;
  }): Promise<BegunVerification>;
  /** Whether the person has a code that still works. */
  awaitsCode(identityId: string, now: string): Promise<boolean>;
  /**
   * The address that the code went to becomes a channel of the person, and takes the place of the one before. It leaves whoever
   * had it: it is theirs who can read it now. A code works for the person who asked for it alone, in any of its chats.
   */
  confirm(i: { identityId: string; code: string; now: string }): Promise<ConfirmedAddress>;
  /** The person's own address. */
  addressOf(identityId: string): Promise<{ identityId: string; address: string; refused: boolean } | null>;
  /** Takes the person's address away, and codes on their way. False when there was none. */
  remove(identityId: string): Promise<boolean>;
  mailboxOf(address: string): Promise<Mailbox | null>;
  byStopToken(token: string): Promise<Mailbox | null>;
}

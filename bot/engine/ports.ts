import type { Clock, EnrollmentCommands, Logger } from '../../activities/ports/services.ts';
import type { ChatIdentity, Stores } from '../../activities/ports/store.ts';
import type { Locale, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import type { Alike } from '../../knowledge/misses/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { OfficeHours } from '../../knowledge/tickets/office-hours.ts';
import type { ChannelLinks, InboundMessage } from '../model.ts';
import type { AssistedAnswers } from './assisted-answers.ts';

/** All that a group ever gets: what everybody may know. Nothing here leads to a firm. */
export interface GroupPorts {
  answerer: PolicyAnswerer;
  pack: PolicyPack;
  log: Logger;
  /** Links into the private chat of the channel that a message came by; one that is not known has none. */
  links: (channel: string) => ChannelLinks;
}

export interface EnginePorts extends GroupPorts {
  stores: Pick<
    Stores,
    | 'firms'
    | 'firmMoves'
    | 'enrollments'
    | 'identities'
    | 'contacts'
    | 'people'
    | 'mail'
    | 'conversations'
    | 'campaigns'
    | 'audit'
    | 'questions'
    | 'questionCounts'
    | 'officeAnswers'
    | 'tickets'
    | 'groups'
  >;
  commands: EnrollmentCommands;
  /** Absent: no mail is sent, and nobody can give an address. */
  mail?: MailPort;
  /** Further packs that are served: a firm may be in this year's and in the next. Absent for none. */
  otherPacks?: readonly PolicyPack[];
  clock: Clock;
  /** Help from a language service with questions that are unclear; absent: there is none. Private chats only. */
  assistance?: AssistedAnswers;
  /**
   * Whether the sender administers the group that the message is in, by what the channel says now. Throws where that
   * cannot be found out. Absent: no group has settings.
   */
  isGroupAdmin?: (message: InboundMessage) => Promise<boolean>;
  /** For staff to pass on: a link that hands `code` over, of this channel if it has one, else of another; null for none. */
  invitationLink: (channel: string, code: string) => string | null;
  /** `officeHours` absent: the usual ones. */
  settings: { mode: 'trial' | 'live'; officeHours?: OfficeHours };
  /** A new unique ID of at most 40 characters of `[0-9a-z-]`. */
  newId: () => string;
  /** A new one-time code; see `code.ts`. */
  newCode: () => string;
  /** Says something to somebody else than who writes, at most once. Throws `SendError`. Absent: only who writes is told. */
  tell?: (to: ChatIdentity, message: OutboundMessage) => Promise<void>;
  /** How alike two questions are in meaning; without it only their words are compared. */
  alike?: Alike;
}

/** Sends the mail that shows whether an address is somebody's own. */
export interface MailPort {
  /** Six digits. */
  newCode: () => string;
  /** `unsure`: it may arrive. `noMailbox`: the server knows no such address. */
  sendCode(i: {
    to: string;
    code: string;
    locale: Locale;
  }): Promise<'sent' | 'unsure' | 'notSent' | 'noMailbox'>;
}

import type { SteeringAction } from '../../knowledge/campaigns/steering.ts';
import type {
  ChangeResult,
  ReminderResult,
  SteerCampaignInput,
  SteerCampaignResult,
} from '../../workflows/contract.ts';
import type {
  EventSource,
  LinkedBy,
  MergedStanding,
  NotificationKind,
  OfficialStatus,
  ReportedStep,
} from '../../knowledge/enrollment/state.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';

export interface Clock {
  now(): Date;
}

/** Structured log; `message` is an event name, `fields` are IDs and numbers. Personal data is masked by the implementation. */
export interface Logger {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

export type SendErrorCode =
  | 'rateLimited'
  | 'blocked'
  /** The person's account is gone. */
  | 'deactivated'
  | 'chatNotFound'
  | 'badRequest'
  | 'network'
  | 'timeout'
  | 'server';

/** The person is not there any more, or does not want the bot. */
export const isGone = (code: SendErrorCode): boolean =>
  code === 'blocked' || code === 'deactivated' || code === 'chatNotFound';

/** Thrown by a channel's `send`, by what is known of the message's fate. */
export class SendError extends Error {
  readonly fate: 'notSent' | 'ambiguous';
  readonly code: SendErrorCode;
  readonly retryAfterMs: number | null;
  constructor(p: {
    fate: SendError['fate'];
    code: SendError['code'];
    retryAfterMs?: number;
    cause?: unknown;
  }) {
    super(`send ${p.fate}: ${p.code}`, { cause: p.cause });
    this.name = 'SendError';
    this.fate = p.fate;
    this.code = p.code;
    this.retryAfterMs = p.retryAfterMs ?? null;
  }
}

export interface SendOptions {
  /** The same message sent again has the same one: a channel that can tell by it shows the message once. */
  key?: string;
  /** The message of the chat that this answers; a channel that shows no such thing sends without it. */
  replyTo?: string;
  /** Of a message that the system starts: what it is about, where a channel heads messages with a subject. */
  about?: NotificationKind;
  /** Of such a message: the person, as the channel names them. */
  to?: string;
}

/** Sends and edits messages on one channel. Throws `SendError`; `badRequest` for an edit where nothing can be edited. */
export interface MessageSender {
  readonly channel: string;
  send(chatId: string, message: OutboundMessage, o?: SendOptions): Promise<{ messageId: string }>;
  edit(chatId: string, messageId: string, message: OutboundMessage, o?: SendOptions): Promise<void>;
}

/**
 * `notFound`: no such enrollment is followed, or no longer. `unreachable`: nothing was sent. `noAnswer`: it was sent, and
 * may still take effect.
 */
export type UnavailableCode = 'notFound' | 'unreachable' | 'noAnswer';

/** Thrown when the workflow engine does not answer for an enrollment. */
export class EnrollmentUnavailable extends Error {
  readonly code: UnavailableCode;
  constructor(code: UnavailableCode, cause?: unknown) {
    super(`enrollment ${code}`, { cause });
    this.name = 'EnrollmentUnavailable';
    this.code = code;
  }
}

interface By {
  enrollmentId: string;
  /** The same ID twice is one event. */
  eventId: string;
  source: EventSource;
  actor: string;
}

interface BasedOn {
  /** The `standingMark` that was seen: where it is another one by now, the change is refused as `changedMeanwhile`. */
  basedOn?: string;
}

/** Updates of enrollment and campaign workflows. Throws `EnrollmentUnavailable`. */
export interface EnrollmentCommands {
  reportStep(i: By & { step: ReportedStep }): Promise<ChangeResult>;
  /** Takes back what was reported by mistake: `step` is the furthest one really done, null for none. */
  correctStep(i: By & { step: ReportedStep | null }): Promise<ChangeResult>;
  /**
   * Mends a status that was entered wrongly, from any status to any other, and of an enrollment that is over too: it is
   * followed again then.
   */
  correctStatus(i: By & BasedOn & { status: OfficialStatus; reason: string }): Promise<ChangeResult>;
  /** The firm says that it does not take part, or takes that back: its word, until staff make it official. */
  decline(i: By & { takenBack: boolean }): Promise<ChangeResult>;
  /** A repeat with the same `updateId` joins the first, and gets its answer; without one it is decided anew. */
  applyOfficialEvent(
    i: By & BasedOn & { status: OfficialStatus; reason: string | null; updateId?: string },
  ): Promise<ChangeResult>;
  /** Why the firm does not go over into the next year's pack. The firm is told. */
  refuseRenewal(
    i: By & { nextPack: string; codes: string[]; givenUsd: number | null },
  ): Promise<ChangeResult>;
  /** Somebody became a contact of the firm; the other contacts are told. */
  linkContact(i: By & { personId: string; by: LinkedBy }): Promise<ChangeResult>;
  /** The firm goes on under another code: `to` is the enrollment there, and this one ends. */
  moveEnrollment(i: By & { to: string }): Promise<ChangeResult>;
  /** Another firm merged into this one: `from` is its enrollment, which has ended. */
  mergeEnrollment(i: By & { from: string; merged: MergedStanding }): Promise<ChangeResult>;
  snooze(i: By & { workingDays: number }): Promise<ChangeResult>;
  requestReminder(i: By & { notificationKey: string }): Promise<ReminderResult>;
  advanceTrialClock(i: By): Promise<ChangeResult>;
  /**
   * Ends the workflow of an enrollment that should not have been, whatever it does; it says nothing to anybody. One that does
   * not run is left as it is.
   */
  withdraw(i: { enrollmentId: string; reason: string }): Promise<void>;
  /**
   * Where it stands in the database; `paused`: it writes to nobody until staff resume it. Once, however often it is asked for;
   * after `noAnswer` it may have started.
   */
  startCampaign(campaignId: string, how?: { paused: boolean }): Promise<void>;
  /** What is collected for a person goes out soon, as one message. Many calls for one person lead to one message. */
  startDigest(person: { identityId: string; channel: string }): Promise<void>;
  /** Has the renewal of a pack, which must be open, look at what is due; it is started where it does not run. */
  wakeRenewal(packId: string): Promise<void>;
  /** `notFound`: the campaign has ended, or never began. */
  steerCampaign(i: SteerCampaign): Promise<SteerCampaignResult>;
}

export interface SteerCampaign extends SteerCampaignInput {
  campaignId: string;
  action: SteeringAction;
}

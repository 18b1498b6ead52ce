import type { ReminderCadence } from '../calendar/cadence.ts';

/** What staff, an import or the integration API says of an enrollment. Only those sources change it. */
export const officialStatuses = [
  'invited',
  'submitted',
  'underReview',
  'approved',
  'inForce',
  /** Still in force, and the next year's enrollment is open (续转). */
  'renewalOpen',
  /** Went over into the next year's pack. */
  'renewed',
  /** 退回续转申请 */
  'returned',
  /** The firm does not take part. */
  'declined',
  /** The deadline passed without a submission. */
  'lapsed',
  /** 解除保单, by written notice. */
  'terminated',
  'expired',
] as const;
export type OfficialStatus = (typeof officialStatuses)[number];

/**
 * What the firm itself says it has done on the Single Window, in the order of the pages.
 * `confirmed` (确认投保) is the middle of the way; only `submitted` ends it.
 */
export const reportedSteps = [
  'realNameVerified',
  'opened',
  'contactFilled',
  'documentsRead',
  'confirmed',
  'sealed',
  'agreementSigned',
  'dataAuthorised',
  'submitted',
] as const;
export type ReportedStep = (typeof reportedSteps)[number];

export type EventSource = 'firm' | 'staff' | 'import' | 'cli' | 'api' | 'system';

/** The state of one enrollment: one firm in one policy pack. Times are ISO 8601 instants in UTC. */
export interface EnrollmentState {
  officialStatus: OfficialStatus;
  officialSince: string;
  officialReason: string | null;
  /** Furthest step that the firm says it has finished; null before the first. Everything before it counts as done. */
  reportedStep: ReportedStep | null;
  /** When the firm last said where it is: reported a step, or took one back. */
  reportedAt: string | null;
  invitedAt: string;
  snoozedUntil: string | null;
  /** When the firm said that it does not want to take part: its own word, shown as such; official is `declined`. */
  declinedAt: string | null;
  /** Reminders of the cadence that fell due, whether or not they could be sent. */
  remindersDue: number;
  lastReminderAt: string | null;
  /** Reminders since the firm last said anything. */
  unanswered: number;
  /** When it was reminded in the last seven days, oldest first. */
  remindedAt: string[];
  /** The enrollment that goes on in the place of this one: the firm merged into another, or its code was corrected. */
  movedTo: string | null;
  /** Counts every change; a projection with a lower version is stale. */
  version: number;
}

/** Where an enrollment stood that ends in favour of another one, and which of the two standings goes on. */
export interface MergedStanding {
  standing: EnrollmentState;
  keeps: 'own' | 'theirs';
}

/** Who let a contact in: the office, or another contact of the firm. */
export type LinkedBy = 'office' | 'colleague';

export type EnrollmentEvent =
  | { type: 'stepReported'; step: ReportedStep; at: string }
  /** The firm takes back what it reported by mistake: `step` is the furthest one really done, null for none. */
  | { type: 'stepCorrected'; step: ReportedStep | null; at: string }
  | { type: 'officialChanged'; status: OfficialStatus; reason: string | null; at: string }
  /** A wrong status was entered: what is right, and why. History keeps both. */
  | { type: 'officialCorrected'; status: OfficialStatus; reason: string; at: string }
  /** The firm says that it does not want to take part, or takes that back. */
  | { type: 'declinedByFirm'; at: string }
  | { type: 'declineTakenBack'; at: string }
  /** The firm goes on under another code: `to` is the enrollment there. */
  | { type: 'moved'; to: string; at: string }
  /** It goes on from an enrollment under another code of the firm; `merged` where it had been followed itself before. */
  | { type: 'movedFrom'; from: string; merged?: MergedStanding; at: string }
  /** It does not go over into the next year's pack, by its rules and list; `codes` say why. */
  | { type: 'renewalRefused'; nextPack: string; codes: string[]; givenUsd: number | null; at: string }
  /** A person became a contact of the firm, with a code of the office or of one who is. */
  | { type: 'contactLinked'; personId: string; by: LinkedBy; at: string }
  | { type: 'snoozed'; until: string; at: string }
  | { type: 'reminderFellDue'; at: string };

/** Why an event was refused. Codes and data only; sentences live in the locales. */
export type Refusal =
  | { code: 'transitionNotAllowed'; from: OfficialStatus; to: OfficialStatus }
  | { code: 'sameStatus'; status: OfficialStatus }
  | { code: 'stepAlreadyReported'; step: ReportedStep; furthest: ReportedStep }
  /** A correction only goes back; `furthest` is what is reported now. */
  | { code: 'nothingToCorrect'; furthest: ReportedStep | null }
  | { code: 'notOpenForReports'; officialStatus: OfficialStatus }
  | { code: 'reasonRequired'; status: OfficialStatus }
  | { code: 'alreadyDeclined' }
  | { code: 'notDeclined' }
  /** The firm goes on under another code. */
  | { code: 'moved'; to: string }
  /** It is not as it was seen by whoever decided: somebody else was first. */
  | { code: 'changedMeanwhile' }
  | { code: 'notTrial' }
  | { code: 'nothingScheduled' };

export type Transition = { ok: true; state: EnrollmentState } | { ok: false; refusal: Refusal };

/** Why a reminder is not sent to a firm. */
export type ReminderSkip =
  | 'officiallyPastInvitation'
  | 'reportedSubmitted'
  /** The firm said that it does not want to take part. */
  | 'declined'
  | 'snoozed'
  | 'noVerifiedContact'
  | 'contactBlockedBot'
  /** Every contact asked for no more reminders. */
  | 'remindersStopped'
  /** Today already. */
  | 'alreadySent'
  /** Within the time that a campaign keeps its distance. */
  | 'remindedRecently'
  /** As many as may go out within seven days. */
  | 'weeklyCap'
  /** No time to write to people. */
  | 'quietHours'
  /** The firm goes on under another code, and is reminded there. */
  | 'moved'
  | 'notTracked';

/** One line of an enrollment's history: who, what, when, from where. `at` is an ISO 8601 instant in UTC. */
export interface TimelineEntry {
  seq: number;
  at: string;
  source: EventSource;
  /** An ID of ours (contact link, staff ID) or a source name, never a person's name. */
  actor: string;
  /** Of the event that was applied; the same again changes nothing. Absent where the enrollment itself acts. */
  eventId?: string;
  event:
    | { type: 'invited' }
    | EnrollmentEvent
    | { type: 'reminded'; key: string; outcome: string }
    | { type: 'noticed'; key: string; outcome: string };
}

/** What a message that the system starts is about. To staff: `verifySubmission`, `firmDeclined`, `escalation`, `officeNotice`. */
export type NotificationKind =
  | 'reminder'
  | 'statusNotice'
  | 'verifySubmission'
  | 'firmDeclined'
  | 'escalation'
  /** To the firm: why it does not go over into the next year's pack. */
  | 'renewalRefused'
  /** To the firm's other contacts: somebody joined them. */
  | 'contactLinked'
  /** Of the office itself and of no firm. */
  | 'officeNotice'
  /** To the firm: the office's own words, sent by a campaign. */
  | 'announcement';

/** Messages that are not repeated when nobody knows whether they arrived, and that are out of date after some hours. */
export const isPassing = (kind: NotificationKind): boolean => kind === 'reminder' || kind === 'announcement';

/** Messages that go to staff and not to the firm. */
export const isForStaff = (kind: NotificationKind): boolean =>
  ['verifySubmission', 'firmDeclined', 'escalation', 'officeNotice'].includes(kind);

/** A message that a change of the enrollment causes. Codes and IDs; the text is made where it is sent. */
export interface Notice {
  /** Unique for the change that caused it: versions never repeat. */
  key: string;
  kind: Exclude<NotificationKind, 'reminder' | 'announcement'>;
  data: Record<string, string | number | null>;
}

/** An enrollment as chat, console and command line read it. */
export interface EnrollmentSnapshot extends EnrollmentState {
  enrollmentId: string;
  packId: string;
  uscc: string;
  city: string;
  trial: boolean;
  /** What the enrollment calls now; differs from the wall clock only in trial. */
  now: string;
  nextReminderAt: string | null;
  cadence: ReminderCadence;
  /** Enrollment of the year before that goes over into this one; absent for none. */
  predecessorId?: string;
  /** How far a trial's clock was moved on; absent for not at all. */
  clockOffsetMs?: number;
  /** What its people are still to be told; absent for nothing. A workflow that is started again tells them. */
  pendingNotices?: Notice[];
}

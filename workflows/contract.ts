import type { ReminderCadence } from '../knowledge/calendar/cadence.ts';
import type { CampaignKind, CampaignState } from '../knowledge/campaigns/campaign.ts';
import type { CarriedEnrollment } from '../knowledge/enrollment/carried.ts';
import type {
  EnrollmentSnapshot,
  EventSource,
  LinkedBy,
  MergedStanding,
  OfficialStatus,
  Refusal,
  ReminderSkip,
  ReportedStep,
} from '../knowledge/enrollment/state.ts';

export { enrollmentIdOf } from '../knowledge/enrollment/enrollment-id.ts';

/** Names, payloads and IDs that workflows share with their callers. Payloads carry IDs, never personal data. */

export const mainTaskQueue = 'tongbao';
/** Each channel's sends have a queue of their own, so that a rate holds across workers. */
export const sendTaskQueue = (channel: string): string => `tongbao-send-${channel}`;

export const enrollmentWorkflowType = 'enrollment';
export const campaignWorkflowType = 'campaign';

export const digestWorkflowType = 'digest';
/** Asks a running digest to take up what came since. */
export const collectSignal = 'collect';

export const enrollmentWorkflowId = (enrollmentId: string): string => `enrollment/${enrollmentId}`;
export const digestWorkflowId = (identityId: string): string => `digest/${identityId}`;
export const campaignWorkflowId = (campaignId: string): string => `campaign/${campaignId}`;

/** Search attributes, all of type Keyword, registered when the embedded server starts. */
export const searchAttributeNames = {
  pack: 'TongbaoPack',
  city: 'TongbaoCity',
  status: 'TongbaoStatus',
} as const;

export interface EnrollmentInput {
  enrollmentId: string;
  packId: string;
  uscc: string;
  city: string;
  trial: boolean;
  /** ISO 8601 instant in UTC. */
  invitedAt: string;
  cadence: ReminderCadence;
  /** Enrollment of the year before that goes over into this one; absent for none. */
  predecessorId?: string;
  /** Handed over by continue-as-new, or by the projection where Temporal lost the workflow. */
  carried?: CarriedEnrollment;
}

/** The same `eventId` twice is one event; the second answers `alreadyApplied`. */
interface Event {
  eventId: string;
  source: EventSource;
  actor: string;
}

interface BasedOn {
  /** The `standingMark` that whoever decided had seen; refused where it is another one by now. Absent: whatever it is. */
  basedOn?: string;
}

export interface ReportStepInput extends Event {
  step: ReportedStep;
}
export interface CorrectStepInput extends Event {
  /** The furthest step that is really done; null for none. */
  step: ReportedStep | null;
}
export interface OfficialEventInput extends Event, BasedOn {
  status: OfficialStatus;
  reason: string | null;
}
/** Mends a status that was entered wrongly; the reason is kept, and the firm is told. */
export interface CorrectStatusInput extends Event, BasedOn {
  status: OfficialStatus;
  reason: string;
}
/** The firm says that it does not take part, or takes that back. */
export interface DeclineInput extends Event {
  takenBack: boolean;
}
/** Why the firm does not go over into the next year's pack; it is told. */
/** Somebody became a contact of the firm; the others are told. */
export interface LinkContactInput extends Event {
  personId: string;
  by: LinkedBy;
}
export interface RefuseRenewalInput extends Event {
  nextPack: string;
  codes: string[];
  givenUsd: number | null;
}
/** The firm goes on under another code: `to` is the enrollment there, and this one ends. */
export interface MoveEnrollmentInput extends Event {
  to: string;
}
/** Another firm merged into this one: `from` is its enrollment, which has ended, and `merged` where that stood. */
export interface MergeEnrollmentInput extends Event {
  from: string;
  merged: MergedStanding;
}
export interface SnoozeInput extends Event {
  workingDays: number;
}
export interface RequestReminderInput extends Event {
  /** Key of the notification to create: `campaign/<campaignId>/<USCC>` or `manual/<eventId>`. */
  notificationKey: string;
}
export type AdvanceTrialClockInput = Event;

/** What an update answers, once the projection is saved: what the change led to is read there, and not kept in the history too. */
export type Change = { outcome: 'applied' | 'alreadyApplied' } | { outcome: 'refused'; refusal: Refusal };
export type ChangeResult = Change & { enrollment: EnrollmentSnapshot };

export type ReminderResult =
  | { outcome: 'sent'; sent: number }
  /** Goes out with what else its recipients are due. */
  | { outcome: 'collected' }
  | { outcome: 'skipped'; reason: ReminderSkip }
  | { outcome: 'failed' | 'unknown' };

/** `sent`, `failed`, `unknown` or `skipped:<reason>`: how timelines and campaigns note a result. */
export const outcomeCode = (result: ReminderResult): string =>
  result.outcome === 'skipped' ? `skipped:${result.reason}` : result.outcome;

/** Wire names of the updates and queries of `enrollment`. */
export const enrollmentMessages = {
  reportStep: 'reportStep',
  correctStep: 'correctStep',
  applyOfficialEvent: 'applyOfficialEvent',
  correctStatus: 'correctStatus',
  decline: 'decline',
  refuseRenewal: 'refuseRenewal',
  linkContact: 'linkContact',
  moveEnrollment: 'moveEnrollment',
  mergeEnrollment: 'mergeEnrollment',
  snooze: 'snooze',
  requestReminder: 'requestReminder',
  advanceTrialClock: 'advanceTrialClock',
  getEnrollment: 'getEnrollment',
} as const;

export interface DigestInput {
  identityId: string;
  channel: string;
  /** How long to wait for what else the person is due. */
  collectForMs: number;
}

export interface CampaignInput {
  campaignId: string;
  /** Handed over by continue-as-new of an earlier version: ID of the last enrollment done. */
  afterEnrollmentId?: string;
  /** Handed over by continue-as-new. */
  carried?: CarriedCampaign;
}

export interface CarriedCampaign {
  kind: CampaignKind;
  state: CampaignState;
  recentEventIds: string[];
}

/** The same `eventId` twice is one event; the second answers `alreadyApplied`. */
export interface SteerCampaignInput {
  eventId: string;
  /** A member of the staff, or `cli`. */
  actor: string;
}

/** `refused`: not from the state that the campaign is in. */
export interface SteerCampaignResult {
  outcome: 'applied' | 'alreadyApplied' | 'refused';
  state: CampaignState;
}

/** Wire names of the updates and queries of `campaign`. */
export const campaignMessages = {
  pause: 'pauseCampaign',
  resume: 'resumeCampaign',
  cancel: 'cancelCampaign',
  getCampaign: 'getCampaign',
} as const;
export const renewalWorkflowType = 'renewal';
export const openRenewalWorkflowType = 'openRenewal';
export const watchWorkflowType = 'watch';
export const renewalWorkflowId = (packId: string): string => `renewal/${packId}`;
/** Wire name of the signal of `renewal` that something may be due. */
export const wakeRenewalName = 'wakeRenewal';

export interface RenewalInput {
  packId: string;
}

/** Schedules: one for each pack whose renewal is to come, and the daily look ahead. */
export const renewalScheduleId = (packId: string): string => `renewal/${packId}`;
export const watchScheduleId = 'watch';

import type { EnrollmentSnapshot, OfficialStatus, Refusal } from '../enrollment/state.ts';

/**
 * When something happened, as exactly as is known: between two instants (ISO 8601, UTC), which are equal for an exact time.
 * Without a `from` it may have happened at any time before `to`.
 */
export interface Occurred {
  from: string | null;
  to: string;
}

/** Characters of a reason, as much as a firm reads of it. */
export const longestReason = 500;

/** What a system outside, or a result list, says of one firm. */
export interface OfficialEvent {
  /** The sender's own: the same ID twice is one event. */
  id: string;
  /** Enrollment that it speaks of: `<pack>/<USCC>`. */
  enrollmentId: string;
  status: OfficialStatus;
  reason: string | null;
  occurred: Occurred;
}

/** Why an event changed nothing. Codes and data; sentences live in the locales. */
export type EventRefusal =
  | Refusal
  /** The status it follows from has not arrived: kept, and tried again when it does. */
  | { code: 'earlierEventMissing'; from: OfficialStatus; to: OfficialStatus }
  /** It happened before what is known already; `knownSince` is when that happened. */
  | { code: 'olderThanKnown'; knownSince: string }
  | { code: 'occurredInFuture'; occurredAt: string; now: string }
  | { code: 'notTracked' }
  | { code: 'idUsedForAnother' };

/**
 * What became of an event. `unchanged`: the status was so already. `held`: not possible yet, kept for when an earlier event
 * arrives. `stale`: older than what is known. `notFound`: no such enrollment is followed.
 */
export type EventOutcome = 'applied' | 'unchanged' | 'held' | 'refused' | 'stale' | 'notFound';

export interface EventDecision {
  outcome: EventOutcome;
  /** Why nothing changed; null when it was applied, or nothing had to change. */
  refusal: EventRefusal | null;
}

/** What the sender of an event is told. `accepted`: stored, and not decided yet. `conflict`: its ID was used for another. */
export interface EventResult {
  id: string;
  outcome: EventOutcome | 'alreadyApplied' | 'conflict' | 'accepted';
  refusal: EventRefusal | null;
}

/** What an event about an enrollment is judged against. */
export interface Standing {
  enrollment: EnrollmentSnapshot;
  firmName: string;
  /** Names that the firm had. */
  formerNames: string[];
  /** When the latest thing happened that an event told, or that the office entered; null for none with a known time. */
  knownSince: string | null;
}

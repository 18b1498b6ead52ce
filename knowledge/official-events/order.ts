import { isBefore } from '../calendar/shanghai-time.ts';
import { applyEvent, isOver, stateOf } from '../enrollment/machine.ts';
import type { EnrollmentSnapshot, Refusal, TimelineEntry } from '../enrollment/state.ts';
import type { EventDecision, Occurred, OfficialEvent } from './types.ts';

/** The order in which things happened, as far as it is known; what cannot be told apart stays in the order given. */
export const inOrderOfOccurrence = <E extends { occurred: Occurred }>(events: readonly E[]): E[] =>
  events.toSorted(
    (a, b) =>
      Date.parse(a.occurred.to) - Date.parse(b.occurred.to) ||
      Date.parse(a.occurred.from ?? a.occurred.to) - Date.parse(b.occurred.from ?? b.occurred.to),
  );

/** Only what certainly happened before the last known fact is older than it: one of the same day may be newer. */
export const isOlder = (occurred: Occurred, knownSince: string | null): boolean =>
  knownSince !== null && isBefore(occurred.to, knownSince);

/** The later of two instants of which either may be unknown. */
export function laterKnown(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return isBefore(a, b) ? b : a;
}

/**
 * When staff last set a status, or the command line did: they enter what they see, so an event that happened before is older.
 * Left out is what events set (the event has its own date), what the calendar did (a firm may have submitted on the last day
 * all the same), and what a trial's clock, moved on, dates in the future.
 */
export function officeSpokeAt(
  timeline: readonly Pick<TimelineEntry, 'at' | 'source' | 'event'>[],
  now: string,
): string | null {
  const spoken = timeline.findLast(
    ({ source, event, at }) =>
      (event.type === 'officialChanged' || event.type === 'officialCorrected') &&
      (source === 'staff' || source === 'cli') &&
      !isBefore(now, at),
  );
  return spoken?.at ?? null;
}

/** What the state machine's refusal means for an event from outside. */
export function decisionOn(refusal: Refusal, { occurred }: Pick<OfficialEvent, 'occurred'>): EventDecision {
  if (refusal.code === 'sameStatus') return { outcome: 'unchanged', refusal: null };
  // Of an event without a date nobody can say later that it came after another.
  if (refusal.code === 'transitionNotAllowed' && !isOver(refusal.from) && occurred.from !== null) {
    const { from, to } = refusal;
    return { outcome: 'held', refusal: { code: 'earlierEventMissing', from, to } };
  }
  return { outcome: 'refused', refusal };
}

/** What would become of an event as an enrollment stands, by the state machine alone. */
export function forecast(
  enrollment: EnrollmentSnapshot,
  event: Pick<OfficialEvent, 'status' | 'reason' | 'occurred'>,
  knownSince: string | null,
): EventDecision {
  if (knownSince !== null && isOlder(event.occurred, knownSince)) {
    return { outcome: 'stale', refusal: { code: 'olderThanKnown', knownSince } };
  }
  const { status, reason, occurred } = event;
  const made = applyEvent(stateOf(enrollment), { type: 'officialChanged', status, reason, at: occurred.to });
  return made.ok ? { outcome: 'applied', refusal: null } : decisionOn(made.refusal, event);
}

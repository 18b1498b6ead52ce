import { enrollmentIdOf, packOf, usccOf } from './enrollment-id.ts';
import { stateOf } from './machine.ts';
import { nextReminderAt } from './reminders.ts';
import type { EnrollmentSnapshot } from './state.ts';

/**
 * An enrollment that has moved, as it goes on under another code: exactly where it stood. What its people were still to be told
 * stays with the one that has moved, which tells it to its end.
 */
export function continuedAs(
  moved: EnrollmentSnapshot,
  { uscc, city, now }: { uscc: string; city: string; now: string },
): EnrollmentSnapshot {
  const { predecessorId, ...kept } = moved;
  delete kept.pendingNotices;
  const state = { ...stateOf(moved), movedTo: null, version: moved.version + 1 };
  return {
    ...kept,
    ...state,
    ...{ enrollmentId: enrollmentIdOf(moved.packId, uscc), uscc, city, now },
    nextReminderAt: nextReminderAt(state, moved.cadence, now),
    ...(predecessorId === undefined ? {} : { predecessorId: movedId(predecessorId, moved.uscc, uscc) }),
  };
}

const movedId = (enrollmentId: string, from: string, to: string): string =>
  usccOf(enrollmentId) === from ? enrollmentIdOf(packOf(enrollmentId), to) : enrollmentId;

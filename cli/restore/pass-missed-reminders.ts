import type { CarriedEnrollment } from '../../knowledge/enrollment/carried.ts';
import { addTime, isBefore } from '../../knowledge/calendar/shanghai-time.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { EnrollmentBook } from '../../workflows/enrollment-book.ts';

export interface Passed {
  snapshot: EnrollmentSnapshot;
  timeline: TimelineEntry[];
  reminders: number;
}

/**
 * For an enrollment out of a backup: reminders that fell due after it, up to `until`, while the system went on. They were
 * most likely sent, and nobody knows any more; so they count as due, with an unknown outcome, and the next one keeps its
 * distance from them. Null when there are none.
 */
export function passMissedReminders(
  stored: EnrollmentSnapshot,
  carried: CarriedEnrollment,
  until: string,
): Passed | null {
  const { enrollmentId, packId, uscc, city, trial, invitedAt, cadence } = stored;
  const book = new EnrollmentBook({
    ...{ enrollmentId, packId, uscc, city, trial, invitedAt, cadence, carried },
  });
  const end = addTime(until, book.clockOffsetMs);
  let now = stored.now;
  for (let reminders = 0; ; reminders += 1) {
    const next = book.nextReminderAt(now);
    if (next === null || isBefore(end, next)) {
      if (reminders === 0) return null;
      return { snapshot: book.snapshot(now), timeline: book.takeUnsaved(), reminders };
    }
    book.reminderEnded(next, `reminder/${enrollmentId}/${book.state.version}`, 'unknown');
    now = next;
  }
}

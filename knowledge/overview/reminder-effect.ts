import { isBefore } from '../calendar/shanghai-time.ts';

export const followsWithinDays = 3;
const dayMs = 86_400_000;

/** A moment of one enrollment, an ISO 8601 instant. */
export interface EnrollmentMoment {
  enrollmentId: string;
  at: string;
}
/** Something that a firm did or said. */
export interface FirmMoment extends EnrollmentMoment {
  submitted: boolean;
}

export interface ReminderEffect {
  /** Reminders that were sent, the same to several contacts of a firm each. */
  sent: number;
  /** Of those, after which the firm did something within three days, */
  followed: number;
  /** and of these, where it submitted. */
  submitted: number;
  /** Nothing yet, and the three days are not over. */
  pending: number;
}

/** What firms did after they were reminded. That it came after does not say that it came of it. */
export function effectOfReminders(
  reminders: readonly EnrollmentMoment[],
  moments: readonly FirmMoment[],
  now: string,
): ReminderEffect {
  const byEnrollment = new Map<string, FirmMoment[]>();
  for (const moment of moments) {
    const known = byEnrollment.get(moment.enrollmentId);
    if (known === undefined) byEnrollment.set(moment.enrollmentId, [moment]);
    else known.push(moment);
  }
  const effect: ReminderEffect = { sent: reminders.length, followed: 0, submitted: 0, pending: 0 };
  for (const { enrollmentId, at } of reminders) {
    const until = new Date(Date.parse(at) + followsWithinDays * dayMs).toISOString();
    const after = (byEnrollment.get(enrollmentId) ?? []).filter(
      (moment) => isBefore(at, moment.at) && !isBefore(until, moment.at),
    );
    if (after.length > 0) effect.followed += 1;
    else if (isBefore(now, until)) effect.pending += 1;
    if (after.some(({ submitted }) => submitted)) effect.submitted += 1;
  }
  return effect;
}

/**
 * When an enrollment that waits for the firm is reminded. Set by the office (办公室设定), not by the notice. Fields with a
 * question mark came later: enrollments that were started before do without them.
 */
export interface ReminderCadence {
  /** Working days after the invitation until the first reminder. */
  firstAfterWorkingDays: number;
  /** Working days between reminders. */
  everyWorkingDays: number;
  /** Other intervals, by the step that the firm last reported: who is nearly done is helped sooner. */
  everyWorkingDaysAt?: Record<string, number>;
  /** No more than this many reminders of the interval for one enrollment; those before the deadline are not counted. */
  maxReminders: number;
  /** Local time of day in `timeZone`, `HH:mm`. */
  sendAt: string;
  /** Quiet from this time of day until `sendAt` of the next working day, `HH:mm`; 18:00 where it is not set. */
  sendUntil?: string;
  /** IANA name; only Asia/Shanghai (UTC+8, no summer time) is supported. */
  timeZone: 'Asia/Shanghai';
  /** Last day to confirm, `YYYY-MM-DD`; null or absent where there is none: then nothing is due before it, and nothing lapses. */
  deadline?: string | null;
  /** Calendar days before the deadline on which the firm is reminded besides; on the working day before, where it is none. */
  daysBeforeDeadline?: number[];
  /** Reminders within seven days, those of staff among them; null or absent: as many as the intervals give. */
  maxPerWeek?: number | null;
  /** After so many reminders without a word from the firm its officer is told; null or absent: never. */
  escalateAfter?: number | null;
}

/** When an enrollment that waits for the firm is reminded. Set by the office (办公室设定), not by the notice. */
export interface ReminderCadence {
  /** Working days after the invitation until the first reminder. */
  firstAfterWorkingDays: number;
  /** Working days between reminders. */
  everyWorkingDays: number;
  /** No more than this many reminders of the cadence for one enrollment. */
  maxReminders: number;
  /** Local time of day in `timeZone`, `HH:mm`. */
  sendAt: string;
  /** IANA name; only Asia/Shanghai (UTC+8, no summer time) is supported. */
  timeZone: 'Asia/Shanghai';
}

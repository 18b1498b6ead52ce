import type { ReminderCadence } from '../calendar/cadence.ts';
import type { PolicyPack } from './schema.ts';

/** The cadence that an enrollment in this pack starts with, with the deadline that it counts to. */
export function cadenceOf({ reminders, application }: PolicyPack): ReminderCadence {
  const { firstAfterWorkingDays, everyWorkingDays, everyWorkingDaysAt, maxReminders } = reminders;
  const { sendAt, sendUntil, timeZone, daysBeforeDeadline, maxPerWeek, escalateAfter } = reminders;
  return {
    ...{ firstAfterWorkingDays, everyWorkingDays, everyWorkingDaysAt, maxReminders },
    ...{ sendAt, sendUntil, timeZone, daysBeforeDeadline, maxPerWeek, escalateAfter },
    deadline: application.deadline,
  };
}

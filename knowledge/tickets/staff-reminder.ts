import { beforeOfficeMinutes, officeMinutesBetween } from './office-hours.ts';
import type { OfficeHours } from './office-hours.ts';

/**
 * How many times staff should have been reminded of a ticket that has waited for them since `since`: after `everyMinutes` of
 * office hours, then after twice, four times, eight times as long. What nobody looks at for days is not shouted every half
 * hour.
 */
export function remindersReached(
  hours: OfficeHours,
  everyMinutes: number,
  { since, now }: { since: string; now: string },
): number {
  const waited = officeMinutesBetween(hours, since, now);
  return waited < everyMinutes ? 0 : Math.floor(Math.log2(waited / everyMinutes)) + 1;
}

/** The last reminder comes after some half a year of working days. */
const most = 11;

/** Which tickets are due: those that were reminded of so often and have waited since that instant, or longer. */
export function remindersDue(
  hours: OfficeHours,
  everyMinutes: number,
  now: string,
): { reminders: number; since: string }[] {
  let since = now;
  return Array.from({ length: most }, (_, reminders) => {
    since = beforeOfficeMinutes(hours, since, everyMinutes * (reminders === 0 ? 1 : 2 ** (reminders - 1)));
    return { reminders, since };
  });
}

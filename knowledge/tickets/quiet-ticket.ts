import { beforeOfficeMinutes, minutesADay } from './office-hours.ts';
import type { OfficeHours } from './office-hours.ts';

/** What was answered at this instant or before, with nobody writing since, is over at `now`: so many working days have passed. */
export const quietSince = (hours: OfficeHours, afterDays: number, now: string): string =>
  beforeOfficeMinutes(hours, now, afterDays * minutesADay(hours));

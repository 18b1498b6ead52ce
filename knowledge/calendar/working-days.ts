// The data file, not the package's code: its module entry is an ESM file in a package marked CommonJS, which the
// workflow bundle cannot load.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, weekdayOf } from './shanghai-time.ts';

const holidays = new Set(Object.keys(published.holidays));
/** Weekend days on which people work instead (调休). */
const shiftedWorkdays = new Set(Object.keys(published.workdays));

/** A date that was counted to, and whether the State Council's calendar was known for every day on the way. */
export interface CountedDate {
  /** `YYYY-MM-DD` in Shanghai. */
  date: string;
  /** False: a year on the way is not published yet, and Monday to Friday stood in for it. */
  calendarKnown: boolean;
}

/** Whether the holidays of a year are published: each published year names its National Day. */
export const calendarKnows = (year: number): boolean => holidays.has(`${year}-10-01`);

const knowsDate = (date: string): boolean => calendarKnows(Number(date.slice(0, 4)));

/** Whether people in China work on that date; Monday to Friday where the year is not published. */
export function isWorkingDay(date: string): boolean {
  if (shiftedWorkdays.has(date)) return true;
  if (holidays.has(date)) return false;
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

/** The `count`-th working day after `date`; `date` itself does not count. `count` is at least 1. */
export function addWorkingDays(date: string, count: number): CountedDate {
  let day = date;
  let left = count;
  let calendarKnown = true;
  while (left > 0) {
    day = addDays(day, 1);
    calendarKnown &&= knowsDate(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return { date: day, calendarKnown };
}

/** `date` if it is a working day, otherwise the next one. */
export const firstWorkingDayFrom = (date: string): CountedDate => addWorkingDays(addDays(date, -1), 1);

/** `date` if it is a working day, otherwise the one before it. */
export function lastWorkingDayUntil(date: string): CountedDate {
  let day = date;
  let calendarKnown = knowsDate(day);
  while (!isWorkingDay(day)) {
    day = addDays(day, -1);
    calendarKnown &&= knowsDate(day);
  }
  return { date: day, calendarKnown };
}

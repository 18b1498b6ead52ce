import { addDays, addTime, isBefore, shanghaiDate, shanghaiInstant } from '../calendar/shanghai-time.ts';
import { calendarKnows, firstWorkingDayFrom, isWorkingDay } from '../calendar/working-days.ts';

/** A stretch of a working day in Shanghai, `HH:mm` to `HH:mm`. */
interface Stretch {
  from: string;
  to: string;
}

/** When the office's staff are at their desks on a working day, in order and without overlap. */
export type OfficeHours = readonly [Stretch, ...Stretch[]];

export const defaultOfficeHours: OfficeHours = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
];

const minuteMs = 60_000;
/** Nobody's hours of work begin later than this after any instant; the longest holidays are eight days. */
const longestSearchDays = 40;

/** `09:00-12:00,13:30-17:30`; null for what is no such list, overlaps or goes backwards. */
export function parseOfficeHours(text: string): OfficeHours | null {
  const stretches: Stretch[] = [];
  for (const part of text.split(/[,，]/)) {
    const match = /^\s*(\d{1,2}:\d{2})\s*[-–~]\s*(\d{1,2}:\d{2})\s*$/.exec(part);
    const [from, to] = [match?.[1], match?.[2]].map((time) => time?.padStart(5, '0'));
    if (from === undefined || to === undefined || !isTime(from) || !isTime(to) || from >= to) return null;
    if ((stretches.at(-1)?.to ?? '00:00') > from) return null;
    stretches.push({ from, to });
  }
  const [first, ...rest] = stretches;
  return first === undefined ? null : [first, ...rest];
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export const formatOfficeHours = (hours: OfficeHours): string =>
  hours.map(({ from, to }) => `${from}-${to}`).join(',');

/** Whether somebody is at the office at that instant. */
export const isOfficeOpen = (hours: OfficeHours, at: string): boolean =>
  stretchesOf(hours, shanghaiDate(at)).some(({ from, to }) => !isBefore(at, from) && isBefore(at, to));

/** From when on somebody is at the office: `at` itself while it is open. */
export function officeOpensAt(hours: OfficeHours, at: string): { at: string; calendarKnown: boolean } {
  let date = shanghaiDate(at);
  let calendarKnown = true;
  for (let days = 0; days <= longestSearchDays; days += 1) {
    calendarKnown &&= calendarKnows(Number(date.slice(0, 4)));
    for (const { from, to } of stretchesOf(hours, date)) {
      if (isBefore(at, to)) return { at: isBefore(at, from) ? from : at, calendarKnown };
    }
    date = addDays(date, 1);
  }
  return { at: shanghaiInstant(firstWorkingDayFrom(date).date, hours[0].from), calendarKnown: false };
}

/** Minutes of office hours between two instants: nights, weekends and holidays do not count. */
export function officeMinutesBetween(hours: OfficeHours, from: string, to: string): number {
  let minutes = 0;
  const last = shanghaiDate(to);
  for (let date = shanghaiDate(from); date <= last; date = addDays(date, 1)) {
    for (const stretch of stretchesOf(hours, date)) {
      const start = isBefore(from, stretch.from) ? stretch.from : from;
      const end = isBefore(stretch.to, to) ? stretch.to : to;
      if (isBefore(start, end)) minutes += (Date.parse(end) - Date.parse(start)) / minuteMs;
    }
  }
  return Math.floor(minutes);
}

/** The instant at which that many minutes of office hours have passed since `from`. */
export function afterOfficeMinutes(hours: OfficeHours, from: string, minutes: number): string {
  let left = minutes;
  let at = from;
  for (;;) {
    const open = officeOpensAt(hours, at).at;
    const end = stretchesOf(hours, shanghaiDate(open)).find(
      ({ from: begins, to }) => !isBefore(open, begins) && isBefore(open, to),
    )?.to;
    // Not reachable: an open instant is in a stretch.
    if (end === undefined) return open;
    const here = (Date.parse(end) - Date.parse(open)) / minuteMs;
    if (left <= here) return addTime(open, left * minuteMs);
    left -= here;
    at = end;
  }
}

/** The latest instant since which that many minutes of office hours have passed at `to`. */
export function beforeOfficeMinutes(hours: OfficeHours, to: string, minutes: number): string {
  let left = minutes;
  for (let date = shanghaiDate(to); ; date = addDays(date, -1)) {
    for (const stretch of stretchesOf(hours, date).reverse()) {
      const end = isBefore(to, stretch.to) ? to : stretch.to;
      const here = (Date.parse(end) - Date.parse(stretch.from)) / minuteMs;
      if (here > 0 && left <= here) return addTime(end, -left * minuteMs);
      left -= Math.max(here, 0);
    }
  }
}

/** Minutes of a working day. */
export const minutesADay = (hours: OfficeHours): number =>
  hours.reduce((sum, { from, to }) => sum + minuteOfDay(to) - minuteOfDay(from), 0);

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const stretchesOf = (hours: OfficeHours, date: string): Stretch[] =>
  isWorkingDay(date)
    ? hours.map(({ from, to }) => ({ from: shanghaiInstant(date, from), to: shanghaiInstant(date, to) }))
    : [];

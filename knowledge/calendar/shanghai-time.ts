/**
 * Asia/Shanghai is UTC+8 without summer time, so plain arithmetic is exact. `Intl` is left out on purpose: workflow code
 * must give the same answer on every machine, whatever time zone data it carries.
 */
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** Local date `YYYY-MM-DD` in Shanghai of an instant. */
export const shanghaiDate = (iso: string): string =>
  new Date(Date.parse(iso) + offsetMs).toISOString().slice(0, 10);

/** Local time `HH:mm` in Shanghai of an instant. */
export const shanghaiTime = (iso: string): string =>
  new Date(Date.parse(iso) + offsetMs).toISOString().slice(11, 16);

/** An instant as people in Shanghai read it, `YYYY-MM-DD HH:mm`. */
export const shanghaiDateTime = (iso: string): string => `${shanghaiDate(iso)} ${shanghaiTime(iso)}`;

/** The instant (ISO 8601, UTC) of a local date `YYYY-MM-DD` and time `HH:mm` in Shanghai. */
export const shanghaiInstant = (date: string, time: string): string =>
  new Date(Date.parse(`${date}T${time}:00.000Z`) - offsetMs).toISOString();

/** The date `days` calendar days after `date`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);

/** The instant `ms` milliseconds after `iso`. */
export const addTime = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();

/** Calendar days from one date to another; negative when `to` is before `from`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / dayMs);

/** 0 is Sunday, as in `Date`. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00.000Z`).getUTCDay();

/** Whether instant `a` is before instant `b`, however many decimals either has. */
export const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);

import { addDays, shanghaiInstant } from '../calendar/shanghai-time.ts';
import { cellText, isBlank } from '../firms/cells.ts';
import type { Cell } from '../firms/types.ts';
import type { Occurred } from '../official-events/types.ts';
import type { CellProblem } from './types.ts';

type DateRead =
  | { ok: true; occurred: Occurred }
  | { ok: false; problem: CellProblem | { code: 'dateUnclear' | 'dateInFuture'; given: string } };

/** 2026-11-24, 2026/11/24, 2026.11.24, 2026年11月24日 and 20261124, with or without a time of day. */
const pattern =
  /^(20\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T](\d{1,2}):(\d{2})(?::\d{2})?)?$/u;

/** When a result was given, by the clock of Shanghai: a day is any time of it, and no date any time until now. */
export function readDate(cell: Cell, now: string): DateRead {
  if (isBlank(cell)) return { ok: true, occurred: { from: null, to: now } };
  const read = cell instanceof Date ? ({ ok: true, text: sheetDate(cell) } as const) : cellText(cell);
  if (!read.ok) return { ok: false, problem: read.problem as CellProblem };
  const given = read.text;
  const match = pattern.exec(given.normalize('NFKC'));
  if (match === null) return { ok: false, problem: { code: 'dateUnclear', given } };
  const [, year = '', month = match[4] ?? '', dayOfMonth = match[5] ?? '', , , hour, minute = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const time = hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
  if (!isDay(day) || (time !== null && time > '23:59')) {
    return { ok: false, problem: { code: 'dateUnclear', given } };
  }
  const occurred = time === null ? wholeDay(day) : exactly(shanghaiInstant(day, time));
  const begins = occurred.from ?? occurred.to;
  if (Date.parse(begins) > Date.parse(now)) return { ok: false, problem: { code: 'dateInFuture', given } };
  return { ok: true, occurred };
}

const exactly = (at: string): Occurred => ({ from: at, to: at });

const wholeDay = (day: string): Occurred => ({
  from: shanghaiInstant(day, '00:00'),
  to: new Date(Date.parse(shanghaiInstant(addDays(day, 1), '00:00')) - 1).toISOString(),
});

/** A date cell holds what the sheet shows, as if it were UTC. */
function sheetDate(cell: Date): string {
  if (Number.isNaN(cell.getTime())) return String(cell);
  const [day = '', time = ''] = cell.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** No 30th of February. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}

import { addDays, weekdayOf } from './shanghai-time.ts';

/** ISO 8601 week of a date, `2026-W53`: it belongs to the year that its Thursday is in. */
export function isoWeek(date: string): string {
  const thursday = addDays(date, 4 - (weekdayOf(date) || 7));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

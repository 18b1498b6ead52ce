import { addDays, shanghaiDate } from '../calendar/shanghai-time.ts';
import { isWorkingDay } from '../calendar/working-days.ts';

export interface DayOfSubmissions {
  /** `YYYY-MM-DD` in Shanghai. */
  date: string;
  /** Firms that submitted on it. */
  count: number;
  /** Firms that had submitted by the end of it. */
  soFar: number;
}

/**
 * Submissions of each working day from `from` until `until`, and of other days on which there were some. `submittedAt` has one
 * instant a firm, also those before `from`.
 */
export function submissionsByDay(
  submittedAt: readonly string[],
  { from, until }: { from: string; until: string },
): DayOfSubmissions[] {
  const onDay = new Map<string, number>();
  let soFar = 0;
  for (const date of submittedAt.map(shanghaiDate)) {
    if (date < from) soFar += 1;
    else onDay.set(date, (onDay.get(date) ?? 0) + 1);
  }
  const days: DayOfSubmissions[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const count = onDay.get(date) ?? 0;
    soFar += count;
    if (count > 0 || isWorkingDay(date)) days.push({ date, count, soFar });
  }
  return days;
}

/** How long there is until a deadline, where there is one. Dates `YYYY-MM-DD`. */
export const untilDeadline = (
  today: string,
  deadline: string | null,
): { date: string; workingDaysLeft: number } | null =>
  deadline === null ? null : { date: deadline, workingDaysLeft: workingDaysLeft(today, deadline) };

/** Working days from `today` until the deadline, both counted; 0 when it has passed. Dates `YYYY-MM-DD`. */
export function workingDaysLeft(today: string, deadline: string): number {
  let left = 0;
  for (let date = today; date <= deadline; date = addDays(date, 1)) if (isWorkingDay(date)) left += 1;
  return left;
}

import { calendarKnows } from './working-days.ts';

/**
 * The year whose holidays and make-up days staff must see to on `today` (`YYYY-MM-DD`), or null. The State Council publishes
 * the next year's in autumn, most often in November; what is still missing on 1 December will be missing in plans soon.
 */
export function calendarGap(today: string, knows: (year: number) => boolean = calendarKnows): number | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  if (!knows(year)) return year;
  return month === 12 && !knows(year + 1) ? year + 1 : null;
}

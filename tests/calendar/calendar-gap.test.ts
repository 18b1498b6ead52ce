import { describe, expect, it } from 'vitest';
import { calendarGap } from '../../knowledge/calendar/calendar-gap.ts';
import { isoWeek } from '../../knowledge/calendar/iso-week.ts';

const until2026 = (year: number): boolean => year <= 2026;

describe('the year whose calendar is missing', () => {
  it.each([
    ['2026-01-01', null],
    ['2026-11-30', null],
    ['2026-12-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
    ['2027-12-31', 2027],
  ])('on %s is %s', (today, expected) => {
    expect(calendarGap(today, until2026)).toBe(expected);
  });

  it('is none where the data goes on', () => {
    expect(calendarGap('2025-12-15')).toBeNull();
  });
});

describe('the week of a date', () => {
  it.each([
    ['2026-11-29', '2026-W48'],
    ['2026-11-30', '2026-W49'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
  ])('of %s is %s', (date, week) => {
    expect(isoWeek(date)).toBe(week);
  });
});

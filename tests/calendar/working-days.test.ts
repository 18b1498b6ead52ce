import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarKnows,
  firstWorkingDayFrom,
  isWorkingDay,
} from '../../knowledge/calendar/working-days.ts';
import {
  addDays,
  shanghaiDate,
  shanghaiInstant,
  shanghaiTime,
} from '../../knowledge/calendar/shanghai-time.ts';

describe('working days in China', () => {
  it.each([
    ['2026-09-30', true, 'Wednesday before National Day'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-05', false, 'Monday within the holiday'],
    ['2026-10-07', false, 'last day of the holiday'],
    ['2026-10-08', true, 'back at work'],
    ['2026-09-20', true, 'a Sunday worked instead (调休)'],
    ['2026-10-10', true, 'a Saturday worked instead (调休)'],
    ['2026-10-11', false, 'a plain Sunday'],
    ['2026-02-14', true, 'a Saturday worked instead, before Spring Festival'],
    ['2026-02-17', false, 'Spring Festival'],
    ['2026-02-28', true, 'a Saturday worked instead, after Spring Festival'],
    ['2026-01-01', false, "New Year's Day"],
    ['2026-12-31', true, 'a plain Thursday'],
    ['2026-11-23', true, 'a plain Monday'],
  ])('%s: %s (%s)', (date, working) => {
    expect(isWorkingDay(date)).toBe(working);
  });

  it.each([
    ['2026-09-30', 1, '2026-10-08', true],
    ['2026-09-30', 3, '2026-10-10', true],
    ['2026-09-30', 4, '2026-10-12', true],
    ['2026-10-03', 1, '2026-10-08', true],
    ['2026-02-13', 1, '2026-02-14', true],
    ['2026-02-14', 1, '2026-02-24', true],
    ['2026-11-20', 1, '2026-11-23', true],
    ['2026-11-23', 5, '2026-11-30', true],
    ['2026-12-31', 1, '2027-01-01', false],
    ['2026-12-30', 2, '2027-01-01', false],
  ])('%s plus %i working days is %s (calendar known: %s)', (from, count, date, calendarKnown) => {
    expect(addWorkingDays(from, count)).toEqual({ date, calendarKnown });
  });

  it('notices a year that is not published and counts Monday to Friday there', () => {
    expect(calendarKnows(2026)).toBe(true);
    expect(calendarKnows(2099)).toBe(false);
    expect(addWorkingDays('2099-01-02', 1)).toEqual({ date: '2099-01-05', calendarKnown: false });
    expect(firstWorkingDayFrom('2099-01-03')).toEqual({ date: '2099-01-05', calendarKnown: false });
  });

  it('takes a working day as it is and moves a holiday to the next working day', () => {
    expect(firstWorkingDayFrom('2026-09-30').date).toBe('2026-09-30');
    expect(firstWorkingDayFrom('2026-10-01').date).toBe('2026-10-08');
  });
});

describe('Shanghai time', () => {
  it('is eight hours ahead of UTC in summer and winter', () => {
    expect(shanghaiInstant('2026-07-01', '09:30')).toBe('2026-07-01T01:30:00.000Z');
    expect(shanghaiInstant('2026-12-31', '06:00')).toBe('2026-12-30T22:00:00.000Z');
    expect(shanghaiDate('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
    expect(shanghaiDate('2026-12-31T15:59:59.999Z')).toBe('2026-12-31');
    expect(shanghaiTime('2026-12-31T15:59:59.999Z')).toBe('23:59');
  });

  it('counts calendar days over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

import { describe, expect, it } from 'vitest';
import { shanghaiDateTime, shanghaiInstant } from '../../knowledge/calendar/shanghai-time.ts';
import {
  afterOfficeMinutes,
  defaultOfficeHours,
  formatOfficeHours,
  isOfficeOpen,
  officeMinutesBetween,
  officeOpensAt,
  parseOfficeHours,
} from '../../knowledge/tickets/office-hours.ts';
import { remindersReached } from '../../knowledge/tickets/staff-reminder.ts';
import { waitingTime } from '../../knowledge/tickets/waiting-time.ts';

const hours = defaultOfficeHours;
const at = (local: string): string => {
  const [date = '', time = ''] = local.split(' ');
  return shanghaiInstant(date, time);
};

describe('office hours as a setting', () => {
  it.each([
    ['09:00-12:00,13:30-17:30', '09:00-12:00,13:30-17:30'],
    [' 9:00 - 17:00 ', '09:00-17:00'],
    ['8:30–12:00，14:00~18:00', '08:30-12:00,14:00-18:00'],
  ])('reads %s', (text, same) => {
    const read = parseOfficeHours(text);
    expect(read === null ? null : formatOfficeHours(read)).toBe(same);
  });

  it.each(['', '9-17', '09:00', '17:00-09:00', '09:00-12:00,11:00-17:00', '09:00-25:00', '09:61-10:00', 'x'])(
    'refuses %j',
    (text) => {
      expect(parseOfficeHours(text)).toBeNull();
    },
  );
});

describe('the office', () => {
  it.each([
    ['2026-11-27 08:59', false], // Friday
    ['2026-11-27 09:00', true],
    ['2026-11-27 12:00', false],
    ['2026-11-27 13:30', true],
    ['2026-11-27 17:30', false],
    ['2026-11-28 10:00', false], // Saturday
    ['2026-10-01 10:00', false], // National Day
    ['2026-10-10 10:00', true], // a Saturday that is worked (调休)
  ])('at %s is open: %s', (local, open) => {
    expect(isOfficeOpen(hours, at(local))).toBe(open);
  });

  it.each([
    ['2026-11-27 10:00', '2026-11-27 10:00'],
    ['2026-11-27 12:10', '2026-11-27 13:30'],
    ['2026-11-27 17:30', '2026-11-30 09:00'],
    ['2026-09-30 18:00', '2026-10-08 09:00'],
    ['2026-10-09 20:00', '2026-10-10 09:00'],
  ])('opens after %s at %s', (local, opens) => {
    const { at: found, calendarKnown } = officeOpensAt(hours, at(local));
    expect([shanghaiDateTime(found), calendarKnown]).toEqual([opens, true]);
  });

  it('says when the holidays on the way are not published', () => {
    expect(officeOpensAt(hours, at('2031-01-01 20:00')).calendarKnown).toBe(false);
  });

  it.each([
    ['2026-11-27 09:00', '2026-11-27 17:30', 420],
    ['2026-11-27 11:50', '2026-11-27 13:40', 20],
    ['2026-11-27 17:20', '2026-11-30 09:10', 20],
    ['2026-09-30 17:00', '2026-10-08 09:30', 60],
    ['2026-11-27 18:00', '2026-11-28 18:00', 0],
    ['2026-11-27 11:00', '2026-11-27 10:00', 0],
  ])('was open from %s to %s for %d minutes', (from, to, minutes) => {
    expect(officeMinutesBetween(hours, at(from), at(to))).toBe(minutes);
  });

  it.each([
    ['2026-11-27 09:00', 30, '2026-11-27 09:30'],
    ['2026-11-27 11:50', 20, '2026-11-27 13:40'],
    ['2026-11-27 17:20', 450, '2026-12-01 09:20'],
  ])('%s and %d minutes later it is %s', (from, minutes, end) => {
    const found = afterOfficeMinutes(hours, at(from), minutes);
    expect(shanghaiDateTime(found)).toBe(end);
    expect(officeMinutesBetween(hours, at(from), found)).toBe(minutes);
  });
});

describe('reminders of staff', () => {
  const since = at('2026-11-27 09:00');
  it.each([
    ['2026-11-27 09:29', 0],
    ['2026-11-27 09:30', 1],
    ['2026-11-27 09:59', 1],
    ['2026-11-27 10:00', 2],
    ['2026-11-27 11:00', 3],
    ['2026-11-27 14:30', 4],
    ['2026-11-28 23:00', 4],
    ['2026-11-30 10:00', 5],
  ])('by %s are %d', (now, count) => {
    expect(remindersReached(hours, 30, { since, now: at(now) })).toBe(count);
  });
});

describe('what is said of the wait', () => {
  const answers = (minutes: number[]) =>
    minutes.map((m) => ({
      openedAt: at('2026-11-27 09:00'),
      answeredAt: afterOfficeMinutes(hours, at('2026-11-27 09:00'), m),
    }));

  it('promises nothing from few answers', () => {
    expect(waitingTime(hours, at('2026-11-27 10:00'), { latest: answers([5, 5, 5, 5]), ahead: 0 })).toEqual({
      ...{ opensAt: null, calendarKnown: true, usualMinutes: null, ahead: 0 },
    });
  });

  it('says what most had to wait, not what the luckier half did', () => {
    const { usualMinutes } = waitingTime(hours, at('2026-11-27 10:00'), {
      ...{ latest: answers([5, 10, 20, 40, 60, 80, 90, 500]), ahead: 2 },
    });
    expect(usualMinutes).toBe(80);
  });

  it('counts no night as waiting, and never says zero', () => {
    const { opensAt, usualMinutes } = waitingTime(hours, at('2026-11-27 20:00'), {
      latest: answers([0, 0, 0, 0, 0]),
      ahead: 0,
    });
    expect(opensAt).toBe(at('2026-11-30 09:00'));
    expect(usualMinutes).toBe(1);
  });
});

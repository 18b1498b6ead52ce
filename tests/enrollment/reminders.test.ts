import { describe, expect, it } from 'vitest';
import type { ReminderCadence } from '../../knowledge/calendar/cadence.ts';
import { initialState } from '../../knowledge/enrollment/machine.ts';
import {
  nextReminderAt,
  outsideSendingTime,
  planReminder,
  reminderSkip,
  requestedReminderSkip,
  snoozeUntil,
} from '../../knowledge/enrollment/reminders.ts';
import { officialStatuses } from '../../knowledge/enrollment/state.ts';
import type { EnrollmentState } from '../../knowledge/enrollment/state.ts';

const cadence: ReminderCadence = {
  firstAfterWorkingDays: 3,
  everyWorkingDays: 5,
  maxReminders: 4,
  sendAt: '09:30',
  timeZone: 'Asia/Shanghai',
};
/** 09:30 in Shanghai. */
const morning = (date: string): string => `${date}T01:30:00.000Z`;
/** Monday 2 November 2026, 10:00 in Shanghai. */
const invitedAt = '2026-11-02T02:00:00.000Z';
const stateWith = (part: Partial<EnrollmentState> = {}): EnrollmentState => ({
  ...initialState(invitedAt),
  ...part,
});

describe('the next reminder', () => {
  it.each<[string, Partial<EnrollmentState>, string, string | null]>([
    ['first: three working days after the invitation', {}, invitedAt, morning('2026-11-05')],
    [
      'invited at 23:30 in Shanghai: that day does not count',
      { invitedAt: '2026-11-02T15:30:00.000Z', officialSince: '2026-11-02T15:30:00.000Z' },
      invitedAt,
      morning('2026-11-05'),
    ],
    [
      'invited half an hour after midnight in Shanghai: counted from the new day',
      { invitedAt: '2026-11-02T16:30:00.000Z', officialSince: '2026-11-02T16:30:00.000Z' },
      invitedAt,
      morning('2026-11-06'),
    ],
    [
      'over a weekend',
      { remindersDue: 1, lastReminderAt: morning('2026-11-05') },
      morning('2026-11-05'),
      morning('2026-11-12'),
    ],
    [
      'over National Day and a worked Saturday',
      { remindersDue: 1, lastReminderAt: morning('2026-09-29') },
      morning('2026-09-29'),
      morning('2026-10-12'),
    ],
    [
      'a reported step starts the interval anew',
      { reportedStep: 'opened', reportedAt: '2026-11-04T02:00:00.000Z' },
      '2026-11-04T02:00:00.000Z',
      morning('2026-11-11'),
    ],
    [
      'a reminder by staff keeps the next one at a distance',
      { lastReminderAt: '2026-11-04T06:00:00.000Z' },
      '2026-11-04T06:00:00.000Z',
      morning('2026-11-11'),
    ],
    ['a snooze moves it', { snoozedUntil: morning('2026-11-09') }, invitedAt, morning('2026-11-09')],
    [
      'a snooze that ends on a weekend moves it to Monday',
      { snoozedUntil: '2026-11-07T04:00:00.000Z' },
      invitedAt,
      morning('2026-11-09'),
    ],
    [
      'a snooze that ends after the time of sending moves it to the next day',
      { snoozedUntil: '2026-11-10T04:00:00.000Z' },
      invitedAt,
      morning('2026-11-11'),
    ],
    [
      'a snooze never brings it forward',
      { snoozedUntil: morning('2026-11-03') },
      invitedAt,
      morning('2026-11-05'),
    ],
    [
      'invited again: counted from then',
      { officialSince: '2026-11-16T02:00:00.000Z' },
      '2026-11-16T02:00:00.000Z',
      morning('2026-11-19'),
    ],
    ['after the last of the cadence there is none', { remindersDue: 4 }, invitedAt, null],
    ['reported submitted: none', { reportedStep: 'submitted', reportedAt: invitedAt }, invitedAt, null],
    ['overdue in office hours: now', {}, '2026-11-06T03:00:00.000Z', '2026-11-06T03:00:00.000Z'],
    ['overdue before office hours: this morning', {}, '2026-11-05T20:00:00.000Z', morning('2026-11-06')],
    ['overdue at night: next morning', {}, '2026-11-06T10:00:00.000Z', morning('2026-11-09')],
    ['overdue on a Saturday: Monday', {}, '2026-11-07T03:00:00.000Z', morning('2026-11-09')],
  ])('%s', (_name, part, now, expected) => {
    expect(nextReminderAt(stateWith(part), cadence, now)).toBe(expected);
  });

  it.each(officialStatuses.filter((s) => s !== 'invited'))(
    'is none while officially %s',
    (officialStatus) => {
      expect(nextReminderAt(stateWith({ officialStatus }), cadence, invitedAt)).toBeNull();
    },
  );

  it('is none for an office that wants no reminders', () => {
    expect(nextReminderAt(stateWith(), { ...cadence, maxReminders: 0 }, invitedAt)).toBeNull();
  });

  it('says when it was counted over a year whose holidays are not published', () => {
    const late = stateWith({
      invitedAt: '2098-12-30T02:00:00.000Z',
      officialSince: '2098-12-30T02:00:00.000Z',
    });
    expect(planReminder(late, cadence, late.invitedAt)?.calendarKnown).toBe(false);
    expect(planReminder(stateWith(), cadence, invitedAt)?.calendarKnown).toBe(true);
  });
});

describe('sending time', () => {
  it.each([
    ['2026-11-05T01:29:59.000Z', morning('2026-11-05')],
    ['2026-11-05T01:30:00.000Z', null],
    ['2026-11-05T09:59:59.000Z', null],
    ['2026-11-05T10:00:00.000Z', morning('2026-11-06')],
    ['2026-11-07T02:00:00.000Z', morning('2026-11-09')],
    ['2026-10-10T02:00:00.000Z', null],
  ])('%s: begins %s', (now, expected) => {
    expect(outsideSendingTime(cadence, now)).toBe(expected);
  });
});

describe('skipping a reminder', () => {
  it.each<[Partial<EnrollmentState>, string, string | null]>([
    [{}, invitedAt, null],
    [{ reportedStep: 'confirmed' }, invitedAt, null],
    [{ reportedStep: 'submitted' }, invitedAt, 'reportedSubmitted'],
    [{ officialStatus: 'submitted' }, invitedAt, 'officiallyPastInvitation'],
    [{ officialStatus: 'returned' }, invitedAt, 'officiallyPastInvitation'],
    [{ officialStatus: 'submitted', reportedStep: 'submitted' }, invitedAt, 'officiallyPastInvitation'],
    [{ snoozedUntil: morning('2026-11-06') }, invitedAt, 'snoozed'],
    [{ snoozedUntil: morning('2026-11-06') }, morning('2026-11-06'), null],
    [{ snoozedUntil: '2026-11-06T01:30:00Z' }, morning('2026-11-06'), null],
  ])('%o at %s: %s', (part, now, expected) => {
    expect(reminderSkip(stateWith(part), now)).toBe(expected);
  });

  it.each([
    [null, invitedAt, null],
    ['2026-11-05T01:30:00.000Z', '2026-11-05T06:00:00.000Z', 'alreadySent'],
    // Half an hour before and after midnight in Shanghai.
    ['2026-11-05T15:30:00.000Z', '2026-11-05T16:30:00.000Z', null],
    ['2026-11-04T16:30:00.000Z', '2026-11-05T01:30:00.000Z', 'alreadySent'],
  ])('a reminder at %s leaves another that staff ask for at %s: %s', (lastReminderAt, now, expected) => {
    expect(requestedReminderSkip(stateWith({ lastReminderAt }), now)).toBe(expected);
  });

  it('tells a firm that submitted apart from one that was reminded today', () => {
    const state = stateWith({ lastReminderAt: invitedAt, reportedStep: 'submitted' });
    expect(requestedReminderSkip(state, invitedAt)).toBe('reportedSubmitted');
  });

  it('snoozes for working days, until the time of sending', () => {
    expect(snoozeUntil(cadence, '2026-11-05T08:00:00.000Z', 3)).toBe(morning('2026-11-10'));
    expect(snoozeUntil(cadence, '2026-09-30T02:00:00.000Z', 1)).toBe(morning('2026-10-08'));
  });
});

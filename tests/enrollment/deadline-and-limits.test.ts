import { describe, expect, it } from 'vitest';
import type { ReminderCadence } from '../../knowledge/calendar/cadence.ts';
import { initialState, recordManualReminder } from '../../knowledge/enrollment/machine.ts';
import {
  lapsesAt,
  nextReminderAt,
  outsideSendingTime,
  requestedReminderSkip,
} from '../../knowledge/enrollment/reminders.ts';
import type { EnrollmentState } from '../../knowledge/enrollment/state.ts';

const plain: ReminderCadence = {
  firstAfterWorkingDays: 3,
  everyWorkingDays: 5,
  maxReminders: 2,
  sendAt: '09:30',
  timeZone: 'Asia/Shanghai',
};
/** Friday 27 November 2026. */
const withDeadline: ReminderCadence = { ...plain, deadline: '2026-11-27', daysBeforeDeadline: [7, 3, 1] };
const morning = (date: string): string => `${date}T01:30:00.000Z`;
/** Monday 2 November 2026, 10:00 in Shanghai. */
const invitedAt = '2026-11-02T02:00:00.000Z';
const stateWith = (part: Partial<EnrollmentState> = {}): EnrollmentState => ({
  ...initialState(invitedAt),
  ...part,
});
const remindedOn = (date: string, remindersDue = 1): Partial<EnrollmentState> => ({
  remindersDue,
  lastReminderAt: morning(date),
  remindedAt: [morning(date)],
});

describe('reminders before a deadline', () => {
  it.each<[string, ReminderCadence, Partial<EnrollmentState>, string, string | null]>([
    ['the interval comes first', withDeadline, {}, invitedAt, morning('2026-11-05')],
    [
      'seven days before, where the interval would come later',
      withDeadline,
      remindedOn('2026-11-16'),
      morning('2026-11-16'),
      morning('2026-11-20'),
    ],
    [
      'three days before, once that of seven days is done',
      withDeadline,
      remindedOn('2026-11-20'),
      morning('2026-11-20'),
      morning('2026-11-24'),
    ],
    [
      'also after the last of the interval',
      withDeadline,
      remindedOn('2026-11-12', 2),
      morning('2026-11-12'),
      morning('2026-11-20'),
    ],
    [
      'on the Friday before, where the day is on a weekend',
      { ...withDeadline, deadline: '2026-11-30', daysBeforeDeadline: [1] },
      remindedOn('2026-11-18', 2),
      morning('2026-11-18'),
      morning('2026-11-27'),
    ],
    ['none after the deadline', withDeadline, {}, morning('2026-11-28'), null],
    [
      'none where snooze lasts beyond it',
      withDeadline,
      { snoozedUntil: morning('2026-12-01') },
      morning('2026-11-20'),
      null,
    ],
    [
      'no deadline, none before it',
      { ...plain, daysBeforeDeadline: [1] },
      remindedOn('2026-11-12', 2),
      invitedAt,
      null,
    ],
    [
      'late on the day itself, still on that day',
      withDeadline,
      remindedOn('2026-11-12', 2),
      '2026-11-20T06:00:00.000Z',
      '2026-11-20T06:00:00.000Z',
    ],
  ])('%s', (_, cadence, state, now, expected) => {
    expect(nextReminderAt(stateWith(state), cadence, now)).toBe(expected);
  });
});

describe('the end of a deadline', () => {
  it.each<[string, Partial<EnrollmentState>, ReminderCadence, string | null]>([
    ['is midnight in Shanghai after its day', {}, withDeadline, '2026-11-27T16:00:00.000Z'],
    ['is never without a deadline', {}, plain, null],
    ['is nothing to a firm that says it submitted', { reportedStep: 'submitted' }, withDeadline, null],
    ['is nothing to one that is officially further', { officialStatus: 'approved' }, withDeadline, null],
  ])('%s', (_, state, cadence, expected) => {
    expect(lapsesAt(stateWith(state), cadence)).toBe(expected);
  });
});

describe('an interval of its own', () => {
  it('holds for the step that the firm is at', () => {
    const cadence = { ...plain, everyWorkingDaysAt: { sealed: 2 } };
    const sealed = stateWith({ reportedStep: 'sealed', reportedAt: '2026-11-04T02:00:00.000Z' });
    expect(nextReminderAt(sealed, cadence, invitedAt)).toBe(morning('2026-11-06'));
    const opened = stateWith({ reportedStep: 'opened', reportedAt: '2026-11-04T02:00:00.000Z' });
    expect(nextReminderAt(opened, cadence, invitedAt)).toBe(morning('2026-11-11'));
  });
});

describe('as many reminders as a week may have', () => {
  const cadence = { ...plain, everyWorkingDays: 1, maxReminders: 9, maxPerWeek: 2 };
  const twice = recordManualReminder(
    recordManualReminder(stateWith({ remindersDue: 1 }), morning('2026-11-10')),
    morning('2026-11-11'),
  );

  it('put the next one off until the first of them is seven days old', () => {
    expect(nextReminderAt(twice, cadence, morning('2026-11-11'))).toBe(morning('2026-11-17'));
    expect(nextReminderAt(twice, { ...cadence, maxPerWeek: null }, morning('2026-11-11'))).toBe(
      morning('2026-11-12'),
    );
  });

  it('also keep staff from sending one more', () => {
    expect(requestedReminderSkip({ ...twice, cadence }, morning('2026-11-12'))).toBe('weeklyCap');
    expect(requestedReminderSkip({ ...twice, cadence }, morning('2026-11-17'))).toBeNull();
  });
});

describe('quiet hours', () => {
  it.each([
    ['16:59', undefined, null],
    ['17:59', undefined, null],
    ['18:00', undefined, morning('2026-11-03')],
    ['17:00', '17:00', morning('2026-11-03')],
    ['16:59', '17:00', null],
    ['08:00', '17:00', morning('2026-11-02')],
  ])('at %s where messages end at %s', (time, sendUntil, expected) => {
    const now = new Date(Date.parse(`2026-11-02T${time}:00.000Z`) - 8 * 3_600_000).toISOString();
    const cadence = sendUntil === undefined ? plain : { ...plain, sendUntil };
    expect(outsideSendingTime(cadence, now)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { funnelOf } from '../../knowledge/overview/funnel.ts';
import { effectOfReminders } from '../../knowledge/overview/reminder-effect.ts';
import { submissionsByDay, workingDaysLeft } from '../../knowledge/overview/submissions.ts';

describe('the funnel', () => {
  const counts = [
    { city: '南京', officialStatus: 'invited', reportedStep: 'none', count: 4 },
    { city: '苏州', officialStatus: 'invited', reportedStep: 'sealed', count: 3 },
    { city: '南京', officialStatus: 'invited', reportedStep: 'submitted', count: 2 },
    // What it said of itself before does not count any more.
    { city: '南京', officialStatus: 'approved', reportedStep: 'sealed', count: 5 },
    { city: '南京', officialStatus: 'returned', reportedStep: 'submitted', count: 1 },
  ] as const;
  const { rows, aside, total } = funnelOf(counts);
  const row = (name: string) =>
    rows.find(
      ({ stage }) => ('step' in stage ? stage.step : 'status' in stage ? stage.status : 'nothing') === name,
    );

  it('has each firm once, and counts who came at least this far', () => {
    expect(row('nothing')).toMatchObject({ here: 4, reached: 14 });
    expect(row('sealed')).toMatchObject({ here: 3, reached: 10 });
    expect(row('approved')).toMatchObject({ here: 5, reached: 5 });
    expect(row('inForce')).toMatchObject({ here: 0, reached: 0 });
    expect(total).toBe(15);
  });

  it('names apart who left the way', () => {
    expect(aside).toEqual([{ status: 'returned', count: 1 }]);
    expect(rows.reduce((n, { here }) => n + here, 0) + 1).toBe(total);
  });

  it('of nobody is empty and has all stages', () => {
    expect(funnelOf([])).toMatchObject({ total: 0, aside: [] });
    expect(funnelOf([]).rows).toHaveLength(rows.length);
  });
});

describe('submissions by day', () => {
  it('has each working day, and another one only when somebody submitted on it', () => {
    // 2026-02-28 is a Saturday on which people work instead; the Sunday after it is free.
    const at = [
      '2026-01-05T02:00:00.000Z',
      '2026-02-27T15:59:59.000Z',
      '2026-02-27T16:00:00.000Z',
      '2026-03-01T03:00:00.000Z',
    ];
    expect(submissionsByDay(at, { from: '2026-02-27', until: '2026-03-02' })).toEqual([
      { date: '2026-02-27', count: 1, soFar: 2 },
      { date: '2026-02-28', count: 1, soFar: 3 },
      { date: '2026-03-01', count: 1, soFar: 4 },
      { date: '2026-03-02', count: 0, soFar: 4 },
    ]);
    expect(submissionsByDay([], { from: '2026-03-07', until: '2026-03-08' })).toEqual([]);
  });

  it('counts the working days that are left, both ends among them', () => {
    expect(workingDaysLeft('2026-09-30', '2026-10-08')).toBe(2);
    expect(workingDaysLeft('2026-03-03', '2026-03-02')).toBe(0);
  });
});

describe('what followed reminders', () => {
  const at = (day: number, enrollmentId = 'a') => ({ enrollmentId, at: `2026-03-0${day}T02:00:00.000Z` });
  const now = '2026-03-09T02:00:00.000Z';
  const effect = (
    reminders: ReturnType<typeof at>[],
    moments: (ReturnType<typeof at> & { submitted: boolean })[],
  ) => effectOfReminders(reminders, moments, now);

  it('is what the same firm did after it, within three days', () => {
    const did = (day: number, submitted = false, id = 'a') => ({ ...at(day, id), submitted });
    expect(effect([at(2)], [did(5)])).toMatchObject({ sent: 1, followed: 1, submitted: 0 });
    expect(effect([at(2)], [did(6)])).toMatchObject({ followed: 0 });
    expect(effect([at(2)], [did(1), did(2)])).toMatchObject({ followed: 0 });
    expect(effect([at(2)], [did(3, true, 'b')])).toMatchObject({ followed: 0, submitted: 0 });
    expect(effect([at(2)], [did(3), did(4, true)])).toMatchObject({ followed: 1, submitted: 1 });
  });

  it('is open while the three days are not over', () => {
    expect(effect([at(5), at(7), at(8)], [])).toEqual({ sent: 3, followed: 0, submitted: 0, pending: 2 });
    expect(effect([at(8)], [{ ...at(9), submitted: false }])).toMatchObject({ followed: 1, pending: 0 });
  });
});

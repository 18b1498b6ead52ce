import { describe, expect, it } from 'vitest';
import { continuedAs } from '../../knowledge/enrollment/continued.ts';
import { applyEvent, initialState } from '../../knowledge/enrollment/machine.ts';
import { isFurther } from '../../knowledge/enrollment/merge.ts';
import type { EnrollmentSnapshot, EnrollmentState } from '../../knowledge/enrollment/state.ts';
import { planMove } from '../../knowledge/firms/move.ts';
import type { MovingFirm } from '../../knowledge/firms/move.ts';
import { wanted } from '../support/fictional-firms.ts';

const invitedAt = '2026-03-02T01:00:00.000Z';
const snapshot = (uscc: string, changes: Partial<EnrollmentSnapshot> = {}): EnrollmentSnapshot => ({
  ...initialState(invitedAt),
  ...{ enrollmentId: `p/${uscc}`, packId: 'p', uscc, city: '淮安', trial: false, cadence: wanted.cadence },
  ...{ now: invitedAt, nextReminderAt: null },
  ...changes,
});
const firm = (uscc: string, ...enrollments: EnrollmentSnapshot[]): MovingFirm => ({
  ...{ uscc, name: uscc, city: '淮安', sample: false, enrollments },
});

describe('which of two enrollments is further', () => {
  it.each<[Partial<EnrollmentState>, Partial<EnrollmentState>, boolean]>([
    [{ officialStatus: 'inForce' }, { officialStatus: 'approved' }, true],
    [{ officialStatus: 'approved' }, { officialStatus: 'inForce' }, false],
    [{ officialStatus: 'invited' }, { officialStatus: 'declined' }, true],
    [{ officialStatus: 'returned' }, { officialStatus: 'invited', reportedStep: 'submitted' }, true],
    [{ reportedStep: 'sealed' }, { reportedStep: 'confirmed' }, true],
    [{ reportedStep: 'opened' }, {}, true],
    [{}, {}, false],
    [{ officialStatus: 'terminated' }, { officialStatus: 'lapsed' }, false],
  ])('%o than %o: %s', (one, other, expected) => {
    const state = (of: Partial<EnrollmentState>) => ({ ...initialState(invitedAt), ...of });
    expect(isFurther(state(one), state(other))).toBe(expected);
  });
});

describe('the plan of a move', () => {
  it('continues what only the one has, in every pack', () => {
    const from = firm('A', snapshot('A'), snapshot('A', { packId: 'q', enrollmentId: 'q/A' }));
    const made = planMove({ from, to: 'B', target: null }, null);
    expect(made.ok && made.plan.enrollments.map(({ own, keeps }) => [own, keeps])).toEqual([
      [null, 'old'],
      [null, 'old'],
    ]);
  });

  it('keeps what the staying firm has, and asks where the other has come further', () => {
    const target = firm('B', snapshot('B', { reportedStep: 'opened' }));
    const behind = planMove({ from: firm('A', snapshot('A')), to: 'B', target }, null);
    expect(behind.ok && behind.plan.enrollments[0]?.keeps).toBe('new');
    const from = firm('A', snapshot('A', { officialStatus: 'approved' }));
    expect(planMove({ from, to: 'B', target }, null)).toMatchObject({
      ok: false,
      problem: { code: 'oldIsFurther', packId: 'p' },
    });
    for (const keep of ['old', 'new'] as const) {
      const made = planMove({ from, to: 'B', target }, keep);
      expect(made.ok && made.plan.enrollments[0]?.keeps).toBe(keep);
    }
  });

  it('goes on with a move that was broken off, and refuses another one meanwhile', () => {
    const from = firm('A', snapshot('A', { movedTo: 'p/B' }));
    expect(planMove({ from, to: 'B', target: null }, null).ok).toBe(true);
    expect(planMove({ from, to: 'C', target: null }, null)).toEqual({
      ok: false,
      problem: { code: 'movingElsewhere', to: 'B' },
    });
  });
});

it('goes on under the other code exactly where it stood, with the year before under that code too', () => {
  const moved = snapshot('A', {
    movedTo: 'p/B',
    reportedStep: 'sealed',
    unanswered: 2,
    remindersDue: 3,
    lastReminderAt: '2026-03-10T01:30:00.000Z',
    version: 9,
    predecessorId: 'o/A',
    pendingNotices: [{ key: 'k', kind: 'statusNotice', data: {} }],
  });
  const { pendingNotices, ...kept } = continuedAs(moved, { uscc: 'B', city: '南京', now: invitedAt });
  expect(pendingNotices).toBeUndefined();
  expect(kept).toMatchObject({
    ...{ enrollmentId: 'p/B', uscc: 'B', city: '南京', movedTo: null, version: 10 },
    ...{ reportedStep: 'sealed', unanswered: 2, remindersDue: 3, predecessorId: 'o/B' },
  });
  expect(kept.nextReminderAt).not.toBeNull();
});

describe('an enrollment that another one merges into', () => {
  const own = { ...initialState(invitedAt), remindedAt: ['2026-03-05T01:30:00.000Z'] };
  const standing: EnrollmentState = {
    ...initialState(invitedAt),
    officialStatus: 'approved',
    reportedStep: 'submitted',
    lastReminderAt: '2026-03-06T01:30:00.000Z',
    remindedAt: ['2026-03-06T01:30:00.000Z'],
  };
  it.each(['own', 'theirs'] as const)('counts the reminders of both, and keeps the standing: %s', (keeps) => {
    const made = applyEvent(own, {
      type: 'movedFrom',
      from: 'p/A',
      merged: { standing, keeps },
      at: invitedAt,
    });
    expect(made).toMatchObject({
      ok: true,
      state: {
        officialStatus: keeps === 'own' ? 'invited' : 'approved',
        reportedStep: keeps === 'own' ? null : 'submitted',
        lastReminderAt: '2026-03-06T01:30:00.000Z',
        remindedAt: ['2026-03-05T01:30:00.000Z', '2026-03-06T01:30:00.000Z'],
        version: own.version + 1,
      },
    });
  });

  it('counts a reminder that was under way when the firm moved', () => {
    const made = applyEvent({ ...own, movedTo: 'p/B' }, { type: 'reminderFellDue', at: invitedAt });
    expect(made).toMatchObject({ ok: true, state: { remindersDue: 1, lastReminderAt: invitedAt } });
  });
});

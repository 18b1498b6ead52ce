import { describe, expect, it } from 'vitest';
import {
  applyEvent,
  hasEnded,
  initialState,
  isOver,
  recordManualReminder,
  stateOf,
} from '../../knowledge/enrollment/machine.ts';
import { officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';
import type {
  EnrollmentEvent,
  EnrollmentSnapshot,
  EnrollmentState,
  OfficialStatus,
} from '../../knowledge/enrollment/state.ts';

const invitedAt = '2026-11-02T02:00:00.000Z';
const at = '2026-11-03T02:00:00.000Z';
const stateWith = (part: Partial<EnrollmentState>): EnrollmentState => ({
  ...initialState(invitedAt),
  ...part,
});
const official = (status: OfficialStatus, reason: string | null = '不在核准名单内'): EnrollmentEvent => ({
  type: 'officialChanged',
  status,
  reason,
  at,
});

// The table of the field's rules, written out a second time on purpose: x is refused, ok is allowed, = is the same.
const columns = officialStatuses;
const table: Record<OfficialStatus, string> = {
  // invited submitted underReview approved inForce renewalOpen renewed returned declined lapsed terminated expired
  invited: '= ok ok ok x x x ok ok ok ok x',
  submitted: 'x = ok ok x x x ok x x ok x',
  underReview: 'x x = ok x x x ok x x ok x',
  approved: 'x x x = ok ok x ok x x ok x',
  inForce: 'x x x x = ok x x x x ok ok',
  renewalOpen: 'x x x x x = ok x x x ok ok',
  renewed: 'x x x x x x = x x x x x',
  returned: 'ok ok ok ok x x x = ok ok ok x',
  declined: 'ok ok ok ok x x x x = x x x',
  lapsed: 'ok ok ok ok x x x x x = x x',
  terminated: 'x x x x x x x x x x = x',
  expired: 'x x x x x x x x x x x =',
};
const pairs = officialStatuses.flatMap((from) =>
  table[from].split(' ').map((mark, i) => [from, columns[i] ?? 'invited', mark] as const),
);

describe('official statuses', () => {
  it('has a rule for every pair', () => {
    expect(pairs).toHaveLength(officialStatuses.length ** 2);
  });

  it.each(pairs)('%s -> %s: %s', (from, to, mark) => {
    const before = stateWith({ officialStatus: from, version: 7 });
    const result = applyEvent(before, official(to));
    if (mark === 'ok') {
      expect(result).toMatchObject({
        ok: true,
        state: { officialStatus: to, officialSince: at, officialReason: '不在核准名单内', version: 8 },
      });
    } else if (mark === '=') {
      expect(result).toEqual({ ok: false, refusal: { code: 'sameStatus', status: to } });
    } else {
      expect(result).toEqual({ ok: false, refusal: { code: 'transitionNotAllowed', from, to } });
    }
    expect(before.version).toBe(7);
  });

  it.each(['returned', 'terminated'] as const)('asks for a reason to set %s', (status) => {
    for (const reason of [null, '', '  ']) {
      expect(applyEvent(stateWith({}), official(status, reason))).toEqual({
        ok: false,
        refusal: { code: 'reasonRequired', status },
      });
    }
  });

  it('forgets an earlier reason when a status without one follows', () => {
    const returned = stateWith({ officialStatus: 'returned', officialReason: '资料不全' });
    expect(applyEvent(returned, official('approved', null))).toMatchObject({
      state: { officialReason: null },
    });
  });

  it('starts from the first page when a firm is invited again', () => {
    const returned = stateWith({
      officialStatus: 'returned',
      reportedStep: 'submitted',
      reportedAt: at,
      snoozedUntil: at,
      remindersDue: 3,
      lastReminderAt: at,
    });
    expect(applyEvent(returned, official('invited', null))).toMatchObject({
      ok: true,
      state: {
        officialStatus: 'invited',
        reportedStep: null,
        reportedAt: null,
        snoozedUntil: null,
        remindersDue: 0,
      },
    });
  });

  it('keeps what the firm reported when any other status follows', () => {
    const before = stateWith({ reportedStep: 'sealed', reportedAt: invitedAt });
    expect(applyEvent(before, official('submitted'))).toMatchObject({ state: { reportedStep: 'sealed' } });
  });

  it('ends with renewed, terminated and expired only', () => {
    expect(officialStatuses.filter(isOver)).toEqual(['renewed', 'terminated', 'expired']);
  });
});

const stepPairs = [null, ...reportedSteps].flatMap((had, i) =>
  reportedSteps.map((step, j) => [had, step, j > i - 1] as const),
);

describe('reported steps', () => {
  it.each(stepPairs)('furthest %s, reporting %s: accepted %s', (had, step, accepted) => {
    const before = stateWith({ reportedStep: had, reportedAt: had === null ? null : invitedAt });
    const result = applyEvent(before, { type: 'stepReported', step, at });
    if (accepted) {
      expect(result).toEqual({
        ok: true,
        state: { ...before, reportedStep: step, reportedAt: at, unanswered: 0, version: 2 },
      });
    } else {
      expect(result).toEqual({ ok: false, refusal: { code: 'stepAlreadyReported', step, furthest: had } });
    }
  });

  it('never makes a reported submission official', () => {
    expect(applyEvent(stateWith({}), { type: 'stepReported', step: 'submitted', at })).toMatchObject({
      state: { officialStatus: 'invited', reportedStep: 'submitted' },
    });
  });

  it.each(officialStatuses.filter((s) => s !== 'invited'))('are not taken while officially %s', (status) => {
    expect(
      applyEvent(stateWith({ officialStatus: status }), { type: 'stepReported', step: 'opened', at }),
    ).toEqual({
      ok: false,
      refusal: { code: 'notOpenForReports', officialStatus: status },
    });
  });
});

describe('snoozing and reminders', () => {
  const until = '2026-11-06T01:30:00.000Z';

  it('remembers how long the firm wants quiet', () => {
    expect(applyEvent(stateWith({}), { type: 'snoozed', until, at })).toMatchObject({
      ok: true,
      state: { snoozedUntil: until, version: 2 },
    });
  });

  it('has nothing to snooze after the firm said it submitted', () => {
    expect(applyEvent(stateWith({ reportedStep: 'submitted' }), { type: 'snoozed', until, at })).toEqual({
      ok: false,
      refusal: { code: 'nothingScheduled' },
    });
  });

  it.each(officialStatuses.filter((s) => s !== 'invited'))('are refused while officially %s', (status) => {
    const refusal = { code: 'notOpenForReports', officialStatus: status };
    const state = stateWith({ officialStatus: status });
    expect(applyEvent(state, { type: 'snoozed', until, at })).toEqual({ ok: false, refusal });
    expect(applyEvent(state, { type: 'reminderFellDue', at })).toEqual({ ok: false, refusal });
  });

  it('counts reminders of the cadence, and does not count those that staff send', () => {
    const once = applyEvent(stateWith({}), { type: 'reminderFellDue', at });
    expect(once).toMatchObject({ state: { remindersDue: 1, lastReminderAt: at, version: 2 } });
    expect(recordManualReminder(stateWith({}), at)).toMatchObject({
      remindersDue: 0,
      lastReminderAt: at,
      version: 2,
    });
  });
});

describe('a correction by staff', () => {
  const correct = (status: OfficialStatus, reason = '录入有误'): EnrollmentEvent => ({
    type: 'officialCorrected',
    status,
    reason,
    at,
  });
  const ways = officialStatuses.flatMap((from) => officialStatuses.map((to) => [from, to] as const));

  it.each(ways.filter(([from, to]) => from !== to))('goes from %s to %s', (from, to) => {
    const before = stateWith({ officialStatus: from, reportedStep: 'sealed', version: 3 });
    expect(applyEvent(before, correct(to))).toEqual({
      ok: true,
      state: {
        ...before,
        officialStatus: to,
        officialSince: at,
        officialReason: '录入有误',
        snoozedUntil: null,
        version: 4,
      },
    });
  });

  it('says why, and is no repetition', () => {
    expect(applyEvent(stateWith({}), correct('approved', ' '))).toEqual({
      ok: false,
      refusal: { code: 'reasonRequired', status: 'approved' },
    });
    expect(applyEvent(stateWith({}), correct('invited'))).toEqual({
      ok: false,
      refusal: { code: 'sameStatus', status: 'invited' },
    });
  });
});

describe('a firm that does not take part', () => {
  const declined = stateWith({ declinedAt: at, unanswered: 0 });

  it('says so, and takes it back', () => {
    expect(applyEvent(stateWith({ unanswered: 2 }), { type: 'declinedByFirm', at })).toMatchObject({
      state: { declinedAt: at, unanswered: 0, officialStatus: 'invited' },
    });
    expect(applyEvent(declined, { type: 'declinedByFirm', at })).toEqual({
      ok: false,
      refusal: { code: 'alreadyDeclined' },
    });
    expect(applyEvent(declined, { type: 'declineTakenBack', at })).toMatchObject({
      state: { declinedAt: null, reportedAt: at },
    });
    expect(applyEvent(stateWith({}), { type: 'declineTakenBack', at })).toEqual({
      ok: false,
      refusal: { code: 'notDeclined' },
    });
  });

  it('takes part again when it reports a step or is invited again', () => {
    expect(applyEvent(declined, { type: 'stepReported', step: 'opened', at })).toMatchObject({
      state: { declinedAt: null, reportedStep: 'opened' },
    });
    const official = { ...declined, officialStatus: 'declined' as const };
    expect(
      applyEvent(official, { type: 'officialChanged', status: 'invited', reason: null, at }),
    ).toMatchObject({ state: { declinedAt: null, officialStatus: 'invited' } });
  });
});

describe('a firm that goes on under another code', () => {
  it('ends, and nothing changes any more', () => {
    const moved = applyEvent(stateWith({}), { type: 'moved', to: 'p/X', at });
    expect(moved).toMatchObject({ ok: true, state: { movedTo: 'p/X', officialStatus: 'invited' } });
    if (!moved.ok) return;
    expect(hasEnded(moved.state)).toBe(true);
    for (const event of [
      { type: 'officialCorrected', status: 'approved', reason: 'x', at },
      { type: 'stepReported', step: 'opened', at },
      { type: 'moved', to: 'p/Y', at },
    ] as const)
      expect(applyEvent(moved.state, event)).toEqual({ ok: false, refusal: { code: 'moved', to: 'p/X' } });
  });
});

describe('what is remembered of reminders', () => {
  const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T01:30:00.000Z`;
  const remindedOn = (...days: number[]): EnrollmentState =>
    days.reduce((state, n) => recordManualReminder(state, day(n)), stateWith({}));

  it('counts those without an answer, until the firm says anything', () => {
    const state = remindedOn(3, 4, 5);
    expect(state.unanswered).toBe(3);
    for (const word of [
      { type: 'stepReported', step: 'opened', at },
      { type: 'snoozed', until: at, at },
      { type: 'declinedByFirm', at },
    ] as const)
      expect(applyEvent(state, word)).toMatchObject({ state: { unanswered: 0 } });
  });

  it('keeps the times of the last seven days', () => {
    expect(remindedOn(3, 4, 9, 10).remindedAt).toEqual([day(4), day(9), day(10)]);
  });
});

describe('a stored snapshot', () => {
  it('of an earlier day has what later fields begin with', () => {
    const state = stateWith({ reportedStep: 'sealed', version: 5 });
    const later = ['declinedAt', 'unanswered', 'remindedAt', 'movedTo'];
    const old = Object.fromEntries(
      Object.entries({ ...state, enrollmentId: 'p/X' }).filter(([name]) => !later.includes(name)),
    );
    expect(stateOf(old as unknown as EnrollmentSnapshot)).toEqual(state);
  });
});

describe('a correction by the firm', () => {
  it.each([null, 'realNameVerified', 'sealed'] as const)('goes back from the last step to %j', (step) => {
    const before = stateWith({ reportedStep: 'submitted', reportedAt: invitedAt, version: 4 });
    expect(applyEvent(before, { type: 'stepCorrected', step, at })).toEqual({
      ok: true,
      state: { ...before, reportedStep: step, reportedAt: at, version: 5 },
    });
  });

  it.each([
    [null, null],
    [null, 'opened'],
    ['opened', 'opened'],
    ['opened', 'sealed'],
  ] as const)('from %j does not go to %j', (furthest, step) => {
    expect(applyEvent(stateWith({ reportedStep: furthest }), { type: 'stepCorrected', step, at })).toEqual({
      ok: false,
      refusal: { code: 'nothingToCorrect', furthest },
    });
  });

  it.each(officialStatuses.filter((s) => s !== 'invited'))('is too late at %s', (officialStatus) => {
    const state = stateWith({ officialStatus, reportedStep: 'submitted' });
    expect(applyEvent(state, { type: 'stepCorrected', step: null, at })).toEqual({
      ok: false,
      refusal: { code: 'notOpenForReports', officialStatus },
    });
  });
});

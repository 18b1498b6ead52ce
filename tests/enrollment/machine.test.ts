import { describe, expect, it } from 'vitest';
import {
  applyEvent,
  initialState,
  isOver,
  recordManualReminder,
} from '../../knowledge/enrollment/machine.ts';
import { officialStatuses, reportedSteps } from '../../knowledge/enrollment/state.ts';
import type { EnrollmentEvent, EnrollmentState, OfficialStatus } from '../../knowledge/enrollment/state.ts';

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
  //          invited submitted approved returned terminated inForce expired
  invited: '= ok ok ok ok x x',
  submitted: 'x = ok ok ok x x',
  approved: 'x x = ok ok ok x',
  returned: 'ok ok ok = ok x x',
  terminated: 'x x x x = x x',
  inForce: 'x x x x ok = ok',
  expired: 'x x x x x x =',
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

  it('ends with terminated and expired only', () => {
    expect(officialStatuses.filter(isOver)).toEqual(['terminated', 'expired']);
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
        state: { ...before, reportedStep: step, reportedAt: at, version: 2 },
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

describe('a correction', () => {
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

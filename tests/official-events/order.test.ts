import { describe, expect, it } from 'vitest';
import { applyEvent, initialState } from '../../knowledge/enrollment/machine.ts';
import type { EnrollmentSnapshot, OfficialStatus, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import {
  forecast,
  inOrderOfOccurrence,
  isOlder,
  laterKnown,
  officeSpokeAt,
} from '../../knowledge/official-events/order.ts';
import type { Occurred } from '../../knowledge/official-events/types.ts';
import { packId, wanted } from '../support/fictional-firms.ts';

const at = (iso: string): Occurred => ({ from: iso, to: iso });
const onDay = (day: string): Occurred => ({ from: `${day}T00:00:00.000Z`, to: `${day}T23:59:59.999Z` });
const undated: Occurred = { from: null, to: '2026-03-09T00:00:00.000Z' };

describe('the order of what happened', () => {
  it('is that of the times, and of arrival where they do not tell', () => {
    const events = [
      { id: 'c', occurred: at('2026-03-03T00:00:00.000Z') },
      { id: 'undated', occurred: undated },
      { id: 'a', occurred: at('2026-03-01T00:00:00.000Z') },
      { id: 'b1', occurred: onDay('2026-03-02') },
      { id: 'b2', occurred: onDay('2026-03-02') },
    ];
    expect(inOrderOfOccurrence(events).map(({ id }) => id)).toEqual(['a', 'b1', 'b2', 'c', 'undated']);
  });

  it.each<[string, Occurred, string | null, boolean]>([
    ['nothing is known', at('2026-03-01T00:00:00.000Z'), null, false],
    ['it happened before', at('2026-03-01T00:00:00.000Z'), '2026-03-01T00:00:00.001Z', true],
    ['it happened at the same time', at('2026-03-01T00:00:00.000Z'), '2026-03-01T00:00:00.000Z', false],
    ['it may have happened later that day', onDay('2026-03-01'), '2026-03-01T10:00:00.000Z', false],
    ['its day is over by then', onDay('2026-03-01'), '2026-03-02T00:00:00.000Z', true],
  ])('of an event, where %s: older is %s', (_name, occurred, since, older) => {
    expect(isOlder(occurred, since)).toBe(older);
  });

  it('takes the later of two instants, and the known one', () => {
    expect(laterKnown('2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z')).toBe(
      '2026-03-02T00:00:00.000Z',
    );
    expect(laterKnown(null, '2026-03-02T00:00:00.000Z')).toBe('2026-03-02T00:00:00.000Z');
    expect(laterKnown(null, null)).toBeNull();
  });
});

describe('when the office last spoke', () => {
  const changed = (source: TimelineEntry['source'], day: string): TimelineEntry => ({
    seq: 1,
    at: `${day}T00:00:00.000Z`,
    source,
    actor: 'a',
    event: { type: 'officialChanged', status: 'approved', reason: null, at: `${day}T00:00:00.000Z` },
  });
  const now = '2026-03-10T00:00:00.000Z';

  it('is its last change of the status; events are dated by themselves', () => {
    const timeline = [
      changed('staff', '2026-03-01'),
      changed('cli', '2026-03-02'),
      changed('api', '2026-03-03'),
    ];
    expect(officeSpokeAt(timeline, now)).toBe('2026-03-02T00:00:00.000Z');
    expect(officeSpokeAt([changed('import', '2026-03-01')], now)).toBeNull();
  });

  it('is not when the calendar lapsed the enrollment: the firm may have submitted on the last day', () => {
    const timeline = [changed('staff', '2026-03-01'), changed('system', '2026-03-02')];
    expect(officeSpokeAt(timeline, now)).toBe('2026-03-01T00:00:00.000Z');
  });

  it('is also when it corrected a wrong one', () => {
    const corrected: TimelineEntry = {
      ...changed('staff', '2026-03-05'),
      event: {
        ...{ type: 'officialCorrected', status: 'approved', reason: '录错了' },
        at: '2026-03-05T00:00:00.000Z',
      },
    };
    expect(officeSpokeAt([changed('staff', '2026-03-01'), corrected], now)).toBe('2026-03-05T00:00:00.000Z');
  });

  it("is not in the future, where a trial's clock was moved on", () => {
    expect(officeSpokeAt([changed('staff', '2026-04-01')], now)).toBeNull();
  });
});

describe('a forecast', () => {
  const state = (status: OfficialStatus): EnrollmentSnapshot => ({
    ...initialState('2026-02-01T00:00:00.000Z'),
    officialStatus: status,
    ...{ enrollmentId: `${packId}/x`, packId, uscc: 'x', city: '淮安', trial: false },
    ...{ now: '2026-03-02T00:00:00.000Z', nextReminderAt: null, cadence: wanted.cadence },
  });
  const event = (status: OfficialStatus, occurred = at('2026-03-02T00:00:00.000Z')) => ({
    ...{ status, occurred },
    reason: null,
  });

  it.each<[OfficialStatus, OfficialStatus, string]>([
    ['invited', 'approved', 'applied'],
    ['approved', 'approved', 'unchanged'],
    ['invited', 'inForce', 'held'],
    ['terminated', 'approved', 'refused'],
    ['approved', 'returned', 'refused'],
  ])('from %s to %s is %s', (from, to, outcome) => {
    expect(forecast(state(from), event(to), null).outcome).toBe(outcome);
  });

  it('holds nothing that has no date: no later event could be told to come before it', () => {
    expect(forecast(state('invited'), event('inForce', undated), null)).toEqual({
      outcome: 'refused',
      refusal: { code: 'transitionNotAllowed', from: 'invited', to: 'inForce' },
    });
  });

  it('is stale where something later is known, even if the change were allowed', () => {
    expect(forecast(state('invited'), event('approved'), '2026-03-03T00:00:00.000Z')).toEqual({
      outcome: 'stale',
      refusal: { code: 'olderThanKnown', knownSince: '2026-03-03T00:00:00.000Z' },
    });
  });

  it('is refused for a firm that goes on under another code', () => {
    const moved = { ...state('invited'), movedTo: `${packId}/y` };
    expect(forecast(moved, event('approved'), null)).toEqual({
      outcome: 'refused',
      refusal: { code: 'moved', to: `${packId}/y` },
    });
  });

  it('agrees with the state machine', () => {
    const made = applyEvent(state('approved'), {
      ...event('inForce'),
      type: 'officialChanged',
      at: '2026-03-02T00:00:00.000Z',
    });
    expect(made.ok).toBe(forecast(state('approved'), event('inForce'), null).outcome === 'applied');
  });
});

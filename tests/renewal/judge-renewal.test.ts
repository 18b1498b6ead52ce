import { beforeAll, describe, expect, it } from 'vitest';
import { judgeRenewal } from '../../knowledge/renewal/judge-renewal.ts';
import type { NextListing } from '../../knowledge/renewal/judge-renewal.ts';
import { openingIs, opensAt, renewableStatuses } from '../../knowledge/renewal/opening.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { packPair } from '../support/pack-pair.ts';

let next: PolicyPack;
let pack: PolicyPack;
beforeAll(async () => {
  ({ pack, next } = await packPair());
});

const on = (usd: number | null, exportYear: number | null = 2026): NextListing => ({
  ...{ listed: true, priorYearExportUsd: usd, exportYear },
});
const off = (usd: number | null): NextListing => ({ ...on(usd), listed: false });
const eligible = { outcome: 'eligible' };
const waiting = (missing: string) => ({ outcome: 'waitingForList', missing });
const refused = (givenUsd: number | null, ...codes: string[]) => ({
  outcome: 'notEligible',
  codes,
  givenUsd,
});

describe('whether a firm renews', () => {
  it.each([
    ['inside the limits of the next year', on(450_000), eligible, eligible],
    ['inside, of a list that names no year', on(450_000, null), eligible, eligible],
    ['at the next year’s upper limit', on(6_000_000), eligible, eligible],
    ['above it', on(6_000_000.01), refused(6_000_000.01, 'valueAbove'), refused(6_000_000.01, 'valueAbove')],
    ['below the lower one', on(99_999), refused(99_999, 'valueBelow'), refused(99_999, 'valueBelow')],
    ['named as not on the list', off(450_000), refused(null, 'notListed'), refused(null, 'notListed')],
    [
      'off the list and above',
      off(7e6),
      refused(7e6, 'valueAbove', 'notListed'),
      refused(7e6, 'valueAbove', 'notListed'),
    ],
    ['off the list without a value', off(null), refused(null, 'notListed'), refused(null, 'notListed')],
    ['listed without a value', on(null), waiting('value'), refused(null, 'valueUnknown')],
    ['listed with another year’s value', on(450_000, 2025), waiting('value'), refused(null, 'valueUnknown')],
    ['not named', null, waiting('list'), refused(null, 'notListed')],
  ])('%s', (_what, listing, whileItGrows, onceComplete) => {
    expect(judgeRenewal(next, listing, { listComplete: false })).toEqual(whileItGrows);
    expect(judgeRenewal(next, listing, { listComplete: true })).toEqual(onceComplete);
  });
});

describe('the day that renewal opens', () => {
  const day = { opensOn: '2026-12-01' };

  it('begins when the office opens in Shanghai', () => {
    expect(opensAt(day)).toBe('2026-12-01T01:00:00.000Z');
  });

  it.each([
    ['2026-12-01T00:59:59.999Z', 'ahead'],
    ['2026-12-01T01:00:00.000Z', 'due'],
    ['2026-12-31T15:59:00.000Z', 'due'],
    ['2026-12-31T16:00:00.000Z', 'missed'],
    ['2028-01-01T00:00:00.000Z', 'missed'],
  ])('at %s it is %s', (now, expected) => {
    expect(openingIs(day, now)).toBe(expected);
  });
});

describe('who renews', () => {
  const period = (policyPeriod: PolicyPack['application']['policyPeriod']) =>
    renewableStatuses({ application: { ...pack.application, policyPeriod } }, '2026-12-01T01:00:00.000Z');

  it('is insured: what was approved counts once its period has begun', () => {
    expect(period(null)).toEqual(['inForce', 'approved']);
    expect(period({ from: '2026-12-01', to: '2027-11-30' })).toEqual(['inForce', 'approved']);
    expect(period({ from: '2026-12-02', to: '2027-12-01' })).toEqual(['inForce']);
  });
});

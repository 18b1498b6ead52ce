import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { judgeEligibility } from '../../knowledge/eligibility/judge.ts';
import type { EligibilityGiven, EligibilityVerdict } from '../../knowledge/eligibility/types.ts';
import { firmWith, usd } from './given.ts';

const pack = await loadPack('jiangsu-2022');
const bounds = { lowerUsd: 300_000, upperUsd: 3_000_000, baseYear: 2021 };

interface Row {
  name: string;
  given: Partial<EligibilityGiven>;
  /** Year in which it is said; 2022 makes 去年 the base year. */
  saidIn?: number;
  verdict: EligibilityVerdict['verdict'];
  reason?: EligibilityVerdict['reasons'][number];
}

const rows: Row[] = [
  {
    name: 'well inside',
    given: {},
    verdict: 'eligible',
    reason: { code: 'valueWithin', givenUsd: 450_000, atBound: false, ...bounds },
  },
  {
    name: 'exactly 30万',
    given: { exportValue: usd(300_000) },
    verdict: 'eligible',
    reason: { code: 'valueWithin', givenUsd: 300_000, atBound: true, ...bounds },
  },
  {
    name: 'exactly 300万',
    given: { exportValue: usd(3_000_000) },
    verdict: 'eligible',
    reason: { code: 'valueWithin', givenUsd: 3_000_000, atBound: true, ...bounds },
  },
  {
    name: '29.9999万',
    given: { exportValue: usd(299_999) },
    verdict: 'notEligible',
    reason: { code: 'valueBelow', givenUsd: 299_999, limitUsd: 300_000, baseYear: 2021 },
  },
  { name: 'a cent below', given: { exportValue: usd(299_999.99) }, verdict: 'notEligible' },
  {
    name: '300.0001万',
    given: { exportValue: usd(3_000_001) },
    verdict: 'notEligible',
    reason: { code: 'valueAbove', givenUsd: 3_000_001, limitUsd: 3_000_000, baseYear: 2021 },
  },
  { name: 'a cent above', given: { exportValue: usd(3_000_000.01) }, verdict: 'notEligible' },
  { name: 'nothing exported', given: { exportValue: usd(0) }, verdict: 'notEligible' },
  {
    name: 'value unknown',
    given: { exportValue: null },
    verdict: 'needMore',
    reason: { code: 'valueUnknown', ...bounds },
  },
  { name: 'a value that is no number', given: { exportValue: usd(Number.NaN) }, verdict: 'needMore' },
  { name: 'a negative value', given: { exportValue: usd(-1) }, verdict: 'needMore' },
  {
    name: 'RMB instead of USD is not converted',
    given: { exportValue: { amount: 3_000_000, currency: 'CNY' } },
    verdict: 'needMore',
    reason: { code: 'valueInYuan', givenCny: 3_000_000, ...bounds },
  },
  {
    name: 'currency unstated',
    given: { exportValue: { amount: 450_000, currency: 'unstated' } },
    verdict: 'needMore',
    reason: { code: 'currencyUnstated', given: 450_000 },
  },
  {
    name: 'another currency is not converted',
    given: { exportValue: { amount: 500_000, currency: 'other' } },
    verdict: 'needMore',
    reason: { code: 'valueInOtherCurrency', ...bounds },
  },
  {
    name: '去年 of a value that cannot be judged only says which year counts',
    given: { year: 'lastYear', exportValue: { amount: 450_000, currency: 'unstated' } },
    saidIn: 2026,
    verdict: 'needMore',
    reason: { code: 'baseYearWanted', lastYear: 2025, baseYear: 2021 },
  },
  {
    name: 'a rough figure',
    given: { exportValue: { amount: 450_000, currency: 'USD', approximate: true } },
    verdict: 'conditional',
    reason: { code: 'valueApproximate', givenUsd: 450_000 },
  },
  {
    name: '去年 said in the year after the base year',
    given: { year: 'lastYear' },
    saidIn: 2022,
    verdict: 'eligible',
  },
  {
    name: '去年 said in another year',
    given: { year: 'lastYear' },
    saidIn: 2026,
    verdict: 'conditional',
    reason: { code: 'yearOnCondition', lastYear: 2025, baseYear: 2021 },
  },
  {
    name: '去年 of the base year itself',
    given: { year: 'lastYear' },
    saidIn: 2021,
    verdict: 'conditional',
    reason: { code: 'yearOnCondition', lastYear: 2020, baseYear: 2021 },
  },
  {
    name: '去年 with a value outside is no final refusal',
    given: { year: 'lastYear', exportValue: usd(5_000_000) },
    saidIn: 2026,
    verdict: 'conditional',
    reason: { code: 'valueAbove', givenUsd: 5_000_000, limitUsd: 3_000_000, baseYear: 2021 },
  },
  {
    name: 'no year said',
    given: { year: null },
    verdict: 'conditional',
    reason: { code: 'yearUnstated', baseYear: 2021 },
  },
  {
    name: 'another year says nothing of the base year',
    given: { year: 2020 },
    verdict: 'needMore',
    reason: { code: 'otherYear', givenYear: 2020, baseYear: 2021 },
  },
  {
    name: 'another year does not refuse either',
    given: { year: 2020, exportValue: usd(1) },
    verdict: 'needMore',
  },
  {
    name: 'other province',
    given: { province: '浙江' },
    verdict: 'notEligible',
    reason: { code: 'otherProvince', given: '浙江', province: '江苏省' },
  },
  { name: 'another province, in full', given: { province: '广东省' }, verdict: 'notEligible' },
  { name: 'a city of another province', given: { province: '宁波市' }, verdict: 'notEligible' },
  { name: 'only said not to be here', given: { province: '非江苏省' }, verdict: 'notEligible' },
  { name: 'only said not to be elsewhere', given: { province: '非浙江' }, verdict: 'conditional' },
  { name: 'the province in full', given: { province: '江苏省' }, verdict: 'eligible' },
  { name: 'a city of the province in English', given: { province: 'Huai’an' }, verdict: 'eligible' },
  { name: 'the province in English', given: { province: 'jiangsu' }, verdict: 'eligible' },
  { name: 'a city of the province', given: { province: '淮安市' }, verdict: 'eligible' },
  {
    name: 'a place that is on no map of ours',
    given: { province: '华东' },
    verdict: 'conditional',
    reason: { code: 'provinceUnknown', province: '江苏省' },
  },
  { name: 'province unknown', given: { province: null }, verdict: 'conditional' },
  {
    name: 'not on the list',
    given: { listed: false },
    verdict: 'notEligible',
    reason: { code: 'notListed', publisher: '商务厅' },
  },
  {
    name: 'list unknown',
    given: { listed: 'unknown' },
    verdict: 'conditional',
    reason: { code: 'listedUnknown', publisher: '商务厅' },
  },
  { name: 'list not asked yet', given: { listed: null }, verdict: 'conditional' },
  {
    name: 'not on the list, whatever the value',
    given: { listed: false, exportValue: null },
    verdict: 'notEligible',
  },
];

describe('judgeEligibility', () => {
  it.each(rows)('$name: $verdict', ({ given, saidIn = 2022, verdict, reason }) => {
    const result = judgeEligibility(pack, firmWith(given), saidIn);
    expect(result.verdict).toBe(verdict);
    expect(result.baseYear).toBe(2021);
    if (reason !== undefined) expect(result.reasons).toContainEqual(reason);
  });

  it('gives the reasons in the order value, year, province, list', () => {
    const given = firmWith({ year: 'lastYear', province: '浙江', listed: false });
    const codes = judgeEligibility(pack, given, 2026).reasons.map((r) => r.code);
    expect(codes).toEqual(['valueWithin', 'yearOnCondition', 'otherProvince', 'notListed']);
  });

  it('leaves the bounds outside in a pack that says so', () => {
    const strict = structuredClone(pack);
    strict.eligibility.boundsInclusive = { value: false, ourReading: false };
    for (const amount of [300_000, 3_000_000]) {
      expect(judgeEligibility(strict, firmWith({ exportValue: usd(amount) }), 2022).verdict).toBe(
        'notEligible',
      );
    }
    expect(judgeEligibility(strict, firmWith({ exportValue: usd(300_000.01) }), 2022).verdict).toBe(
      'eligible',
    );
  });

  it('asks for no list and no lower bound where a pack has none', () => {
    const open = structuredClone(pack);
    open.eligibility.approvedListRequired = false;
    open.eligibility.lowerUsd = null;
    const result = judgeEligibility(open, firmWith({ exportValue: usd(1), listed: null }), 2022);
    expect(result.verdict).toBe('eligible');
    expect(result.reasons.map((r) => r.code)).toEqual(['valueWithin', 'provinceMatches']);
  });
});

import type { PolicyPack } from '../packs/schema.ts';
import { isPackProvince, isProvinceName } from './provinces.ts';
import type { EligibilityGiven, EligibilityReason, EligibilityVerdict } from './types.ts';

type Rules = PolicyPack['eligibility'];

/**
 * Judges what a firm said of itself by the pack's rules. `currentYear` is the year in which it was said.
 * Amounts count in US dollars only: no exchange rate is assumed.
 */
export function judgeEligibility(
  pack: PolicyPack,
  given: EligibilityGiven,
  currentYear: number,
): EligibilityVerdict {
  const rules = pack.eligibility;
  const year = judgeYear(rules, given, currentYear);
  // What was exported in another year says nothing of the base year.
  const value = year?.code === 'otherYear' ? [valueUnknown(rules)] : judgeValue(rules, given.exportValue);
  const judged = value.some((r) => r.code.startsWith('value') && 'givenUsd' in r);
  const reasons: EligibilityReason[] = [
    ...value,
    ...yearReasons(year, judged),
    judgeProvince(pack, given.province),
    ...(rules.approvedListRequired ? [judgeList(rules, given.listed)] : []),
  ];
  return { verdict: conclude(reasons), baseYear: rules.baseYear, reasons };
}

function conclude(reasons: EligibilityReason[]): EligibilityVerdict['verdict'] {
  const has = (...codes: EligibilityReason['code'][]): boolean => reasons.some((r) => codes.includes(r.code));
  if (has('otherProvince', 'notListed')) return 'notEligible';
  if (has('valueUnknown', 'valueInYuan', 'valueInOtherCurrency', 'currencyUnstated')) return 'needMore';
  if (has('yearOnCondition', 'yearUnstated', 'valueApproximate')) return 'conditional';
  if (has('valueBelow', 'valueAbove')) return 'notEligible';
  return has('provinceUnknown', 'listedUnknown') ? 'conditional' : 'eligible';
}

/** Where there is no result yet, nothing can depend on the year: at most it is said which year counts. */
function yearReasons(year: EligibilityReason | null, judged: boolean): EligibilityReason[] {
  if (year === null || (!judged && year.code === 'yearUnstated')) return [];
  return !judged && year.code === 'yearOnCondition' ? [{ ...year, code: 'baseYearWanted' }] : [year];
}

/** Whether the answer is no whatever else comes out: nothing more needs to be asked. */
export const isDecided = ({ verdict, reasons }: EligibilityVerdict): boolean =>
  verdict === 'notEligible' || reasons.some((r) => r.code === 'valueBelow' || r.code === 'valueAbove');

function judgeYear(rules: Rules, given: EligibilityGiven, currentYear: number): EligibilityReason | null {
  const { baseYear } = rules;
  switch (given.year) {
    case null:
      return { code: 'yearUnstated', baseYear };
    case 'lastYear': {
      const lastYear = currentYear - 1;
      return lastYear === baseYear ? null : { code: 'yearOnCondition', lastYear, baseYear };
    }
    default:
      return given.year === baseYear ? null : { code: 'otherYear', givenYear: given.year, baseYear };
  }
}

const valueUnknown = ({ lowerUsd, upperUsd, baseYear }: Rules): EligibilityReason => ({
  code: 'valueUnknown',
  lowerUsd,
  upperUsd,
  baseYear,
});

function judgeValue(rules: Rules, value: EligibilityGiven['exportValue']): EligibilityReason[] {
  if (value === null || !Number.isFinite(value.amount) || value.amount < 0) return [valueUnknown(rules)];
  const { amount, currency } = value;
  const { lowerUsd, upperUsd, baseYear } = rules;
  if (currency === 'other') return [{ code: 'valueInOtherCurrency', lowerUsd, upperUsd, baseYear }];
  if (currency === 'unstated') return [{ code: 'currencyUnstated', given: amount }];
  if (currency === 'CNY') return [{ code: 'valueInYuan', givenCny: amount, lowerUsd, upperUsd, baseYear }];
  const within = judgeUsd(rules, amount);
  return value.approximate ? [within, { code: 'valueApproximate', givenUsd: amount }] : [within];
}

function judgeUsd(rules: Rules, givenUsd: number): EligibilityReason {
  const { lowerUsd, upperUsd, baseYear } = rules;
  const outsideAt = (bound: number): boolean => givenUsd === bound && !rules.boundsInclusive.value;
  if (lowerUsd !== null && (givenUsd < lowerUsd || outsideAt(lowerUsd))) {
    return { code: 'valueBelow', givenUsd, limitUsd: lowerUsd, baseYear };
  }
  if (upperUsd !== null && (givenUsd > upperUsd || outsideAt(upperUsd))) {
    return { code: 'valueAbove', givenUsd, limitUsd: upperUsd, baseYear };
  }
  const atBound = givenUsd === lowerUsd || givenUsd === upperUsd;
  return { code: 'valueWithin', givenUsd, lowerUsd, upperUsd, baseYear, atBound };
}

function judgeProvince(pack: PolicyPack, given: string | null): EligibilityReason {
  const { province } = pack.eligibility;
  const unknown: EligibilityReason = { code: 'provinceUnknown', province };
  if (given === null) return unknown;
  const not = /^非(.+)$/u.exec(given)?.[1];
  if (not !== undefined) {
    return isPackProvince(pack, not) ? { code: 'otherProvince', given, province } : unknown;
  }
  if (isPackProvince(pack, given)) return { code: 'provinceMatches', province };
  // A place that we cannot put on the map is asked about, not refused.
  return isProvinceName(given) ? { code: 'otherProvince', given, province } : unknown;
}

function judgeList(rules: Rules, listed: EligibilityGiven['listed']): EligibilityReason {
  const publisher = rules.approvedListPublisher;
  if (listed === true) return { code: 'listed', publisher };
  return listed === false ? { code: 'notListed', publisher } : { code: 'listedUnknown', publisher };
}

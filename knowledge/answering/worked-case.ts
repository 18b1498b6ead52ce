import { judgeEligibility } from '../eligibility/judge.ts';
import { normalizeForMoney, parseEligibility } from '../eligibility/parse.ts';
import { findMoney } from '../eligibility/parse-money.ts';
import type { EligibilityGiven, EligibilityReason } from '../eligibility/types.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { withinLimit } from './text/normalize.ts';
import { isLoss, isNotExports, isPerOne } from './worked-cues.ts';
import { creditTermIn } from './worked-term.ts';
import type { WorkedCase } from './worked-kinds.ts';

type Money = NonNullable<EligibilityGiven['exportValue']>;

/** Beyond this a number is a slip or a joke. */
const mostMoney = 1e13;
/** -20万, 负20万, minus 20; not the dash of 30-300万. */
const negative =
  /(?:^|[^\d万千百kmw\s])\s*[-−－]\s*[$¥]?\s*\d|(?:^|\s)[-−－][$¥]?\d|负\s*[\d一二三四五六七八九十]|\b(?:minus|negative)\b/iu;
/** Half a numeral that was read and half that was not: 四十五点5万. */
const halfRead = /[零〇一二两三四五六七八九十百千点]\d/u;

/**
 * The worked case of one question that was answered with `topic`, or null where it states none, states more than one,
 * or the pack has no such term.
 * @param said the question as it was typed, or its part in plain form
 * @param read the plain form
 */
export function workedCase(pack: PolicyPack, topic: TopicId, said: string, read: string): WorkedCase | null {
  const text = withinLimit(said).replace(/\p{Cf}/gu, '');
  switch (topic) {
    case 'eligibility':
      return exportsCase(pack, text);
    case 'payout-ratio':
    case 'max-indemnity':
      return lossCase(pack, text);
    case 'credit-term':
    case 'coverage-scope':
      return creditTermIn(pack, topic, read);
    default:
      return null;
  }
}

/** The one amount of a text; null where there is none, or it is open which one is meant and how much it is. */
function onlyAmount(text: string): Money | null {
  if (negative.test(text) || halfRead.test(text)) return null;
  const [first, ...others] = findMoney(normalizeForMoney(text)).map(({ value }) => value);
  if (first === undefined || first === null) return null;
  if (others.some((one) => one?.amount !== first.amount || one.currency !== first.currency)) return null;
  return Number.isFinite(first.amount) && first.amount <= mostMoney ? first : null;
}

function exportsCase(pack: PolicyPack, text: string): WorkedCase | null {
  const value = onlyAmount(text);
  if (value === null || isNotExports(text)) return null;
  const given = parseEligibility(text);
  // An amount of a month, or of 今年, which is no calendar year as long as nobody says what year it is.
  if (given.exportValue === undefined || given.exportValue === null) return null;
  const assumedUsd = value.currency === 'unstated';
  const { reasons } = judgeEligibility(
    pack,
    {
      exportValue: { ...value, currency: assumedUsd ? 'USD' : value.currency },
      // 去年 is not judged here: the line names the year that counts instead.
      year: given.year === undefined || given.year === 'lastYear' ? null : given.year,
      province: given.province ?? null,
      listed: given.listed ?? null,
    },
    pack.policyYear,
  );
  const of = <C extends EligibilityReason['code']>(code: C) =>
    reasons.find((r): r is Extract<EligibilityReason, { code: C }> => r.code === code);
  // Then the amount settles nothing, and a line on it would only raise hopes.
  if (of('otherProvince') !== undefined || of('notListed') !== undefined) return null;
  const { baseYear, boundsInclusive, lowerUsd, upperUsd, withoutExports, citiesExcluded } = pack.eligibility;
  if (lowerUsd === null && upperUsd === null) return null;
  // These have terms of their own.
  if (value.amount === 0 && withoutExports !== null) return null;
  if (citiesExcluded.some((city) => text.includes(city.replace(/市$/u, '')))) return null;
  const otherYear = of('otherYear');
  if (otherYear !== undefined) return { kind: 'exportsOtherYear', givenYear: otherYear.givenYear, baseYear };
  if (value.currency === 'CNY' || value.currency === 'other') return { kind: 'exportsNotUsd', baseYear };
  const bound = { amount: value.amount, assumedUsd, approximate: value.approximate === true, baseYear };
  const outside = of('valueBelow') ?? of('valueAbove');
  if (outside !== undefined) {
    const { code, limitUsd } = outside;
    // "30万, below 30万" would sound like a mistake.
    if (value.amount === limitUsd) return { kind: 'exportsAtExcludedBound', limitUsd, ...bound };
    return { kind: code === 'valueBelow' ? 'exportsBelow' : 'exportsAbove', limitUsd, ...bound };
  }
  const within = of('valueWithin');
  if (within === undefined) return null;
  const ourReading = within.atBound && boundsInclusive.ourReading;
  return { kind: 'exportsWithin', lowerUsd, upperUsd, ourReading, ...bound };
}

function lossCase(pack: PolicyPack, text: string): WorkedCase | null {
  const { ratioPercent, ratioIs, others } = pack.payout;
  const { cap } = pack;
  if (ratioPercent === null || ratioIs !== 'exact') return null;
  if (cap.amount === null || cap.unit === 'timesPremium' || cap.currency === 'HKD') return null;
  if (!isLoss(text) || isPerOne(text)) return null;
  const value = onlyAmount(text);
  if (value === null || value.amount <= 0) return null;
  const { currency } = cap;
  if (value.currency !== 'unstated' && value.currency !== currency) {
    return { kind: 'lossOtherCurrency', capCurrency: currency };
  }
  const limits = [cap, ...cap.further];
  const counted = limits.flatMap(({ amount, unit, currency: of }) =>
    amount !== null && unit !== 'timesPremium' && of === currency ? [{ amount, unit }] : [],
  );
  const lowest = counted.reduce((least, one) => (one.amount < least.amount ? one : least));
  // To the cent: 80 % of 0.1 is no binary fraction.
  const share = Math.round(value.amount * ratioPercent) / 100;
  return {
    kind: share > lowest.amount ? 'lossBeyondCap' : 'lossWithinCap',
    loss: value.amount,
    currency,
    assumedCurrency: value.currency === 'unstated',
    percent: ratioPercent,
    share,
    cap: lowest.amount,
    capUnit: lowest.unit,
    more: others.length > 0 || limits.length > 1,
  };
}

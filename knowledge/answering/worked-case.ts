import { judgeEligibility } from '../eligibility/judge.ts';
import { normalizeForMoney, parseEligibility } from '../eligibility/parse.ts';
import { findMoney } from '../eligibility/parse-money.ts';
import type { EligibilityGiven, EligibilityReason } from '../eligibility/types.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { creditTermIn } from './worked-term.ts';
import type { TermCase } from './worked-term.ts';

type Money = NonNullable<EligibilityGiven['exportValue']>;
type Bound = { amount: number; assumedUsd: boolean; approximate: boolean; baseYear: number };

/** What a pack's rule makes of the amount or the days that a question states. Codes and data; sentences live in the locales. */
export type WorkedCase =
  | ({ kind: 'exportsBelow' | 'exportsAbove'; limitUsd: number } & Bound)
  | ({
      kind: 'exportsWithin';
      lowerUsd: number | null;
      upperUsd: number | null;
      /** On a bound that the source does not speak of: that it is inside is our reading. */
      ourReading: boolean;
    } & Bound)
  | { kind: 'exportsOtherYear'; givenYear: number; baseYear: number }
  /** Not in the currency of the rule: nothing is converted. */
  | { kind: 'exportsNotUsd'; baseYear: number }
  | { kind: 'lossOtherCurrency'; capCurrency: 'USD' | 'CNY' }
  | {
      kind: 'lossWithinCap' | 'lossBeyondCap';
      loss: number;
      currency: 'USD' | 'CNY';
      /** The question named no currency. */
      assumedCurrency: boolean;
      percent: number;
      share: number;
      cap: number;
    }
  | TermCase;

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
  const text = said.replace(/\p{Cf}/gu, '');
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

/** An amount of something else than a year's exports. */
const notExports =
  /赔|拖欠|欠款|损失|保费|订单|这票|一票|这单|一单|注册资本|营业额|营收|利润|进口|\b(?:claim|owes?|lost|loss|order|invoice|premium|revenue|turnover|profit|imports?|capital)\b/iu;

function exportsCase(pack: PolicyPack, text: string): WorkedCase | null {
  const value = onlyAmount(text);
  if (value === null || notExports.test(text)) return null;
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
  const { baseYear, boundsInclusive, lowerUsd, upperUsd } = pack.eligibility;
  if (lowerUsd === null && upperUsd === null) return null;
  const otherYear = of('otherYear');
  if (otherYear !== undefined) return { kind: 'exportsOtherYear', givenYear: otherYear.givenYear, baseYear };
  if (value.currency === 'CNY' || value.currency === 'other') return { kind: 'exportsNotUsd', baseYear };
  const bound = { amount: value.amount, assumedUsd, approximate: value.approximate === true, baseYear };
  const below = of('valueBelow');
  if (below !== undefined) return { kind: 'exportsBelow', limitUsd: below.limitUsd, ...bound };
  const above = of('valueAbove');
  if (above !== undefined) return { kind: 'exportsAbove', limitUsd: above.limitUsd, ...bound };
  const within = of('valueWithin');
  if (within === undefined) return null;
  const ourReading = within.atBound && boundsInclusive.ourReading;
  return { kind: 'exportsWithin', lowerUsd, upperUsd, ourReading, ...bound };
}

const lossCue =
  /亏|损|破产|拖欠|欠|拒收|收不回|没收回|收不到|没付|不付|不给|跑路|倒闭|货款|货值|赔多少|赔几|怎么赔|赔付多少|能赔|\b(?:loss|lose|lost|losses|owes?|owed|bankrupt|bankruptcy|insolvent|unpaid|defaults?|defaulted|refus\w+|invoice|shipment|order)\b/iu;
/** An amount that is to be paid out, or a limit: 能赔10万吗, 最高15万. */
const notLoss =
  /(?:最高|最大|最多|封顶|上限|限额|保额|保费|出口额|年出口)[^，,。;；?？]{0,8}[\d一二两三四五六七八九十$]|赔(?:付|偿)?(?:到|给|了)?(?:我们?|你们?)?\s*(?:usd|us\$|\$)?[\d一二两三四五六七八九十]|\b(?:pays?|get|receive|compensate|maximum|max|cap|limit|premium|exported)(?: us| me| out| of| is)? *(?:usd|us\$|\$)? *\d/iu;

function lossCase(pack: PolicyPack, text: string): WorkedCase | null {
  const { ratioPercent, ratioIs } = pack.payout;
  const { cap } = pack;
  if (ratioPercent === null || ratioIs !== 'exact') return null;
  if (cap.amount === null || cap.unit === 'timesPremium' || cap.currency === 'HKD') return null;
  if (!lossCue.test(text) || notLoss.test(text)) return null;
  const value = onlyAmount(text);
  if (value === null || value.amount <= 0) return null;
  const { currency } = cap;
  if (value.currency !== 'unstated' && value.currency !== currency) {
    return { kind: 'lossOtherCurrency', capCurrency: currency };
  }
  const limits = [cap, ...cap.further].flatMap((limit) =>
    limit.amount !== null && limit.unit !== 'timesPremium' && limit.currency === currency
      ? [limit.amount]
      : [],
  );
  const lowest = Math.min(...limits);
  // To the cent: 80 % of 0.1 is no binary fraction.
  const share = Math.round(value.amount * ratioPercent) / 100;
  return {
    kind: share > lowest ? 'lossBeyondCap' : 'lossWithinCap',
    loss: value.amount,
    currency,
    assumedCurrency: value.currency === 'unstated',
    percent: ratioPercent,
    share,
    cap: lowest,
  };
}

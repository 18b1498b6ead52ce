import { formatCny, formatPlain, formatUsd, formatUsdRange } from '../../packs/amounts.ts';
import type { eligibility as zh } from '../zh-CN/eligibility.ts';

const usd = (amount: number): string => formatUsd(amount, 'en');
const range = (p: { lowerUsd: number | null; upperUsd: number | null }): string =>
  formatUsdRange(p.lowerUsd, p.upperUsd, 'en') ?? 'a range that the notice does not state';
const authority = (p: { publisher: string | null }): string => p.publisher ?? 'the authority';

const headline: typeof zh.headline = {
  eligible: () => 'From what you say, your firm qualifies.',
  notEligible: () => 'From what you say, your firm does not qualify.',
  conditional: () => 'It looks as if your firm qualifies, provided that the points below hold.',
  conditionallyNot: () =>
    'It looks as if your firm does not qualify, but the points below are still to be checked.',
  needMore: (p) => `I cannot tell yet: please tell me your exports of ${p.baseYear} in US dollars.`,
};

const reason: typeof zh.reason = {
  valueWithin: (p) =>
    `Exports: ${usd(p.givenUsd)}, taken as the value of ${p.baseYear}, is within ${range(p)}.`,
  valueBelow: (p) =>
    `Exports: ${usd(p.givenUsd)}, taken as the value of ${p.baseYear}, is below the lower bound of ${usd(p.limitUsd)}.`,
  valueAbove: (p) =>
    `Exports: ${usd(p.givenUsd)}, taken as the value of ${p.baseYear}, is above the upper bound of ${usd(p.limitUsd)}.`,
  valueApproximate: (p) => `You gave ${usd(p.givenUsd)} as a rough figure; the actual value counts.`,
  valueInYuan: (p) =>
    `Exports: you said ${formatCny(p.givenCny, 'en')}, but the rule is in US dollars (${range(p)} in ${p.baseYear}). The notice gives no exchange rate and I assume none: please tell me the dollar amount.`,
  valueInOtherCurrency: (p) =>
    `Exports: the rule is in US dollars (${range(p)} in ${p.baseYear}). The notice gives no exchange rate and I assume none: please tell me the amount in US dollars.`,
  currencyUnstated: (p) =>
    `Exports: is ${formatPlain(p.given, 'en')} in US dollars or in RMB? What counts is the dollar value of ${p.baseYear}.`,
  valueUnknown: (p) => `Exports: the rule is ${range(p)} in ${p.baseYear}.`,
  yearOnCondition: (p) =>
    `Year: exports of ${p.baseYear} count. “Last year” is now ${p.lastYear}; the result above holds only if your figure is of ${p.baseYear}.`,
  baseYearWanted: (p) =>
    `Year: exports of ${p.baseYear} count. “Last year” is now ${p.lastYear}; please tell me the figure of ${p.baseYear}.`,
  yearUnstated: (p) =>
    `Year: you did not say which year; I took your figure as that of ${p.baseYear}. Please check.`,
  otherYear: (p) =>
    `Year: your figure is of ${p.givenYear}, but exports of ${p.baseYear} count, so it cannot be judged.`,
  provinceMatches: (p) => `Place: a firm in ${p.province}, as required.`,
  otherProvince: (p) =>
    `Place: this programme is for firms in ${p.province}; you said “${p.given}”. Ask the commerce authorities there about their own rules.`,
  provinceUnknown: (p) => `Place: the firm must be in ${p.province}; please check.`,
  listed: (p) => `List: on the approved list of ${authority(p)}, as required.`,
  notListed: (p) =>
    `List: only firms on the approved list of ${authority(p)} can enroll. If you have doubts about the list, ask your local commerce bureau.`,
  listedUnknown: (p) =>
    `List: the firm must also be on the approved list of ${authority(p)}; ask your local commerce bureau whether it is.`,
};

export const eligibility: typeof zh = {
  headline,
  reason,
  outsideProvince: (p) =>
    `Place: this programme is for firms in ${p.province}. Ask the commerce authorities where you are about their own rules.`,
  yesOrNoOrPlace: 'Please tap a button below, answer "yes" or "no", or tell me where your company is.',
  exactWanted: (p) =>
    `I need one definite amount in US dollars, of ${p.baseYear}, for example "450,000 USD"; send "cancel" to stop.`,
  boundIsOurReading:
    'A value exactly at the bound counts as inside by our reading; the notice does not settle it.',
  closing:
    'This compares what you said with the notice; what the insurer decides on your application is final.',
};

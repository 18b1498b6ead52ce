import { formatMoney, formatPlain, formatUsd, formatUsdRange } from '../../packs/amounts.ts';
import type { workedCase as shape } from '../zh-CN/worked-case.ts';
import { pack } from './pack.ts';

const usd = (amount: number): string => formatUsd(amount, 'en');
const exported = (p: { amount: number; assumedUsd: boolean; baseYear: number }): string =>
  p.assumedUsd
    ? `If your ${formatPlain(p.amount, 'en')} is in US dollars and is what you exported in ${p.baseYear}, it`
    : `${usd(p.amount)}, taken as your exports of ${p.baseYear},`;
const rough = (p: { approximate: boolean }): string =>
  p.approximate ? ' Your figure is a rough one; the actual exports decide.' : '';
const checkAgain = ({ check }: { check: string | null }): string =>
  check === null ? '' : ` To go through it again, tap "${check}" or send /eligible.`;
const checkRest = ({ check }: { check: string | null }): string =>
  check === null ? '' : ` For the other conditions, tap "${check}" or send /eligible.`;

const term = (p: { count: number; unit: 'day' | 'month' | 'year' }): string =>
  `${p.count} ${p.unit}${p.count === 1 ? '' : 's'}`;
const exceptions = (p: { exclusions: string | null; listedIn: string | null }): string =>
  p.exclusions === null || p.listedIn === null
    ? ''
    : ` An exception: for ${p.exclusions}, the ${p.listedIn} decides.`;

type Loss = Parameters<(typeof shape)['lossWithinCap']>[0];
const lost = (p: Omit<Loss, 'kind'>): string => {
  const money = (amount: number): string => formatMoney(amount, p.currency, 'en');
  const assumed = p.assumedCurrency
    ? `If your ${formatPlain(p.loss, 'en')} is in ${p.currency === 'USD' ? 'US dollars' : 'RMB'}: for`
    : 'For';
  return `${assumed} a loss of ${money(p.loss)}, ${p.percent}% is ${money(p.share)}`;
};
const limit = (p: Omit<Loss, 'kind'>): string =>
  `the limit of ${formatMoney(p.cap, p.currency, 'en')}${p.capUnit === null ? '' : ` ${pack.capUnits[p.capUnit]}`}`;
const notFinal = (p: { more: boolean }): string =>
  `${p.more ? 'The notice has further ratios or limits that are not in this sum. ' : ''}This is only an estimate: whether the loss is covered, and what is paid, is for the insurer to determine.`;

export const workedCase: typeof shape = {
  exportsBelow: (p) =>
    `${exported(p)} is below the lower bound of ${usd(p.limitUsd)}, so by this rule you cannot join.${rough(p)}${checkAgain(p)}`,
  exportsAbove: (p) =>
    `${exported(p)} is above the upper bound of ${usd(p.limitUsd)}, so by this rule you cannot join.${rough(p)}${checkAgain(p)}`,
  exportsAtExcludedBound: (p) =>
    `${exported(p)} is exactly on the bound of ${usd(p.limitUsd)}, which is itself outside, so by this rule you cannot join.${rough(p)}${checkAgain(p)}`,
  exportsWithin: (p) =>
    `${exported(p)} meets the rule on exports (${formatUsdRange(p.lowerUsd, p.upperUsd, 'en') ?? ''}).${p.ourReading ? ' It is exactly on the bound, which we read as inside; the notice does not say.' : ''}${rough(p)}${checkRest(p)}`,
  exportsOtherYear: (p) =>
    `You name exports of ${p.givenYear}; eligibility goes by ${p.baseYear}, so that figure does not settle it.`,
  exportsNotUsd: (p) =>
    `Eligibility goes by ${p.baseYear} exports in US dollars. The notice gives no exchange rate, so I do not convert; please compare the amount in US dollars.`,
  lossOtherCurrency: (p) =>
    `The notice states its maximum indemnity in ${p.capCurrency === 'USD' ? 'US dollars' : 'RMB'} and gives no exchange rate, so I do not convert; please compare the loss in ${p.capCurrency === 'USD' ? 'US dollars' : 'RMB'}.`,
  lossWithinCap: (p) => `${lost(p)}, within ${limit(p)}. ${notFinal(p)}`,
  lossBeyondCap: (p) =>
    `${lost(p)}, which is beyond ${limit(p)}: at most ${formatMoney(p.cap, p.currency, 'en')} is paid. ${notFinal(p)}`,
  termWithin: (p) =>
    `Your ${term(p)} is not longer than the limit of ${p.maxDays} days, so it meets the rule on credit terms.${exceptions(p)}`,
  termBeyond: (p) =>
    `Your ${term(p)} is longer than the limit of ${p.maxDays} days, so by this rule it is not covered.${exceptions(p)}`,
  fictional: ({ line }) => `[Demo] ${line}`,
};

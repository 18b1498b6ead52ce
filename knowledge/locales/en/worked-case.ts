import { formatMoney, formatPlain, formatUsd, formatUsdRange } from '../../packs/amounts.ts';
import type { workedCase as shape } from '../zh-CN/worked-case.ts';

const usd = (amount: number): string => formatUsd(amount, 'en');
const exported = (p: { amount: number; assumedUsd: boolean; baseYear: number }): string =>
  `${p.assumedUsd ? `If your ${formatPlain(p.amount, 'en')} is in US dollars: taken` : 'Taken'} as ${p.baseYear} exports, ${usd(p.amount)}`;
const rough = (p: { approximate: boolean }): string =>
  p.approximate ? ' Your figure is a rough one; the actual exports decide.' : '';

const term = (p: { count: number; unit: 'day' | 'month' | 'year' }): string =>
  `${p.count} ${p.unit}${p.count === 1 ? '' : 's'}`;
const exceptions = (p: { exclusions: string | null; listedIn: string | null }): string =>
  p.exclusions === null
    ? ''
    : ` An exception is made for ${p.exclusions}${p.listedIn === null ? '' : `; see the ${p.listedIn}`}.`;

type Loss = Parameters<(typeof shape)['lossWithinCap']>[0];
const lost = (p: Loss): string => {
  const money = (amount: number): string => formatMoney(amount, p.currency, 'en');
  const assumed = p.assumedCurrency
    ? `If your ${formatPlain(p.loss, 'en')} is in ${p.currency === 'USD' ? 'US dollars' : 'RMB'}: of`
    : 'Of';
  return `${assumed} a loss of ${money(p.loss)}, ${p.percent}% is ${money(p.share)}`;
};
const notFinal =
  'This is only arithmetic: whether the loss is covered, and what is paid, is for the insurer to determine.';

export const workedCase: typeof shape = {
  exportsBelow: (p) =>
    `${exported(p)} is below the lower bound of ${usd(p.limitUsd)}, so by this rule you cannot join.${rough(p)} The eligibility check goes through it again.`,
  exportsAbove: (p) =>
    `${exported(p)} is above the upper bound of ${usd(p.limitUsd)}, so by this rule you cannot join.${rough(p)} The eligibility check goes through it again.`,
  exportsWithin: (p) =>
    `${exported(p)} meets the rule on exports (${formatUsdRange(p.lowerUsd, p.upperUsd, 'en') ?? ''}).${p.ourReading ? ' It is exactly on the bound, which we read as inside; the notice does not say.' : ''}${rough(p)} The eligibility check goes through the other conditions.`,
  exportsOtherYear: (p) =>
    `You name exports of ${p.givenYear}; eligibility goes by ${p.baseYear}, so that figure does not settle it.`,
  exportsNotUsd: (p) =>
    `Eligibility goes by ${p.baseYear} exports in US dollars. The notice gives no exchange rate, so I do not convert; please compare the amount in US dollars.`,
  lossOtherCurrency: (p) =>
    `The notice states its maximum indemnity in ${p.capCurrency === 'USD' ? 'US dollars' : 'RMB'} and gives no exchange rate, so I do not convert; please compare the loss in that currency.`,
  lossWithinCap: (p) =>
    `${lost(p)}, within the maximum indemnity of ${formatMoney(p.cap, p.currency, 'en')}. ${notFinal}`,
  lossBeyondCap: (p) =>
    `${lost(p)}, which is beyond the maximum indemnity: at most ${formatMoney(p.cap, p.currency, 'en')} is paid. ${notFinal}`,
  termWithin: (p) =>
    `Your ${term(p)} is not longer than the limit of ${p.maxDays} days, so it meets the rule on credit terms.${exceptions(p)}`,
  termBeyond: (p) =>
    `Your ${term(p)} is longer than the limit of ${p.maxDays} days, so by this rule it is not covered.${exceptions(p)}`,
};

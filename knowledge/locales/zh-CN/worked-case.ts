import type { WorkedCase } from '../../answering/worked-kinds.ts';
import { formatMoney, formatPlain, formatUsd, formatUsdRange } from '../../packs/amounts.ts';
import { pack } from './pack.ts';

type Of<K extends WorkedCase['kind'], W = WorkedCase> = W extends { kind: infer X }
  ? K extends X
    ? W
    : never
  : never;
/** What the notice excepts from the credit term, and where the list is. */
interface Exceptions {
  exclusions: string | null;
  listedIn: string | null;
}
/** Label of the bot's check of eligibility; null where that goes by another pack. */
interface Check {
  check: string | null;
}

const usd = (amount: number): string => formatUsd(amount, 'zh-CN');
const exported = (p: { amount: number; assumedUsd: boolean; baseYear: number }): string =>
  `${p.assumedUsd ? `如果您说的${formatPlain(p.amount, 'zh-CN')}是美元，` : ''}按${p.baseYear}年出口额${usd(p.amount)}算`;
const rough = (p: { approximate: boolean }): string =>
  p.approximate ? '您说的是大概数，请以实际出口额为准。' : '';
const checkAgain = ({ check }: Check): string =>
  check === null ? '' : `想再核对一遍，可以点“${check}”，或发送 /eligible。`;
const checkRest = ({ check }: Check): string =>
  check === null ? '' : `其余条件可以点“${check}”（或发送 /eligible）一条一条对。`;

const units = { day: '天', month: '个月', year: '年' };
const term = (p: Of<'termWithin' | 'termBeyond'>): string => `${p.count}${units[p.unit]}`;
/** Whether these are held to less or to more the notice does not say: only what decides is named. */
const exceptions = ({ exclusions, listedIn }: Exceptions): string =>
  exclusions === null || listedIn === null ? '' : `${exclusions}不按这一条，以“${listedIn}”为准。`;

const lost = (p: Of<'lossWithinCap' | 'lossBeyondCap'>): string => {
  const money = (amount: number): string => formatMoney(amount, p.currency, 'zh-CN');
  const assumed = p.assumedCurrency
    ? `如果您说的${formatPlain(p.loss, 'zh-CN')}是${p.currency === 'USD' ? '美元' : '人民币'}，`
    : '';
  return `${assumed}按损失${money(p.loss)}算，${p.percent}%是${money(p.share)}`;
};
const limit = (p: Of<'lossWithinCap' | 'lossBeyondCap'>): string =>
  `${p.capUnit === null ? '' : pack.capUnits[p.capUnit]}最高${formatMoney(p.cap, p.currency, 'zh-CN')}的上限`;
const notFinal = (p: Of<'lossWithinCap' | 'lossBeyondCap'>): string =>
  `${p.more ? '通知里还有别的比例或上限，这里没有算进去。' : ''}这只是按比例的估算，属不属于承保范围、实际赔多少，最终由保险公司核定。`;

export const workedCase = {
  exportsBelow: (p: Of<'exportsBelow'> & Check): string =>
    `${exported(p)}，低于下限${usd(p.limitUsd)}，按这一条不能参加。${rough(p)}${checkAgain(p)}`,
  exportsAbove: (p: Of<'exportsAbove'> & Check): string =>
    `${exported(p)}，超过上限${usd(p.limitUsd)}，按这一条不能参加。${rough(p)}${checkAgain(p)}`,
  exportsAtExcludedBound: (p: Of<'exportsAtExcludedBound'> & Check): string =>
    `${exported(p)}，正好等于界限${usd(p.limitUsd)}，界限本身不算在内，按这一条不能参加。${rough(p)}${checkAgain(p)}`,
  exportsWithin: (p: Of<'exportsWithin'> & Check): string =>
    `${exported(p)}，符合出口额这一条（${formatUsdRange(p.lowerUsd, p.upperUsd, 'zh-CN') ?? ''}）。${p.ourReading ? '正好等于界限，我们理解为算在内，通知没有单独说明。' : ''}${rough(p)}${checkRest(p)}`,
  exportsOtherYear: (p: Of<'exportsOtherYear'>): string =>
    `您说的是${p.givenYear}年的出口额，参保资格看的是${p.baseYear}年，所以这个数没法用来判断。`,
  exportsNotUsd: (p: Of<'exportsNotUsd'>): string =>
    `参保资格按${p.baseYear}年出口额的美元数算，通知没有给折算汇率，我不替您换算；请用美元金额来对照。`,
  lossOtherCurrency: (p: Of<'lossOtherCurrency'>): string =>
    `通知里的最高赔偿额是按${p.capCurrency === 'USD' ? '美元' : '人民币'}写的，没有给折算汇率，我不替您换算；请用${p.capCurrency === 'USD' ? '美元' : '人民币'}金额来对照。`,
  lossWithinCap: (p: Of<'lossWithinCap'>): string => `${lost(p)}，没有超过${limit(p)}。${notFinal(p)}`,
  lossBeyondCap: (p: Of<'lossBeyondCap'>): string =>
    `${lost(p)}，超过了${limit(p)}，所以最多赔${formatMoney(p.cap, p.currency, 'zh-CN')}。${notFinal(p)}`,
  termWithin: (p: Of<'termWithin'> & Exceptions): string =>
    `您说的${term(p)}没有超过${p.maxDays}天的上限，符合信用期限这一条。${exceptions(p)}`,
  termBeyond: (p: Of<'termBeyond'> & Exceptions): string =>
    `您说的${term(p)}超过了${p.maxDays}天的上限，按这一条不在承保范围内。${exceptions(p)}`,
  /** Every text of an invented programme says that it is one. */
  fictional: ({ line }: { line: string }): string => `【演示】${line}`,
};

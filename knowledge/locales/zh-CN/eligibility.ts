import type { EligibilityReason, EligibilityVerdict } from '../../eligibility/types.ts';
import { formatCny, formatPlain, formatUsd, formatUsdRange } from '../../packs/amounts.ts';

/** A reason with its names in the reader's language; the base year is the pack's. */
type Shown<C extends EligibilityReason['code']> = Omit<Extract<EligibilityReason, { code: C }>, 'code'> & {
  baseYear: number;
};

const usd = (amount: number): string => formatUsd(amount, 'zh-CN');
const range = (p: { lowerUsd: number | null; upperUsd: number | null }): string =>
  formatUsdRange(p.lowerUsd, p.upperUsd, 'zh-CN') ?? '通知未载明的范围';

const headline: Record<
  EligibilityVerdict['verdict'] | 'conditionallyNot',
  (p: { baseYear: number }) => string
> = {
  eligible: () => '按您说的情况，贵公司符合参保资格。',
  notEligible: () => '按您说的情况，贵公司不符合参保资格。',
  conditional: () => '目前看符合，但还要以下面几点都确认无误为前提。',
  conditionallyNot: () => '目前看不符合，不过下面几点还要确认。',
  needMore: (p) => `还不能判断，请告诉我贵公司${p.baseYear}年的出口额是多少美元。`,
};

const reason: { [C in EligibilityReason['code']]: (p: Shown<C>) => string } = {
  valueWithin: (p) => `出口额：按${p.baseYear}年${usd(p.givenUsd)}算，在${range(p)}之内。`,
  valueBelow: (p) => `出口额：按${p.baseYear}年${usd(p.givenUsd)}算，低于下限${usd(p.limitUsd)}。`,
  valueAbove: (p) => `出口额：按${p.baseYear}年${usd(p.givenUsd)}算，超过上限${usd(p.limitUsd)}。`,
  valueApproximate: (p) => `您说的${usd(p.givenUsd)}是个大概数，请以实际出口额为准。`,
  valueInYuan: (p) =>
    `出口额：您说的是${formatCny(p.givenCny, 'zh-CN')}，要求按美元算（${p.baseYear}年${range(p)}）。通知没有给折算汇率，我不替您换算，请告诉我美元金额。`,
  valueInOtherCurrency: (p) =>
    `出口额：要求按美元算（${p.baseYear}年${range(p)}）。通知没有给折算汇率，我不替您换算，请换成美元再告诉我。`,
  currencyUnstated: (p) =>
    `出口额：您说的${formatPlain(p.given, 'zh-CN')}是美元还是人民币？要求看的是${p.baseYear}年的美元金额。`,
  valueUnknown: (p) => `出口额：要求是${p.baseYear}年${range(p)}。`,
  yearOnCondition: (p) =>
    `年份：看的是${p.baseYear}年。现在说的“去年”是${p.lastYear}年，您说的如果是${p.baseYear}年的数，上面的结论才成立。`,
  baseYearWanted: (p) =>
    `年份：看的是${p.baseYear}年。现在说的“去年”是${p.lastYear}年，请告诉我${p.baseYear}年的数。`,
  yearUnstated: (p) => `年份：您没有说是哪一年，上面是按${p.baseYear}年算的，请确认一下。`,
  otherYear: (p) => `年份：您说的是${p.givenYear}年，而参保资格看的是${p.baseYear}年，所以没法用来判断。`,
  provinceMatches: (p) => `地区：${p.province}的企业，符合。`,
  otherProvince: (p) =>
    `地区：这次只面向${p.province}的企业，您说的是“${p.given}”。外省的政策请问当地商务部门。`,
  provinceUnknown: (p) => `地区：要是${p.province}的企业，请确认。`,
  listed: (p) => `名单：在${p.publisher ?? '主管部门'}核准名单内，符合。`,
  notListed: (p) =>
    `名单：要在${p.publisher ?? '主管部门'}核准名单内才能参保。对名单有疑问，请问当地商务局。`,
  listedUnknown: (p) => `名单：还要在${p.publisher ?? '主管部门'}核准名单内，在不在请向当地商务局核实。`,
};

export const eligibility = {
  headline,
  reason,
  /** For a firm that only said where it is not. */
  outsideProvince: (p: { province: string }) =>
    `地区：这次只面向${p.province}的企业。外省的政策请问当地商务部门。`,
  /** After an answer to whether the firm is in the province that was neither yes nor no. */
  yesOrNoOrPlace: '请点下面的按钮，或者回答「是」「不是」，也可以直接说公司在哪个省市。',
  exactWanted: (p: { baseYear: number }) =>
    `这个数还不好判断，请说一个${p.baseYear}年的具体美元金额，例如「45万美元」；发「取消」就停下。`,
  boundIsOurReading: '正好等于界限，我们理解为算在内，通知没有单独说明。',
  closing: '这是对照通知得出的，最终以保险公司受理的结果为准。',
};

/** How people ask after their own firm. Kept apart from policy questions: those are the answerer's. */

import { own } from './own-standing.ts';

const bare = (text: string): string => text.replace(/[\s？?。.!！,，~～]+$/u, '');

/** 为什么还没通过, 下一步怎么弄: wants a reason or a way, not only the state. */
export const asksReasonOrWay = (text: string): boolean =>
  /为什么|为何|为啥|怎么(?!样)|咋(?!样)|凭什么|原因|下一步|接下来|还没|一直|迟迟|\b(why|how|next|still|not|no|what is taking|holding|wrong)\b|n't|hold-?up|what's taking/i.test(
    text,
  );

/** Says that it is the own firm that is meant. */
export const speaksOfOwnFirm = (text: string): boolean =>
  new RegExp(own).test(text) || /我(的|现在|已经|这边)|\b(our|we|my company)\b/i.test(text);

const aboutCoverage = /出口到|卖到|卖给|发往|买家|买方|客户|国家|地区|货款|信用期|账期|索赔|赔/;
const ownEligibility: readonly RegExp[] = [
  /^(查|测|看看?)?(一下|下)?(参保|投保)?资格(查询|核对|测试)?$/,
  new RegExp(
    `${own}.{0,10}(有没有|有无|有|是否有|具备)?.{0,4}(资格|符不符合|是否符合|符合.{0,4}(条件|要求|资格)|够不够格|够格)`,
  ),
  new RegExp(`${own}.{0,6}(能不能|能否|可不可以|可以|能)(参加|参保|投保|申请|享受).{0,6}(吗|么|不)?$`),
  /\b(do|does|are|is|can) (we|i|our company|my company) (qualify|eligible|enroll|apply|join)\b/i,
  /\bcheck (our|my) eligibility\b/i,
];

/** "How do I apply", 我们在哪里可以申请: asks for the way, the place or the time, whoever goes there. */
const asksTheWay: readonly RegExp[] = [
  /\b(how|where|when|what|which|why|who|whom?)\b((?!\b(and|but|or|so|if|whether)\b)[^.?!,;:])*\b(do|does|are|is|can) (we|i|our company|my company) (qualify|eligible|enroll|apply|join)\b/i,
  // Of something else than the programme: a credit limit, a loan.
  /\b(apply|enroll|join) (for|in|on|at|with|through|via|from|using) (?!(it|this|the (programme|program|policy|scheme|insurance))\b)/i,
  new RegExp(
    `(怎么|怎样|如何|咋|哪|几时|几号|何时|何处|什么|啥|多久|找谁|跟谁)[^，,。；;！!？?]{0,8}(参加|参保|投保|申请|享受)|${own}.{0,6}(参加|参保|投保|申请|享受)(什么|啥|哪)`,
  ),
];

/** 我们有资格吗, "do we qualify": about the asker's own firm, not about the rule. */
export function asksOwnEligibility(text: string): boolean {
  if (aboutCoverage.test(text)) return false;
  const rest = text
    .split(/(?<=[，,。；;！!？?])/)
    .filter((clause) => !asksTheWay.some((p) => p.test(clause)))
    .join('');
  return ownEligibility.some((p) => p.test(bare(rest)));
}

const exportCue =
  /出口额|出口总额|出口了|出口量|年出口|出口.{0,8}[万美\d$]|(去年|前年|今年|上年|全年|\d{4}年?).{0,8}(出口|做了|走了|有)|资格|符合|够不够|够格|能不能(参加|参保|投保)|能(参加|参保|投保)|\bexport(s|ed|ing)?\b|\bqualif|\beligib/i;
const otherMoney =
  /赔|拖欠|欠|损失|最高|限额|额度|货款|订单|合同|保费|这票|一票|这单|一单|发票|买家|买方|客户|\b(claim|owe|owes|lost|loss|order|invoice|buyer|premium|cap|limit|payout)\b/i;

/** 50万欧元可以吗, 301万美元呢, “how about 2 million dollars”: an amount of ours asked after, and little else. */
const amountAsked =
  /^((我们|我司|公司|咱)[^\d]{0,16}[，,\s])?(那么?|如果|要是|假如|我们?)*\s*[\d.,，零一二两三四五六七八九十百千万亿点wk]+\s*(美元|美金|欧元|英镑|日元|人民币|元|块|刀|usd|eur|rmb)?(的?话)?(呢|(可以|可不可以|行|行不行|够|够不够)(吗|么|不)?)[?？。]?$|^(what|how) about (us)?[$€]?[\d.,]+ ?(k|m|thousand|million)? ?(usd|eur|rmb|yuan|(us )?dollars?|euros?)? ?\??$/i;

/** Whether an amount in a sentence is of something else than exports: a claim, an order, the cap. */
export const tellsOtherMoney = (text: string): boolean => otherMoney.test(text);

/** Whether an amount in a sentence is what the firm exports in a year, and not a claim, an order or the cap. */
export const tellsOwnExports = (text: string): boolean =>
  (exportCue.test(text) || amountAsked.test(text)) && !otherMoney.test(text);

/** A unified social credit code in a text: 18 characters in a row with at least eight digits. */
export const usccIn = (text: string): string | null =>
  (text.toUpperCase().match(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g) ?? []).find(
    (code) => code.replace(/\D/g, '').length >= 8,
  ) ?? null;

const firmName =
  /[\p{Script=Han}\w（）()·]{2,}(有限(责任)?公司|股份公司|集团公司|进出口公司|外贸公司|贸易公司)/u;
const englishFirmName = /\b[A-Z][\w&.-]+(\s+[A-Z][\w&.-]+)*\s+(Co\.?,?\s*Ltd|Ltd|Inc|LLC|Corp)\b/;

/** Whether a text names a company other than those of `known` (the insurer is nobody's secret). */
export const namesFirm = (text: string, known: readonly string[]): boolean => {
  const rest = known.reduce((t, name) => t.replaceAll(name, ' '), text);
  return firmName.test(rest) || englishFirmName.test(rest);
};

/** What is left of a text besides the companies that it names. */
export const withoutFirmNames = (text: string): string =>
  bare(text.replace(firmName, ' ').replace(englishFirmName, ' ')).trim();

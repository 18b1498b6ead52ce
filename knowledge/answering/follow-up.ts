import type { TopicId } from '../topics.ts';
import { askingOf } from './follow-up-askings.ts';
import { frames } from './follow-up-frames.ts';
import { englishFrames } from './follow-up-frames-english.ts';
import type { SubjectId } from './subjects.ts';
import type { AskContext } from './types.ts';

/** Longer messages say for themselves what they ask. */
const longest = { chinese: 24, english: 60 };

/** 那银行拖欠呢, 如果是360天呢, 换成苹果电脑可以吗: another case of what was asked. */
const otherCase =
  /^(?<opened>(?:那么?|如果|要是|假如|万一|换成?|比如|至于|要)*)(?:是|说)?(?<case>.{1,14}?)(?<closed>的?话?呢|的话|(?:也)?(?:一样|是)吗|(?:也)?(?:可以|行|算)吗|行不行|算不算|可不可以)$/;
const englishCase =
  /^(?:and |but |so |ok |okay )*(?:what|how) about (?<case>.{2,40})$|^and (?:for |if (?:it is |it's )?)?(?<plain>[a-z0-9 -]{2,30})$/;

const leadsOn = /^(?:那|还有|然后|and (?!then)|so |then )/;

/** Asks something itself, or is said of a person rather than a matter. */
const asksItself =
  /怎么|怎样|如何|什么|啥|多少|多久|几|哪|谁|为何|吗|能不能|是不是|有没有|\b(how|what|when|where|who|why|which|can|is|are|do|does)\b/;
const pronoun = /^(你|您|我|他|她|它|这|那|这个|那个|我们|你们|他们|这样|that|this|it|you|me|us)$/;
/** Names a matter of its own: 那赔付比例呢 changes the matter and needs nothing from before. */
const namesMatter =
  /比例|赔偿额|限额|额度|上限|费用|保费|收费|信用期|账期|账龄|承保|保险责任|范围|资格|条件|门槛|法人卡|实名|认证|制章|盖章|印章|协议|签署|授权|联系人|单证|退回|退保|解除|app|qq|群|电话|联系方式|网址|流程|步骤|政策|浏览器要求|截止|期限|时限|索赔|理赔|报损|名单|审批|审核|贷款|融资|退税|\b(ratio|cap|limit|fees?|premium|term|risks?|scope|eligib\w*|card|seal|agreement|contacts?|steps?|deadline|claims?)\b/;

export interface Completed {
  /** The whole question. */
  full: string;
  /** The message could be a whole question too, if it is understood alone: 手机可以吗. */
  weak: boolean;
  /** The words have no matter but that of the turn before, whatever else they look like alone: 最短呢 after the credit term. */
  certain: boolean;
}

/** Said of these, a matter that is named next belongs to them: 那浙江呢, then 赔付比例呢. */
export const elsewhere: readonly SubjectId[] = [
  'other-region',
  'other-year',
  'other-insurer',
  'other-insurance',
  'domestic-trade',
];

/**
 * The whole question that a message asks when it leaves its matter to the turn before, or null when it stands on its own or
 * nothing was said of the matter that would complete it. `plain` is a normalised message.
 */
export function completeFollowUp(plain: string, before: AskContext): Completed | null {
  const said = plain.replace(/[\s?？。.!！,，~～]+$/u, '').trim();
  const english = !/\p{Script=Han}/u.test(said);
  if (said === '' || said.length > (english ? longest.english : longest.chinese)) return null;
  const frame = before.topic === null ? undefined : (english ? englishFrames : frames)[before.topic];
  const strong = (full: string | null): Completed | null =>
    full === null ? null : { full, weak: false, certain: false };

  const kind = askingOf(said, english);
  if (kind !== null) {
    const full = frame?.[kind];
    return full === undefined ? strong(joined(before.question, said)) : { full, weak: false, certain: true };
  }
  // 那最高赔多少 after 浙江的赔付比例 still asks about 浙江.
  if (leadsOn.test(said) && before.subject !== null && elsewhere.includes(before.subject)) {
    return strong(joined(before.question, said));
  }
  const found = (english ? englishCase : otherCase).exec(said)?.groups;
  const other = (found?.['case'] ?? found?.['plain'])?.trim();
  if (other === undefined || asksItself.test(other) || pronoun.test(other)) return null;
  if (before.subject !== null && elsewhere.includes(before.subject))
    return strong(joined(before.question, said));
  if (namesMatter.test(other)) return null;
  const weak = !english && found?.['opened'] === '' && !/呢|的话/.test(found['closed'] ?? '');
  const full = frame === undefined ? joined(before.question, other) : frame.other(other);
  return full === null ? null : { full, weak, certain: frame?.ownCases?.test(other) ?? false };
}

/** Of a matter that was handed over nothing is known but its question: the addition is judged together with it. */
const joined = (question: string, said: string): string | null => {
  const asked = question.replace(/[\s?？。.!！]+$/u, '').trim();
  return asked === '' ? null : `${asked}，${said}`;
};

/** The offered topic that a typed answer to 您想问的是哪一个 means: its name, or its number; null for anything else. */
export function offeredTopicMeant(
  plain: string,
  offered: readonly TopicId[],
  labels: Record<TopicId, string>,
): TopicId | null {
  const said = plain.replace(/[\s?？。.!！,，"“”'「」]+/gu, '').replace(/(那个|这个|吧|的)$/u, '');
  const number = /^(?:第)?([1-3一二三])(?:个|项|种)?$/.exec(said)?.[1];
  if (number !== undefined)
    return offered['123'.indexOf(number) >= 0 ? '123'.indexOf(number) : '一二三'.indexOf(number)] ?? null;
  return (
    offered.find((topic) => labels[topic].toLowerCase().replace(/\s+/g, '') === said.toLowerCase()) ?? null
  );
}

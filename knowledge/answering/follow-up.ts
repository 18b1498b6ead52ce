import type { TopicId } from '../topics.ts';
import type { FollowUpKind } from './follow-up-frames.ts';
import { englishFrames, frames } from './follow-up-frames.ts';
import type { SubjectId } from './subjects.ts';
import type { AskContext } from './types.ts';

/** Longer messages say for themselves what they ask. */
const longest = { chinese: 24, english: 60 };

const lead = '^(?:那么?|那就|这样|请问|嗯|哦|然后|如果|要是|假如|万一|又|还|还是)*[,， ]*';
const trail = '(?:了|呢|啊|呀|哦|的话|的)*$';
const whole = (inner: string): RegExp => new RegExp(`${lead}(?:${inner})${trail}`);

/** Whole messages that ask something of a matter that they do not name. */
const bareAskings: readonly (readonly [FollowUpKind, RegExp])[] = [
  [
    'exceeded',
    whole(
      '(?:超|超过|超出|大于|高于|多|超标)(?:了|的|这个(?:数|期限|额度|天数|金额)?|期限|天数|标准|额度|上限|一点|的部分)*(?:怎么办|怎么处理|会怎么样|会怎样|行吗|可以吗|行不行|赔吗|还赔吗|保吗|还保吗)?',
    ),
  ],
  [
    'below',
    whole(
      '(?:不够|不到|没到|没达到|达不到|低于|少于|不足)(?:了|的|这个(?:数)?|标准)*(?:怎么办|怎么处理|会怎么样|行吗|可以吗|能参加吗)?',
    ),
  ],
  [
    'notMet',
    whole(
      '(?:不符合|不满足|不具备|不在|不在名单里?|没在|没有)(?:了|的|条件|资格)*(?:怎么办|怎么处理|会怎么样|行吗|可以吗)?',
    ),
  ],
  [
    'howLong',
    whole(
      '(?:大概|一般|需要|要|得|得要|大约)*(?:多久|多长时间|几天|多少天|多少时间)(?:能|可以|会|才)?(?:好|完|下来|出来|办好|搞定)?',
    ),
  ],
  [
    'howMuch',
    whole(
      '(?:大概|一般|一共|需要|需|要|得|会|还要)*(?:多少钱?|花多少钱?|交多少钱?|收费|花钱|交钱|付费|费用|钱)(?:吗|么|不|是多少|多少)?',
    ),
  ],
  [
    'why',
    whole('(?:这是|是|又是)?(?:为什么|为啥|为何|怎么会这样|什么原因|凭什么)(?:会?这样|会?这么规定|啊)?'),
  ],
  [
    'where',
    whole(
      '(?:要|应该|该|我|我们|具体)*(?:在|去|到|从)?(?:哪|哪里|哪儿|什么地方)(?:可以|能|去)?(?:看|看到|查|查看|找|找到|点|办|弄|操作|下载|下|填|进|申请)?(?:到)?',
    ),
  ],
  [
    'who',
    whole('(?:要|应该|该|可以|我|我们)*(?:找谁|问谁|联系谁|找哪个|打(?:什么|哪个)电话|电话(?:是)?多少)'),
  ],
  [
    'how',
    whole(
      '(?:要|应该|该|我|我们|具体|到底)*(?:怎么|如何|怎样|咋)(?:办|弄|操作|做|填|看|搞|处理|整|申请|点|查|下载|用)?',
    ),
  ],
  [
    'failed',
    whole(
      '(?:我|我们|这边|一直|老是|总是)*(?:不行|弄不了|弄不好|打不开|点不了|点不动|点了没反应|没反应|失败|不成功|登不上|进不去|报错|出错|卡住)(?:了)?(?:怎么办|咋办|怎么弄)?',
    ),
  ],
  [
    'next',
    whole(
      '(?:然后|接下来|接着|之后|后面|下一步|再下一步|完了以后|弄完|做完|办完|弄好|做好|这步做完)(?:了|以后|之后)?(?:怎么办|怎么弄|怎么做|干什么|干嘛|做什么|是什么|该做什么)?',
    ),
  ],
  [
    'details',
    whole(
      '(?:能|可以|请|麻烦)*(?:再)?(?:具体|详细|仔细)(?:一?点|说说|讲讲|说一?下|讲一?下|说明|些)?(?:吗)?|(?:再)?(?:展开)?(?:说说|讲讲)',
    ),
  ],
];

const englishAskings: readonly (readonly [FollowUpKind, RegExp])[] = [
  [
    'exceeded',
    /^(and |but |so )*(what )?(happens )?if (it|that|we|it is|it's|this) ?(is |goes )?(exceeds?|over|more|above|longer|beyond|higher)( (it|that|the limit))?$/,
  ],
  [
    'below',
    /^(and |but |so )*(what )?(happens )?if (it|that|we|it is|it's|ours) ?(is |are )?(less|below|lower|under)( (it|that))?$/,
  ],
  ['howLong', /^(and |so )*how long( (does|will|would) (it|that|this) take)?$/],
  [
    'howMuch',
    /^(and |so )*how much( (is it|does (it|that) cost|is that))?$|^(and |so )*(does (it|that) cost|is (it|that) free)$/,
  ],
  ['why', /^(and |but |so )*why( (is that|so|not))?$|^how come$/],
  ['where', /^(and |so )*where( (is (it|that)|do i (find|see|do) (it|that)))?$/],
  ['who', /^(and |so )*who(m)? (do|can|should) (i|we) (ask|call|contact)$/],
  ['how', /^(and |so |but )*how( (do|can) (i|we) do (it|that))?$/],
  ['failed', /^(and |but )*(it|that) (fails|failed|does not work|doesn't work|did not work|didn't work)$/],
  ['next', /^(and )*(then|then what|what next|what('s| is) next|next step|after that|and after that)$/],
  ['details', /^(more details|tell me more|more|details)( please)?$/],
];

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
  const strong = (full: string | null): Completed | null => (full === null ? null : { full, weak: false });

  const kind = (english ? englishAskings : bareAskings).find(([, pattern]) => pattern.test(said))?.[0];
  if (kind !== undefined) return strong(frame?.[kind] ?? joined(before.question, said));
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
  return full === null ? null : { full, weak };
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

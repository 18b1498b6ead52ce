import type { SubjectId } from '../../answering/subjects.ts';
import type { SmalltalkKind } from '../../answering/smalltalk.ts';
import type { TopicId } from '../../topics.ts';

/** What hand-off sentences take from the pack. */
interface PackFacts {
  province: string;
  policyYear: number;
  insurer: string;
  freeToEnroll: boolean;
  /** The policy is seen in an app that asks for an invitation code. */
  hasInvitationCode: boolean;
}

interface PackNameFacts {
  place: string;
  policyYear: number;
  fictional: boolean;
}

interface ContactFacts {
  policy: string[];
  operation: { role: string; name: string; phone: string; city: string }[];
  group: { name: string; number: string } | null;
}

const topicLabels: Record<TopicId, string> = {
  eligibility: '参保资格',
  'how-to-apply': '怎么投保',
  'requirements-system': '电脑和浏览器要求',
  'login-card': '用法人卡登录',
  'real-name-auth': '企业实名认证',
  'contact-info-step': '填写联系人信息',
  'view-documents': '查看单证',
  'confirm-step': '确认投保',
  'seal-step': '制章',
  'sign-agreement-step': '签署协议',
  'data-authorization-step': '企业数据授权',
  'after-submit': '提交以后',
  'coverage-scope': '承保范围',
  'credit-term': '信用期限',
  'risks-covered': '承保风险',
  'payout-ratio': '赔付比例',
  'max-indemnity': '最高赔偿额',
  fees: '费用',
  'returned-renewal': '申请被退回',
  terminated: '保单被解除',
  contacts: '联系方式',
  'qq-group': 'QQ群',
  app: '查看保单的APP',
  'what-is-sinosure': '中国信保是什么',
  'policy-background': '政策背景',
  deadline: '截止日期',
  'policy-period': '保单起止日期',
  premium: '保费由谁承担',
  'review-time': '审批要多久',
  'required-papers': '需要的材料',
  obligation: '是否必须参加',
  'buyer-limit': '买方限额',
  claims: '报损和索赔',
  declaration: '出运申报',
  amend: '更正信息',
  withdraw: '撤回或退保',
  'policy-papers': '保单文本',
  'card-admin': '法人卡的办理',
  'invitation-source': '邀请码从哪来',
  'office-visit': '上门办理',
  financing: '保单融资',
};

const handoff: Record<SubjectId, (facts: PackFacts) => string> = {
  'buyer-limit': () => '买方限额和买方资信，这份通知里没有写，我不敢替您猜。',
  claims: () => '报损和索赔的时限、材料、流程，这份通知里没有写。出了险请尽快找人问清楚，别等我的答复。',
  'other-premium': () => '其他险种和它们的保费、费率，这份通知里没有写。',
  premium: ({ freeToEnroll }) =>
    freeToEnroll
      ? '通知只说投保过程中不向企业收取任何费用；保费由谁承担、金额多少、投保以后还会不会收费，里面都没有写，我不敢替您下结论。'
      : '保费由谁承担、金额多少，这份通知里没有写清楚，我不敢替您下结论。',
  obligation: () => '通知没有写必须参加，也没有写不参加会怎样。',
  'own-record': () =>
    '某一家企业在不在名单里、申请到了哪一步，这份通知里没有，我在这里也查不到。在不在名单请向当地商务局核实。',
  'invitation-source': ({ hasInvitationCode }) =>
    hasInvitationCode
      ? '通知只写了注册看保单的APP时要输入收到的邀请码，没有写邀请码由谁发、怎么拿。'
      : '邀请码的事，这份通知里没有写。',
  'card-admin': () =>
    '法人卡的办理、续期、补办、解锁和费用，这份通知里没有写，要问电子口岸的制卡点。通知里的操作都以手上有卡为前提，没有卡请先找人问。',
  'customs-tax': () => '通关、退税、发票这些事不归这份通知管，请问海关、税务或您的代理。',
  'other-region': ({ province, policyYear }) =>
    `我手上的是${province}${policyYear}年度的通知，只面向${province}的企业；别的地方规定不一样，不能拿来套用。请问企业所在地的商务局。`,
  'other-year': ({ province, policyYear }) =>
    `我手上的是${province}${policyYear}年度的通知，别的年度怎么规定我不知道，不能拿来套用。`,
  'other-insurer': ({ insurer }) =>
    `这份通知只讲${insurer}承办的统保，别的保险公司的事我答不了，请直接问那家公司。`,
  financing: () => '贷款和保单融资怎么办、利率多少，这份通知里没有写。',
  promise: () => '我只能照通知里的条文解答，不能替保险公司作承诺，也出不了书面证明。',
  'domestic-trade': () => '这份通知只讲出口业务，国内贸易的保险里面没有写。',
  'other-insurance': () => '这份通知只讲小微企业出口信用保险，别的保险我答不了。',
  injection: () => '我只按通知里的内容回答统保的问题，别的指令不照做。',
  deadline: () => '通知里没有写办理的截止日期，我不敢替您估一个。',
  'policy-period': () => '通知里没有写保单的起止日期，请以您的保单为准。',
  'review-time': () => '通知里没有写审批要多久，我不敢替您估。',
  amend: () => '信息填错或者要变更该怎么改，这份通知里没有写。',
  withdraw: () => '企业自己怎么撤回申请或退保，这份通知里没有写。',
  declaration: () => '投保以后怎么申报出运，这份通知里没有写。',
  'policy-papers': () => '保单的纸质件、全文条款、转让这些，这份通知里没有写。',
  'office-visit': () => '办公地址、上班时间和上门服务，这份通知里没有写。',
  'other-risks': () =>
    '通知列出的承保风险里没有提到这一种（比如质量纠纷、汇率、运输损失），赔不赔要看保单条款，我不敢替您下结论。',
  legal: () => '打官司和追债的事，这份通知里没有写。',
  'general-trade': () => '这是外贸业务上的事，这份通知里没有写。',
  'company-affairs': () => '这是公司办证、补贴方面的事，这份通知里没有写。',
  complaint: () => '给您添麻烦了。投诉要由工作人员来处理。',
  'private-data': () => '别的企业和个人的信息，我不能查，也不能给。',
  chat: () => '这个我帮不上忙，我只懂小微企业出口信用保险统保的事。',
  unstated: () => '这一点通知里没有写，我不敢替您猜。',
  unknown: () => '这个问题我没有把握，怕说错误导您，还是请人来答比较稳妥。',
};

const smalltalk: Record<SmalltalkKind, string> = {
  greeting: '您好，我是统保助手，投保条件、操作步骤、赔付比例这些都可以直接问我。',
  thanks: '不客气，有问题随时再问。',
  goodbye: '再见，祝生意兴隆。',
  identity: '我是统保助手，一个按官方通知答疑的机器人；答不了的会帮您转给工作人员。',
  acknowledgement: '好的，有问题随时再问。',
};

export const answering = {
  topicLabels,
  handoff,
  statedInstead: ({ short }: { short: string }): string => `通知里写明的是：${short}`,
  smalltalk,
  empty: '没看到问题内容，请用一句话说说您想问什么。',
  otherLanguage: '我只能用中文和英文回答问题，请换成中文或英文再问一次。',
  undated: '未载明',
  clarify: ({ labels }: { labels: string[] }): string =>
    `您想问的是哪一个：${labels.map((label) => `“${label}”`).join('、')}？`,
  whoToAsk: ({ policy, operation, group }: ContactFacts): string => {
    const lines: string[] = [];
    if (policy.length > 0) lines.push(`政策上的问题请咨询${policy.join('或')}。`);
    for (const person of operation)
      lines.push(`操作上的问题可以找${person.city}的${person.name}，电话${person.phone}。`);
    if (group !== null) lines.push(`也可以加QQ群：${group.name} ${group.number}。`);
    return lines.join('');
  },
  citationLine: ({ source, section, date }: { source: string; section: string; date: string }): string =>
    `依据：《${source}》“${section}”，日期：${date}`,
  packName: ({ place, policyYear, fictional }: PackNameFacts): string =>
    `${place}${policyYear}年度${fictional ? '（演示，纯属虚构）' : ''}`,
  /** Before an answer that could be taken for another pack's; on its first line, which is all that a group sees. */
  fromPack: ({ name, text }: { name: string; text: string }): string => `【${name}】${text}`,
  otherPacks: ({ names, more }: { names: string[]; more: boolean }): string =>
    `我还能按这些通知回答：${names.join('、')}${more ? '等' : ''}。想问哪一份，请写明地方和年度。`,
  partJoint: '\n\n',
  outcomeNames: { answer: '回答', clarify: '追问', handoff: '转人工', smalltalk: '寒暄' },
  askHelp: {
    summary: '向政策包提一个问题',
    question: '问题；带 --json 且不写问题时，从标准输入每行读一个',
    json: '每个问题输出一行 JSON',
    explain: '说明为什么这样回答',
    pack: '这个问题先看哪一个政策包，默认是 TONGBAO_PACK',
  },
  nothingAsked: '请写上问题，例如：tongbao ask 赔付比例是多少',
};

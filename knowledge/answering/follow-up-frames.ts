import type { TopicId } from '../topics.ts';

/** What a message can ask of the matter before it without naming it. */
export type FollowUpKind =
  | 'exceeded'
  | 'below'
  | 'notMet'
  | 'howLong'
  | 'howMuch'
  | 'why'
  | 'where'
  | 'who'
  | 'how'
  | 'failed'
  | 'next'
  | 'details';

/** Whole questions about one topic; `other` asks the same of another case. A kind that is missing is not completed. */
type Frame = Partial<Record<FollowUpKind, string>> & { other: (named: string) => string };

/** A page of the way through the Single Window; `next` is the one after it. */
const page = (name: string, next: string): Frame => ({
  other: (named) => `${name}这一步，${named}怎么办`,
  howLong: `${name}要多久`,
  howMuch: `${name}要收费吗`,
  why: `为什么要${name}`,
  where: `${name}在哪里操作`,
  who: '操作问题联系谁',
  how: `${name}怎么操作`,
  failed: `${name}不成功怎么办`,
  next,
  details: `${name}怎么操作`,
});

const policy = (question: string, more: Partial<Frame> & Pick<Frame, 'other'>): Frame => ({
  who: '政策问题联系谁',
  howMuch: '投保要收费吗',
  details: question,
  ...more,
});

const afterClaim = '出险以后赔款多久能到账';
const overCap = '损失超过最高赔偿额怎么赔';

export const frames: Partial<Record<TopicId, Frame>> = {
  eligibility: policy('参保资格是什么', {
    other: (x) => (/\d|[万亿]/.test(x) ? `出口额${x}能参保吗` : `${x}能参保吗`),
    exceeded: '出口额超过标准还能参保吗',
    below: '出口额低于标准能参保吗',
    notMet: '不符合参保条件的企业可以参保吗',
    why: '参保资格为什么这样规定',
    where: '在哪里查企业在不在核准名单里',
    how: '怎么投保',
    next: '怎么投保',
  }),
  'how-to-apply': {
    ...page('在线投保', '用法人卡怎么登录'),
    how: '怎么投保',
    details: '投保的具体步骤是什么',
    where: '在哪里办理投保',
    other: (x) => `${x}怎么投保`,
  },
  'requirements-system': policy('电脑和浏览器有什么要求', {
    other: (x) => `用${x}可以操作吗`,
    who: '操作问题联系谁',
    how: '控件怎么安装',
    failed: '装了控件还是登录不了怎么办',
    notMet: '电脑系统不符合要求怎么办',
    next: '用法人卡怎么登录',
  }),
  'login-card': {
    ...page('用法人卡登录', '企业实名认证怎么操作'),
    failed: '法人卡登录不上怎么办',
    other: (x) => `用${x}怎么登录`,
  },
  'real-name-auth': page('企业实名认证', '填写联系人信息怎么操作'),
  'contact-info-step': {
    ...page('填写联系人信息', '查看单证怎么操作'),
    other: (x) => `联系人信息里的${x}怎么填`,
  },
  'view-documents': page('查看单证', '确认投保怎么操作'),
  'confirm-step': page('确认投保', '制章怎么操作'),
  'seal-step': page('制章', '签署协议怎么操作'),
  'sign-agreement-step': page('签署协议', '企业数据授权怎么操作'),
  'data-authorization-step': page('企业数据授权', '提交成功以后怎么办'),
  'after-submit': policy('提交成功以后怎么办', {
    other: (x) => `提交投保申请以后，${x}怎么办`,
    howLong: '提交以后审批要多久',
    where: '提交以后在哪里查看已投保的申请',
    how: '提交以后怎么查看',
    next: '审批通过以后用什么APP看保单',
  }),
  'coverage-scope': policy('承保范围是什么', {
    other: (x) => (/\d+ ?(天|个月)/.test(x) ? `信用期限${x}可以承保吗` : `${x}在承保范围内吗`),
    exceeded: '信用期限超过规定怎么办',
    why: '承保范围为什么这样规定',
  }),
  'credit-term': policy('信用期限是多少天', {
    other: (x) =>
      /\d|[一二三四五六七八九十百两半]+(天|个月|年)/.test(x)
        ? `信用期限${x}可以承保吗`
        : `${x}的信用期限有什么要求`,
    exceeded: '信用期限超过规定怎么办',
    below: '信用期限短于规定天数可以承保吗',
    howLong: '信用期限最长多少天',
    why: '信用期限为什么这样规定',
  }),
  'risks-covered': policy('承保哪些风险', {
    other: (x) => `承保风险里包括${x}吗`,
    howLong: afterClaim,
    howMuch: '出险以后能赔多少',
    how: '出险以后怎么索赔',
    next: '赔付比例是多少',
  }),
  'payout-ratio': policy('赔付比例是多少', {
    other: (x) => `${x}的赔付比例是多少`,
    exceeded: overCap,
    howLong: afterClaim,
    howMuch: '最高能赔多少钱',
    how: '出险以后怎么索赔',
    why: '赔付比例为什么这样规定',
    next: '最高赔偿额是多少',
  }),
  'max-indemnity': policy('最高赔偿额是多少', {
    other: (x) => (/\d|[万亿]/.test(x) ? `损失${x}，最高赔偿额是多少` : `${x}的最高赔偿额是多少`),
    exceeded: overCap,
    howLong: afterClaim,
    howMuch: '最高赔偿额是多少',
    how: '出险以后怎么索赔',
    why: '最高赔偿额为什么这样规定',
  }),
  fees: policy('投保要收费吗', {
    other: (x) => `${x}要收费吗`,
    howMuch: '投保要收多少钱',
    why: '为什么投保不收费',
  }),
  'returned-renewal': policy('申请为什么会被退回', {
    other: (x) => `${x}被退回是怎么回事`,
    why: '为什么被退回',
    where: '退回通知在哪里看',
    how: '申请被退回了怎么办',
    howLong: '申请被退回以后多久能重新申请',
    next: '申请被退回了怎么办',
  }),
  terminated: policy('保单为什么会被解除', {
    other: (x) => `${x}会被解除保单吗`,
    why: '为什么被解除保单',
    how: '保单被解除了怎么办',
    next: '保单被解除了怎么办',
  }),
  contacts: policy('联系方式是什么', {
    other: (x) => `${x}的联系电话是多少`,
    who: '操作问题联系谁',
    howMuch: '联系电话是多少',
  }),
  'qq-group': policy('QQ群号是多少', {
    other: (x) => `${x}的QQ群号是多少`,
    how: '怎么加QQ群',
    howMuch: 'QQ群号是多少',
    failed: 'QQ群加不进去怎么办',
  }),
  app: policy('查看保单用什么APP', {
    other: (x) => `${x}怎么下载看保单的APP`,
    where: '看保单的APP在哪里下载',
    how: '看保单的APP怎么注册',
    failed: '看保单的APP注册不了怎么办',
    next: '看保单的APP怎么注册',
    howMuch: '下载APP要收费吗',
  }),
  'what-is-sinosure': policy('中国信保是什么公司', { other: (x) => `${x}是什么` }),
  'policy-background': policy('这是什么政策', { other: (x) => `统保政策里${x}是怎么规定的` }),
};

const englishPage = (name: string, next: string): Frame => ({
  other: (x) => `what about ${x} at the step ${name}`,
  howLong: `how long does ${name} take`,
  howMuch: `is there a fee for ${name}`,
  why: `why is ${name} needed`,
  where: `where do i do ${name}`,
  who: 'whom can i contact about operation',
  how: `how do i do ${name}`,
  failed: `${name} does not work, what can i do`,
  next: `how do i do ${next}`,
  details: `how do i do ${name}`,
});

const english = (question: string, more: Partial<Frame> & Pick<Frame, 'other'>): Frame => ({
  who: 'whom can i contact with questions of policy',
  howMuch: 'is there any fee to enroll',
  details: question,
  ...more,
});

export const englishFrames: Partial<Record<TopicId, Frame>> = {
  eligibility: english('do we qualify', {
    other: (x) => `can ${x} qualify and enroll`,
    exceeded: 'do we qualify if our exports are above the limit',
    below: 'do we qualify if our exports are below the limit',
    next: 'how do i apply',
    how: 'how do i apply',
  }),
  'how-to-apply': { ...englishPage('applying online', 'login with the card'), how: 'how do i apply' },
  'requirements-system': english('what are the system requirements', { other: (x) => `can i use ${x}` }),
  'login-card': englishPage('login with the card', 'company real-name verification'),
  'real-name-auth': englishPage('company real-name verification', 'the contact details'),
  'contact-info-step': englishPage('the contact details', 'viewing the documents'),
  'view-documents': englishPage('viewing the documents', 'confirming the enrollment'),
  'confirm-step': englishPage('confirming the enrollment', 'making the seal'),
  'seal-step': englishPage('making the seal', 'signing the agreement'),
  'sign-agreement-step': englishPage('signing the agreement', 'data authorisation'),
  'data-authorization-step': {
    ...englishPage('data authorisation', ''),
    next: 'what happens after i submit',
  },
  'after-submit': english('what happens after i submit', {
    other: (x) => `after i submit, what about ${x}`,
    howLong: 'how long does the review take after submission',
    where: 'where do i see the application after submission',
    next: 'which app shows my policy',
  }),
  'coverage-scope': english('what business is covered', {
    other: (x) => `is ${x} covered`,
    exceeded: 'what if the credit term is longer than the limit',
  }),
  'credit-term': english('what is the longest credit term', {
    other: (x) => `is a credit term of ${x} covered`,
    exceeded: 'what if the credit term is longer than the limit',
    howLong: 'what is the longest credit term',
  }),
  'risks-covered': english('which risks are covered', {
    other: (x) => `which risks are covered, is ${x} default covered`,
    next: 'what is the payout ratio',
    howMuch: 'what is the payout ratio',
  }),
  'payout-ratio': english('what is the payout ratio', {
    other: (x) => `what is the payout ratio for ${x}`,
    howMuch: 'what is the maximum indemnity',
    next: 'what is the maximum indemnity',
  }),
  'max-indemnity': english('what is the maximum indemnity', {
    other: (x) => `what is the maximum indemnity for ${x}`,
    howMuch: 'what is the maximum indemnity',
  }),
  fees: english('is there any fee to enroll', { other: (x) => `is there a fee for ${x}` }),
  'returned-renewal': english('why was the application returned', {
    other: (x) => `why was ${x} returned`,
    why: 'why was the application returned',
    where: 'where do i see the notice of return',
  }),
  terminated: english('why was the policy terminated', {
    other: (x) => `why was ${x} terminated`,
    why: 'why was the policy terminated',
  }),
  contacts: english('who can i contact', { other: (x) => `who can i contact about ${x}` }),
  'qq-group': english('what is the qq group number', {
    other: (x) => `what is the qq group number for ${x}`,
  }),
  app: english('which app shows my policy', {
    other: (x) => `how do i get the app on ${x}`,
    where: 'where do i download the app',
    how: 'how do i register in the app',
  }),
  'what-is-sinosure': english('what is sinosure', { other: (x) => `what is ${x}` }),
  'policy-background': english('what is this policy', {
    other: (x) => `what does the policy say about ${x}`,
  }),
};

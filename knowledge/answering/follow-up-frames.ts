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
  | 'details'
  | 'most'
  | 'least'
  | 'raised'
  | 'when'
  | 'device'
  | 'papers'
  | 'whose'
  | 'mistake'
  | 'join';

/** Whole questions about one topic; `other` asks the same of another case. A kind that is missing is not completed. */
export type Frame = Partial<Record<FollowUpKind, string>> & {
  other: (named: string) => string;
  /** Cases that belong to the matter for sure, though alone they could be said of another. */
  ownCases?: RegExp;
};

/** What one works with: it is the way that is asked about, not the thing. */
const devices = /^(用)?(苹果|安卓|华为|手机|平板|电脑|笔记本|mac|ipad|iphone|win\w*|谷歌|火狐|edge)/;

/** The parties and the risks that are insured. */
const insured = /银行|买家|买方|拒收|拖欠|破产|承兑|政治风险|战争/;

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
  when: '投保什么时候截止',
  device: '用手机可以操作吗，对电脑系统有什么要求',
  papers: '投保要准备什么材料',
  whose: '操作问题联系谁',
  mistake: `${name}填错了怎么修改`,
  join: '怎么投保',
  ownCases: devices,
});

const policy = (question: string, more: Partial<Frame> & Pick<Frame, 'other'>): Frame => ({
  who: '政策问题联系谁',
  whose: '政策问题联系谁',
  howMuch: '投保要收费吗',
  join: '怎么投保',
  device: '用手机可以操作吗，对电脑系统有什么要求',
  details: question,
  ...more,
});

/** What is no kind of business is a country. */
const covered = (named: string): string =>
  /内销|国内|贸易|业务|单|货|服务|信用证|赊销|电汇|样品|报关|电商|订单|客户|买家|企业|公司|代理|转口|^[a-z/]+$/.test(
    named,
  )
    ? `${named}在承保范围内吗`
    : `出口到${named.replace(/^(出口到|出口|卖到|发到)/, '')}能承保吗`;

const afterClaim = '出险以后赔款多久能到账';
const overCap = '损失超过最高赔偿额怎么赔';

export const frames: Partial<Record<TopicId, Frame>> = {
  eligibility: policy('参保资格是什么', {
    ownCases: /公司|企业|厂$|个体|工作室|合作社/,
    most: '出口额最高多少可以参保',
    least: '出口额最低多少可以参保',
    when: '投保什么时候截止',
    papers: '投保要准备什么材料',
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
    howLong: '办理投保一共要花多长时间',
    how: '怎么投保',
    details: '投保的具体步骤是什么',
    where: '在哪里办理投保',
    other: (x) => `${x}怎么投保`,
  },
  'requirements-system': policy('电脑和浏览器有什么要求', {
    ownCases: devices,
    other: (x) => (/^win/.test(x) ? `操作系统是${x}可以吗` : `用${x}可以操作吗`),
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
    whose: '联系人信息填谁的电话',
    mistake: '联系人信息填错了怎么修改',
    other: (x) => `联系人信息里的${x}怎么填`,
  },
  'view-documents': page('查看单证', '确认投保怎么操作'),
  'confirm-step': page('确认投保', '制章怎么操作'),
  'seal-step': page('制章', '签署协议怎么操作'),
  'sign-agreement-step': page('签署协议', '企业数据授权怎么操作'),
  'data-authorization-step': page('企业数据授权', '提交成功以后怎么办'),
  'after-submit': policy('提交成功以后怎么办', {
    when: '提交以后审批要多久',
    mistake: '提交以后发现填错了怎么修改',
    other: (x) => `提交投保申请以后，${x}怎么办`,
    howLong: '提交以后审批要多久',
    where: '提交以后在哪里查看已投保的申请',
    how: '提交以后怎么查看',
    next: '审批通过以后用什么APP看保单',
  }),
  'coverage-scope': policy('承保范围是什么', {
    ownCases: /^(出口到|卖到|发到)?(香港|澳门|台湾)$/,
    most: '信用期限最长多少天',
    howLong: '信用期限最长多少天',
    other: (x) => (/\d+ ?(天|个月)/.test(x) ? `信用期限${x}可以承保吗` : covered(x)),
    exceeded: '信用期限超过规定怎么办',
    why: '承保范围为什么这样规定',
  }),
  'credit-term': policy('信用期限是多少天', {
    most: '信用期限最长多少天',
    least: '信用期限最短多少天',
    raised: '信用期限超过规定怎么办',
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
    ownCases: insured,
    most: '最高赔偿额是多少',
    when: afterClaim,
    other: (x) => `承保风险里包括${x}吗`,
    howLong: afterClaim,
    howMuch: '出险以后能赔多少',
    how: '出险以后怎么索赔',
    next: '赔付比例是多少',
  }),
  'payout-ratio': policy('赔付比例是多少', {
    ownCases: insured,
    most: '最高赔偿额是多少',
    when: afterClaim,
    other: (x) => `${x}的赔付比例是多少`,
    exceeded: overCap,
    howLong: afterClaim,
    howMuch: '最高能赔多少钱',
    how: '出险以后怎么索赔',
    why: '赔付比例为什么这样规定',
    next: '最高赔偿额是多少',
  }),
  'max-indemnity': policy('最高赔偿额是多少', {
    ownCases: insured,
    most: '最高赔偿额是多少',
    least: '最高赔偿额是多少',
    when: afterClaim,
    raised: '最高赔偿额可以提高吗',
    next: '出险以后怎么索赔',
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
    when: '申请被退回以后多久能重新申请',
  }),
  terminated: policy('保单为什么会被解除', {
    other: (x) => `${x}会被解除保单吗`,
    why: '为什么被解除保单',
    where: '解除保单会怎么通知企业',
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
    join: '怎么加QQ群',
    howMuch: 'QQ群号是多少',
    failed: 'QQ群加不上怎么办',
  }),
  app: policy('查看保单用什么APP', {
    ownCases: devices,
    other: (x) => `${x}怎么下载看保单的APP`,
    where: '看保单的APP在哪里下载',
    how: '看保单的APP怎么注册',
    failed: '看保单的APP注册不了怎么办',
    next: '看保单的APP怎么注册',
    howMuch: '下载APP要收费吗',
  }),
  'what-is-sinosure': policy('中国信保是什么公司', { other: (x) => `${x}是什么` }),
  'policy-background': policy('这是什么政策', {
    other: (x) => `统保政策里${x}是怎么规定的`,
    next: '怎么投保',
    when: '投保什么时候截止',
  }),
};

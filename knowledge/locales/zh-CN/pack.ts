import type { PackGroup } from '../../packs/groups.ts';
import type { PackIssue } from '../../packs/issues.ts';
import type { FeeModel, LateEffect, PremiumRate, Support } from '../../packs/fact-schemas.ts';
import type { CapUnit } from '../../packs/schema.ts';

const capUnits: Record<CapUnit, string> = {
  perPolicy: '每份保单',
  perPolicyYear: '每个保单年度',
  perBuyer: '每个买方',
  perBuyerOrBank: '每个买方或开证行',
  perFirm: '每家企业',
  timesPremium: '保险费的倍数',
};

const groups: Record<PackGroup, string> = {
  sources: '来源',
  title: '名称',
  cities: '城市',
  eligibility: '参保资格',
  application: '办理方式与期限',
  steps: '操作页面',
  realNameVerification: '实名认证',
  systemRequirements: '电脑要求',
  cardLogin: '刷卡登录',
  coverage: '承保范围',
  risks: '承保风险',
  payout: '赔付比例',
  cap: '最高赔偿额',
  fees: '费用',
  underwriting: '承保机构',
  returnedRenewal: '退回',
  termination: '解除',
  contacts: '联系人',
  qqGroup: 'QQ群',
  app: '手机应用',
  insurer: '保险公司',
  programme: '主管部门',
  background: '政策背景',
  reminders: '提醒节奏',
  glosses: '英文对照',
  faq: '问答',
};

const issue: { [C in PackIssue['code']]: (p: Extract<PackIssue, { code: C }>) => string } = {
  schema: (p) => `${p.path}：格式不对（${p.detail}）。`,
  idTooLong: (p) => `${p.path}：政策包编号“${p.id}”太长，最多 ${p.longest} 个字符，不然按钮里放不下。`,
  textMissing: (p) => `${p.path}：缺少这种语言的文字。`,
  placeholderUnresolved: (p) => `${p.path}：占位符 ${p.placeholder} 对不上任何事实。`,
  topicMissing: (p) => `问答里没有主题 ${p.topic}。`,
  topicTwice: (p) => `主题 ${p.topic} 写了不止一次。`,
  numberInProse: (p) => `${p.path}：数字“${p.found}”是直接写进去的，请改用占位符引用事实。`,
  sourceUnknown: (p) => `${p.path}：来源 ${p.source} 不在 sources 里。`,
  sectionUnknown: (p) => `${p.path}：来源里没有列出“${p.section}”这一节。`,
  citeUnresolved: (p) => `${p.path}：引用的 ${p.cite} 不是一组有出处的事实。`,
  stepWithoutGuide: (p) => `步骤 ${p.step} 没有操作说明。`,
  stepTwice: (p) => `步骤 ${p.step} 有不止一份操作说明。`,
  stepsOutOfOrder: (p) => `步骤 ${p.step} 的操作说明没有排在应有的位置。`,
  boundsOrder: (p) => `eligibility：下限 ${p.lowerUsd} 大于上限 ${p.upperUsd}。`,
  periodOrder: (p) => `application.policyPeriod：开始日期 ${p.from} 晚于结束日期 ${p.to}。`,
  glossMissing: (p) => `${p.path}：“${p.name}”没有英文注释（glosses）。`,
  questionTwice: (p) => `问法“${p.question}”同时出现在主题 ${p.other} 和 ${p.topic} 里。`,
  groupToFill: (p) =>
    `第${p.step}步（共${p.total}步）：对照来源原文填好 ${p.group}（${groups[p.group]}），来源没写的填 null，填好后从 toFill 里删掉它。`,
  patternText: (p) => `${p.path}：“${p.text}”还是样本里的文字，请换成来源里的说法。`,
  currencyMismatch: (p) => `${p.path}：最高赔偿额不是美元，请改用 {cap|money} 或 {cap|limits}。`,
  amendmentStale: (p) => `${p.path}：${p.field} 现在的值不是 ${p.after}，变更记录和事实对不上。`,
  otherPack: (p) => `${p.path}：编号是“${p.id}”，不是这个政策包。`,
  notVerified: (p) => `${p.path}：标明未经核对，不能用来答复。`,
  fictionalChanged: (p) => `${p.path}：虚构的政策包不能改成真的，真的也不能改成虚构的。`,
  cityUnknown: (p) => `${p.path}：城市“${p.city}”不在 cities 里。`,
};

export const pack = {
  /** A fact that the source does not state. */
  unstated: '未载明',
  capUnits,
  groups,
  days: (p: { count: number }) => `${p.count}天`,
  workingDays: (p: { count: number }) => `${p.count}个工作日`,
  limit: (p: { money: string; unit: string | null }) =>
    p.unit === null ? `最高${p.money}（原文没有说明按什么算）` : `${p.unit}最高${p.money}`,
  timesPremium: (p: { times: number }) => `全年最高为保险费的${p.times}倍`,
  ratio: {
    exact: (p: { percent: number }) => `${p.percent}%`,
    atLeast: (p: { percent: number }) => `不低于${p.percent}%`,
    about: (p: { percent: number }) => `${p.percent}%左右`,
  },
  feeModels: {
    free: '企业不用付保费',
    subsidised: '保费由财政补贴一部分',
    paidFirstRefunded: '企业先缴保费，之后再退还',
    firmPays: '保费由企业自己承担',
  } satisfies Record<FeeModel, string>,
  premiumRate: (p: PremiumRate) => {
    const of = p.of === null ? '（原文没有说明按什么算）' : '';
    const base = p.of === null ? '' : '投保出口额的';
    if (p.percentMin !== null && p.percentMax !== null)
      return `${base}${p.percentMin}%–${p.percentMax}%${of}`;
    if (p.percentMax !== null) return `不超过${base}${p.percentMax}%${of}`;
    return p.percentMin === null ? '未载明' : `不低于${base}${p.percentMin}%${of}`;
  },
  support: (p: Omit<Support, 'by' | 'appliesTo'> & { by: string | null; appliesTo: string | null }) => {
    const what = { premium: '保费', premiumRate: '费率', creditReport: '资信费用' }[p.of];
    const how = { subsidy: '补贴', refund: '退还', rateCut: '下调' }[p.kind];
    const percent = p.percentMin === p.percentMax ? `${p.percentMin}%` : `${p.percentMin}%–${p.percentMax}%`;
    return `${p.by === null ? '' : `由${p.by}`}${how}${what}的${percent}${p.appliesTo === null ? '' : `（${p.appliesTo}）`}`;
  },
  late: {
    coverFromIssue: (p: { after: string; until: string | null }) =>
      `${p.after}以后才确认的，保障从保单实际签发那天起算${p.until === null ? '' : `，到${p.until}为止`}`,
    notAccepted: (p: { after: string; until: string | null }) => `${p.after}以后不再受理`,
  } satisfies Record<LateEffect, unknown>,
  browser: (p: { name: string; minVersion: number }) => `${p.name} ${p.minVersion} 及以上版本`,
  person: (p: { name: string; city: string; phone: string }) => `${p.name}（${p.city}，电话 ${p.phone}）`,
  period: (p: { from: string; to: string }) => `${p.from} 至 ${p.to}`,
  citation: (p: { source: string; section: string; date: string }) =>
    `来源：${p.source}，“${p.section}”；日期：${p.date}`,
  help: {
    pack: '政策包',
    check: '检查政策包：格式、出处、占位符、问答是否齐全',
    id: '政策包编号，默认是 TONGBAO_PACK',
    create: '照着另一个政策包的样子新建一个，逐项待填',
    newId: '新政策包的编号，用小写字母、数字和连字符，例如 zhejiang-2027',
    province: '省份，例如 浙江省',
    year: '政策年度',
    from: '照着哪个政策包新建，默认是虚构的样本 example-2026',
    diff: '两个政策包有什么不同',
    older: '旧的政策包',
    newer: '新的政策包',
  },
  load: {
    unknown: (p: { id: string }) =>
      `没有找到政策包“${p.id}”。请检查 TONGBAO_PACK、TONGBAO_ANSWER_PACKS 或命令里的编号。`,
    fictionalInLive: (p: { id: string }) =>
      `政策包“${p.id}”是虚构的演示内容，正式使用（live）时不能用它回答。请从 TONGBAO_PACK 或 TONGBAO_ANSWER_PACKS 里换掉它，或改用试用（trial）模式。`,
    unverified: (p: { id: string }) => `政策包“${p.id}”标明未经核对，不能用来答复。请先对照来源核对。`,
    notJson: (p: { id: string; file: string }) => `政策包“${p.id}”的文件 ${p.file} 不是有效的 JSON。`,
    unfinished: (p: { id: string; count: number }) =>
      `政策包“${p.id}”还有 ${p.count} 项没有对照来源填好，不能用来答复。请运行 tongbao pack check ${p.id}。`,
    invalid: (p: { id: string; where: string }) =>
      `政策包“${p.id}”的内容有误（${p.where}）。请运行 tongbao pack check ${p.id} 查看详情。`,
  },
  create: {
    badId: (p: { id: string; longest: number }) =>
      `政策包编号“${p.id}”不行：只能用小写字母、数字和连字符，最多 ${p.longest} 个字符，例如 zhejiang-2027。`,
    provinceMissing: '请写上省份，例如 --province 浙江省。',
    badYear: (p: { year: string }) =>
      `请用 --year 写上四位数的政策年度，例如 --year 2027（现在是“${p.year}”）。`,
    exists: (p: { id: string }) => `政策包“${p.id}”已经有了，没有改动它。请换一个编号。`,
    created: (p: { id: string; from: string }) => `已照着 ${p.from} 新建政策包 ${p.id}：`,
    next: (p: { id: string; count: number }) =>
      `还有 ${p.count} 项要对照来源填写。运行 tongbao pack check ${p.id}，它会一步一步告诉您填什么；填完以前，这个政策包不会被用来答复。`,
  },
  diff: {
    heading: (p: { from: string; to: string; count: number }) => `${p.from} → ${p.to}：${p.count} 处不同`,
    none: '没有不同。',
    factChanged: (p: { field: string; from: string; to: string }) => `${p.field}：${p.from} → ${p.to}`,
    factAdded: (p: { field: string; to: string }) => `${p.field}：新增 ${p.to}`,
    factRemoved: (p: { field: string; from: string }) => `${p.field}：删去 ${p.from}`,
    faqAdded: (p: { topic: string }) => `问答新增“${p.topic}”`,
    faqRemoved: (p: { topic: string }) => `问答删去“${p.topic}”`,
    faqChanged: (p: { topic: string; parts: string[] }) => `问答“${p.topic}”有改动：${p.parts.join('、')}`,
    parts: { text: '答复', questions: '问法', citations: '引用' },
    yes: '是',
    no: '否',
    nothing: '无',
  },
  check: {
    checked: (p: { id: string; facts: number; steps: number; topics: number; questions: number }) =>
      `政策包 ${p.id}：检查了 ${p.facts} 组事实、${p.steps} 个操作页面、${p.topics} 个问答主题、${p.questions} 种问法。`,
    fine: '没有发现问题。',
    failed: (p: { id: string; count: number }) => `政策包 ${p.id} 有 ${p.count} 个问题，请改好后再用。`,
    issue,
  },
};

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

const issue: { [C in PackIssue['code']]: (p: Extract<PackIssue, { code: C }>) => string } = {
  schema: (p) => `${p.path}：格式不对（${p.detail}）。`,
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
  currencyMismatch: (p) => `${p.path}：最高赔偿额不是美元，请改用 {cap|money} 或 {cap|limits}。`,
  amendmentStale: (p) => `${p.path}：${p.field} 现在的值不是 ${p.after}，变更记录和事实对不上。`,
  cityUnknown: (p) => `${p.path}：城市“${p.city}”不在 cities 里。`,
};

export const pack = {
  /** A fact that the source does not state. */
  unstated: '未载明',
  capUnits,
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
  },
  load: {
    unknown: (p: { id: string }) => `没有找到政策包“${p.id}”。请检查 TONGBAO_PACK 或命令里的编号。`,
    notJson: (p: { id: string; file: string }) => `政策包“${p.id}”的文件 ${p.file} 不是有效的 JSON。`,
    invalid: (p: { id: string; where: string }) =>
      `政策包“${p.id}”的内容有误（${p.where}）。请运行 tongbao pack check ${p.id} 查看详情。`,
  },
  check: {
    checked: (p: { id: string; facts: number; steps: number; topics: number; questions: number }) =>
      `政策包 ${p.id}：检查了 ${p.facts} 组事实、${p.steps} 个操作页面、${p.topics} 个问答主题、${p.questions} 种问法。`,
    fine: '没有发现问题。',
    failed: (p: { id: string; count: number }) => `政策包 ${p.id} 有 ${p.count} 个问题，请改好后再用。`,
    issue,
  },
};

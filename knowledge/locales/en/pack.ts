import type { PackGroup } from '../../packs/groups.ts';
import type { PackIssue } from '../../packs/issues.ts';
import type { CapUnit } from '../../packs/schema.ts';
import type { pack as zh } from '../zh-CN/pack.ts';

const capUnits: Record<CapUnit, string> = {
  perPolicy: 'per policy',
  perPolicyYear: 'per policy year',
  perBuyer: 'per buyer',
  perBuyerOrBank: 'per buyer or issuing bank',
  perFirm: 'per firm',
  timesPremium: 'times the premium',
};

const groups: Record<PackGroup, string> = {
  sources: 'sources',
  title: 'title',
  cities: 'cities',
  eligibility: 'eligibility',
  application: 'application and dates',
  steps: 'pages',
  realNameVerification: 'real-name verification',
  systemRequirements: 'computer',
  cardLogin: 'card login',
  coverage: 'coverage',
  risks: 'risks',
  payout: 'payout ratio',
  cap: 'cap',
  fees: 'fees',
  underwriting: 'insurers',
  returnedRenewal: 'returned applications',
  termination: 'termination',
  contacts: 'contacts',
  qqGroup: 'QQ group',
  app: 'app',
  insurer: 'insurer',
  programme: 'authorities',
  background: 'background',
  reminders: 'reminders',
  glosses: 'English glosses',
  faq: 'FAQ',
};

const issue: { [C in PackIssue['code']]: (p: Extract<PackIssue, { code: C }>) => string } = {
  schema: (p) => `${p.path}: does not fit the schema (${p.detail}).`,
  idTooLong: (p) =>
    `${p.path}: the pack ID "${p.id}" is too long; buttons have room for ${p.longest} characters.`,
  textMissing: (p) => `${p.path}: the text in this language is missing.`,
  placeholderUnresolved: (p) => `${p.path}: placeholder ${p.placeholder} matches no fact.`,
  topicMissing: (p) => `The FAQ has no topic ${p.topic}.`,
  topicTwice: (p) => `Topic ${p.topic} is there more than once.`,
  numberInProse: (p) => `${p.path}: the number “${p.found}” is typed in; use a placeholder for the fact.`,
  sourceUnknown: (p) => `${p.path}: source ${p.source} is not among the sources.`,
  sectionUnknown: (p) => `${p.path}: the source lists no section “${p.section}”.`,
  citeUnresolved: (p) => `${p.path}: ${p.cite} is not a group of facts with a source.`,
  stepWithoutGuide: (p) => `Step ${p.step} has no guide.`,
  stepTwice: (p) => `Step ${p.step} has more than one guide.`,
  stepsOutOfOrder: (p) => `The guide of step ${p.step} is out of order.`,
  boundsOrder: (p) => `eligibility: the lower bound ${p.lowerUsd} is above the upper bound ${p.upperUsd}.`,
  periodOrder: (p) => `application.policyPeriod: it begins on ${p.from}, after its end on ${p.to}.`,
  glossMissing: (p) => `${p.path}: “${p.name}” has no English gloss.`,
  questionTwice: (p) => `“${p.question}” is listed under both ${p.other} and ${p.topic}.`,
  groupToFill: (p) =>
    `step ${p.step} of ${p.total}: fill in ${p.group} (${groups[p.group]}) from the source, with null for what it does not state; then strike it off toFill.`,
  patternText: (p) => `${p.path}: “${p.text}” is still the pattern's text; put the source's instead.`,
  currencyMismatch: (p) => `${p.path}: the cap is not in US dollars; use {cap|money} or {cap|limits}.`,
  amendmentStale: (p) => `${p.path}: ${p.field} is not ${p.after} now; the amendment and the fact disagree.`,
  otherPack: (p) => `${p.path}: the ID is “${p.id}”, which is another pack.`,
  notVerified: (p) => `${p.path}: marked as not verified, which is never answered from.`,
  fictionalChanged: (p) => `${p.path}: an invented pack cannot become a real one, nor a real one invented.`,
  cityUnknown: (p) => `${p.path}: “${p.city}” is not among the cities.`,
};

export const pack: typeof zh = {
  unstated: 'not stated',
  capUnits,
  groups,
  days: (p) => `${p.count} days`,
  workingDays: (p) => `${p.count} working ${p.count === 1 ? 'day' : 'days'}`,
  limit: (p) =>
    p.unit === null ? `at most ${p.money} (the source does not say of what)` : `at most ${p.money} ${p.unit}`,
  timesPremium: (p) => `at most ${p.times} times the premium for the whole year`,
  ratio: {
    exact: (p) => `${p.percent}%`,
    atLeast: (p) => `at least ${p.percent}%`,
    about: (p) => `about ${p.percent}%`,
  },
  feeModels: {
    free: 'the firm pays no premium',
    subsidised: 'part of the premium is paid from public funds',
    paidFirstRefunded: 'the firm pays the premium first and is refunded later',
    firmPays: 'the firm pays the premium itself',
  },
  premiumRate: (p) => {
    const of = p.of === null ? ' (the source does not say of what)' : ' of the insured exports';
    if (p.percentMin !== null && p.percentMax !== null) return `${p.percentMin}% to ${p.percentMax}%${of}`;
    if (p.percentMax !== null) return `at most ${p.percentMax}%${of}`;
    return p.percentMin === null ? 'not stated' : `at least ${p.percentMin}%${of}`;
  },
  support: (p) => {
    const what = { premium: 'premium', premiumRate: 'premium rate', creditReport: 'credit report fee' }[p.of];
    const how = { subsidy: 'paid for you', refund: 'refunded', rateCut: 'taken off' }[p.kind];
    const percent =
      p.percentMin === p.percentMax ? `${p.percentMin}%` : `${p.percentMin}% to ${p.percentMax}%`;
    return `${percent} of the ${what} is ${how}${p.by === null ? '' : ` by ${p.by}`}${p.appliesTo === null ? '' : ` (${p.appliesTo})`}`;
  },
  late: {
    coverFromIssue: (p) =>
      `if you confirm after ${p.after}, cover begins on the day the policy is issued${p.until === null ? '' : ` and ends on ${p.until}`}`,
    notAccepted: (p) => `nothing is accepted after ${p.after}`,
  },
  browser: (p) => `${p.name} ${p.minVersion} or later`,
  person: (p) => `${p.name}, ${p.city}, telephone ${p.phone}`,
  period: (p) => `${p.from} to ${p.to}`,
  citation: (p) => `Source: ${p.source}, “${p.section}”; date: ${p.date}`,
  help: {
    pack: 'policy packs',
    check: 'check a policy pack: schema, sources, placeholders, completeness of the FAQ',
    id: 'ID of the pack; TONGBAO_PACK by default',
    create: 'make a new pack on the pattern of another, to be filled in',
    newId: 'ID of the new pack: lower-case letters, digits and hyphens, such as zhejiang-2027',
    province: 'the province, such as 浙江省',
    year: 'the policy year',
    from: 'the pack to follow; the fictional example-2026 by default',
    diff: 'what differs between two packs',
    older: 'the older pack',
    newer: 'the newer pack',
  },
  load: {
    unknown: (p) =>
      `There is no policy pack "${p.id}". Check TONGBAO_PACK, TONGBAO_ANSWER_PACKS or the ID in the command.`,
    fictionalInLive: (p) =>
      `Policy pack "${p.id}" is an invented demo and is not answered from in live mode. Take it out of TONGBAO_PACK or TONGBAO_ANSWER_PACKS, or use trial mode.`,
    unverified: (p) =>
      `Policy pack "${p.id}" is marked as not verified, so it cannot answer. Compare it with its source first.`,
    notJson: (p) => `File ${p.file} of policy pack "${p.id}" is not valid JSON.`,
    unfinished: (p) =>
      `Policy pack "${p.id}" has ${p.count} parts that nobody has filled in from the source yet, so it cannot answer. Run tongbao pack check ${p.id}.`,
    invalid: (p) =>
      `Policy pack "${p.id}" is not valid (${p.where}). Run tongbao pack check ${p.id} for details.`,
  },
  create: {
    badId: (p) =>
      `"${p.id}" will not do as the ID of a pack: use lower-case letters, digits and hyphens, at most ${p.longest} characters, such as zhejiang-2027.`,
    provinceMissing: 'Please name the province, for example --province 浙江省.',
    badYear: (p) =>
      `Please give the policy year in four digits, for example --year 2027 (it is "${p.year}").`,
    exists: (p) =>
      `There is a policy pack "${p.id}" already; it was left as it is. Please choose another ID.`,
    created: (p) => `Made policy pack ${p.id} on the pattern of ${p.from}:`,
    next: (p) =>
      `${p.count} parts are to be filled in from the source. tongbao pack check ${p.id} says step by step what; until then the pack answers nobody.`,
  },
  diff: {
    heading: (p) => `${p.from} → ${p.to}: ${p.count} ${p.count === 1 ? 'difference' : 'differences'}`,
    none: 'No differences.',
    factChanged: (p) => `${p.field}: ${p.from} → ${p.to}`,
    factAdded: (p) => `${p.field}: added ${p.to}`,
    factRemoved: (p) => `${p.field}: removed ${p.from}`,
    faqAdded: (p) => `FAQ: added “${p.topic}”`,
    faqRemoved: (p) => `FAQ: removed “${p.topic}”`,
    faqChanged: (p) => `FAQ: “${p.topic}” changed: ${p.parts.join(', ')}`,
    parts: { text: 'answer', questions: 'ways to ask', citations: 'citations' },
    yes: 'yes',
    no: 'no',
    nothing: 'none',
  },
  check: {
    checked: (p) =>
      `Policy pack ${p.id}: checked ${p.facts} groups of facts, ${p.steps} pages, ${p.topics} FAQ topics and ${p.questions} ways to ask.`,
    fine: 'No issues found.',
    failed: (p) =>
      `Policy pack ${p.id} has ${p.count} ${p.count === 1 ? 'issue' : 'issues'} to mend before use.`,
    issue,
  },
};

import type { PackIssue } from '../../packs/issues.ts';
import type { CapUnit } from '../../packs/schema.ts';
import type { pack as zh } from '../zh-CN/pack.ts';

const capUnits: Record<CapUnit, string> = {
  perPolicy: 'per policy',
  perPolicyYear: 'per policy year',
  perBuyer: 'per buyer',
  timesPremium: 'times the premium',
};

const issue: { [C in PackIssue['code']]: (p: Extract<PackIssue, { code: C }>) => string } = {
  schema: (p) => `${p.path}: does not fit the schema (${p.detail}).`,
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
  cityUnknown: (p) => `${p.path}: “${p.city}” is not among the cities.`,
};

export const pack: typeof zh = {
  unstated: 'not stated',
  capUnits,
  days: (p) => `${p.count} days`,
  browser: (p) => `${p.name} ${p.minVersion} or later`,
  person: (p) => `${p.name}, ${p.city}, telephone ${p.phone}`,
  period: (p) => `${p.from} to ${p.to}`,
  citation: (p) => `Source: ${p.source}, “${p.section}”; date: ${p.date}`,
  help: {
    pack: 'policy packs',
    check: 'check a policy pack: schema, sources, placeholders, completeness of the FAQ',
    id: 'ID of the pack; TONGBAO_PACK by default',
  },
  load: {
    unknown: (p) => `There is no policy pack "${p.id}". Check TONGBAO_PACK or the ID in the command.`,
    notJson: (p) => `File ${p.file} of policy pack "${p.id}" is not valid JSON.`,
    invalid: (p) =>
      `Policy pack "${p.id}" is not valid (${p.where}). Run tongbao pack check ${p.id} for details.`,
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

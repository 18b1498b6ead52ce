import type { TopicId } from '../topics.ts';
import type { Evidence } from './classify.ts';
import type { SubjectId } from './subjects.ts';

export type Decision =
  | { outcome: 'answer'; topic: TopicId }
  | { outcome: 'clarify'; topics: TopicId[] }
  | { outcome: 'handoff'; subject: SubjectId; near: TopicId[] };

/** Evidence below this is no reason to answer: unsure means a person. */
const answerFloor = 6;
/** Weaker evidence will do where nothing else comes near. */
const loneFloor = 4.5;
const loneLead = 2;
const loneForeign = 2;
/** A foreign subject wins unless the topic is this much stronger: a wrong answer costs more than a hand-off. */
const foreignAdvantage = 1.2;
/** Named outright, these are foreign whatever else is asked: the pack's figures must not be lent to them. */
const absolute: readonly SubjectId[] = [
  'other-region',
  'other-year',
  'other-insurer',
  'injection',
  'domestic-trade',
  'other-insurance',
];
const absoluteFloor = 10;

/** Two topics closer than this are both offered. */
const clearLead = 0.8;
const clarifyFloor = 6;

export function decide(evidence: Evidence): Decision {
  const [best, second, third] = evidence.topics;
  const outright = evidence.subjects.find(
    (entry) => absolute.includes(entry.id) && entry.score >= absoluteFloor,
  );
  if (outright !== undefined) return { outcome: 'handoff', subject: outright.id, near: [] };
  const foreign = evidence.subjects[0];
  const near = evidence.topics.filter((entry) => entry.score >= answerFloor).slice(0, 3);
  if (foreign !== undefined && foreign.score * foreignAdvantage >= (best?.score ?? 0)) {
    return { outcome: 'handoff', subject: foreign.id, near: [] };
  }
  const lone = (best?.score ?? 0) - (second?.score ?? 0) >= loneLead && (foreign?.score ?? 0) < loneForeign;
  if (best === undefined || best.score < (lone ? loneFloor : answerFloor)) {
    return { outcome: 'handoff', subject: 'unknown', near: near.map((entry) => entry.id) };
  }
  if (second !== undefined && second.score >= clarifyFloor && best.score - second.score < clearLead) {
    const topics = [best.id, second.id];
    if (third !== undefined && best.score - third.score < clearLead) topics.push(third.id);
    return { outcome: 'clarify', topics };
  }
  return { outcome: 'answer', topic: best.id };
}

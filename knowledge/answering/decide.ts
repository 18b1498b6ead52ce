import type { TopicId } from '../topics.ts';
import { foreignShare } from './classify.ts';
import type { Evidence } from './classify.ts';
import type { SubjectId } from './subjects.ts';

export type Decision =
  | {
      outcome: 'answer';
      topic: TopicId;
      /** Asked in words that the pack itself lists. */
      listed: boolean;
    }
  | { outcome: 'clarify'; topics: TopicId[] }
  | { outcome: 'handoff'; subject: SubjectId; near: TopicId[] };

/** Foreign matters together may hold this share; above it a wrong answer costs more than a hand-off. */
const mostForeign = 0.5;
/** A topic with this share is answered (with less, answers to the development sets were right no more often than not); */
const enough = 0.58;
/** two or three that reach this together are offered, if hardly anything speaks for a foreign matter. */
const enoughTogether = 0.55;
const worthOffering = 0.15;
const mostForeignOffering = 0.25;
/** With hardly anything that was ever heard before, shares mean nothing. */
const leastScore = 4.5;
const leastLearnt = 0.3;
/**
 * Named as plainly as this, these are foreign whatever else is asked: the pack's figures must not be lent to another place,
 * and no way of logging in helps where the password is forgotten.
 */
const outrightFrom: Partial<Record<SubjectId, number>> = {
  'other-region': 10,
  'other-year': 10,
  'other-insurer': 10,
  injection: 10,
  'domestic-trade': 10,
  'other-insurance': 10,
  'card-admin': 13,
};
/** A word may name a place or an insurer in passing; what was learnt then gives it next to no chance. */
const leastLearntOutright = 0.015;
/** A bare word asks for no detail, so it is foreign only if this sure; the topics that it may stand for are offered. */
const sureOfBareWord = 0.8;
const worthOfferingForBareWord = 0.06;

/** Of another place, year, insurer or kind of insurance, or an order: what else is said belongs to it. */
export const isOutright = (decision: Decision): boolean =>
  decision.outcome === 'handoff' && decision.subject !== 'card-admin' && decision.subject in outrightFrom;

export function decide(evidence: Evidence, isBareWord: boolean): Decision {
  const outright = evidence.subjects.find(
    ({ id, score, learnt }) => score >= (outrightFrom[id] ?? Infinity) && learnt >= leastLearntOutright,
  );
  if (outright !== undefined) return { outcome: 'handoff', subject: outright.id, near: [] };
  const best = evidence.topics[0];
  const isKnownWord = isBareWord && evidence.concepts.size > 0;
  if (isKnownWord && (best?.share ?? 0) < enough) return decideBareWord(evidence);
  const foreign = foreignShare(evidence);
  if (foreign >= mostForeign) return handoff(evidence);
  if (best === undefined || (best.score < leastScore && best.learnt < leastLearnt)) {
    return { outcome: 'handoff', subject: 'unknown', near: [] };
  }
  if (best.share >= enough) return { outcome: 'answer', topic: best.id, listed: false };
  const near = evidence.topics.filter((entry) => entry.share >= worthOffering).slice(0, 3);
  const offered = near.map((entry) => entry.id);
  const together = near.reduce((sum, entry) => sum + entry.share, 0);
  return offered.length >= 2 && together >= enoughTogether && foreign <= mostForeignOffering
    ? { outcome: 'clarify', topics: offered }
    : { outcome: 'handoff', subject: 'unknown', near: offered };
}

function decideBareWord(evidence: Evidence): Decision {
  const [subject] = evidence.subjects;
  const offered = evidence.topics
    .filter((entry) => entry.share >= worthOfferingForBareWord)
    .slice(0, 3)
    .map((entry) => entry.id);
  const isForeign = subject !== undefined && subject.share >= sureOfBareWord;
  return offered.length >= 2 && !isForeign ? { outcome: 'clarify', topics: offered } : handoff(evidence);
}

/** The foreign matter that most speaks for; for an open detail, the topic that it belongs to as well. */
function handoff({ subjects, detailOf }: Evidence): Decision {
  const subject = subjects[0]?.id ?? 'unknown';
  return {
    outcome: 'handoff',
    subject,
    near: subject === 'unstated' && detailOf !== null ? [detailOf] : [],
  };
}

import type { TopicId } from '../topics.ts';
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
const P = JSON.parse(process.env['TUNE'] ?? '{}');
const mostForeign = P.mf ?? 0.5;
/** A topic with this share is answered; */
const enough = P.en ?? 0.5;
/** two or three that reach this together are offered. */
const enoughTogether = P.et ?? 0.55;
const worthOffering = P.wo ?? 0.15;
/** With hardly anything that was ever heard before, shares mean nothing. */
const leastScore = 4.5;
const leastLearnt = 0.3;
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

export function decide(evidence: Evidence): Decision {
  const outright = evidence.subjects.find(
    (entry) => absolute.includes(entry.id) && entry.score >= absoluteFloor && entry.learnt >= (P.al ?? 0),
  );
  if (outright !== undefined) return { outcome: 'handoff', subject: outright.id, near: [] };
  const foreign = evidence.subjects.reduce((sum, entry) => sum + entry.share, 0);
  const near = evidence.topics.filter((entry) => entry.share >= worthOffering).slice(0, 3);
  const offered = near.map((entry) => entry.id);
  if (foreign >= mostForeign) {
    const subject = evidence.subjects[0]?.id ?? 'unknown';
    const near = subject === 'unstated' && evidence.detailOf !== null ? [evidence.detailOf] : [];
    return { outcome: 'handoff', subject, near };
  }
  const best = evidence.topics[0];
  if (best === undefined || (best.score < leastScore && best.learnt < leastLearnt)) {
    return { outcome: 'handoff', subject: 'unknown', near: [] };
  }
  if (best.share >= enough) return { outcome: 'answer', topic: best.id, listed: false };
  const together = near.reduce((sum, entry) => sum + entry.share, 0);
  return offered.length >= 2 && together >= enoughTogether
    ? { outcome: 'clarify', topics: offered }
    : { outcome: 'handoff', subject: 'unknown', near: offered };
}

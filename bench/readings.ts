import type { TopicId } from '../knowledge/topics.ts';
import type { Hit, Label } from './contender.ts';

/** The topic that hits speak for, and how strongly; null where they speak for none. */
export interface Verdict {
  topic: TopicId | null;
  score: number;
}

export type Reading = (hits: readonly Hit[]) => Verdict;

const nothing: Verdict = { topic: null, score: Number.NEGATIVE_INFINITY };
const voters = 10;

const isTopic = (label: Label): label is TopicId => label !== 'foreign';

/** Best hit that has a topic, with its own score. */
const best: Reading = (hits) => {
  const hit = hits.find(({ label }) => isTopic(label));
  return hit !== undefined && isTopic(hit.label) ? { topic: hit.label, score: hit.score } : nothing;
};

/** The same, with its share beside the best foreign hit. */
const against: Reading = (hits) => {
  const { topic, score } = best(hits);
  const foreign = hits.find(({ label }) => !isTopic(label))?.score ?? 0;
  return topic === null || score <= 0 ? nothing : { topic, score: score / (score + Math.max(0, foreign)) };
};

/** The label with the most score among the first ten hits, with its share of all. */
const vote: Reading = (hits) => {
  const sums = new Map<Label, number>();
  let total = 0;
  for (const { label, score } of hits.slice(0, voters)) {
    sums.set(label, (sums.get(label) ?? 0) + score);
    total += score;
  }
  let found = nothing;
  for (const [label, sum] of sums) {
    if (isTopic(label) && sum > 0 && sum / total > found.score) found = { topic: label, score: sum / total };
  }
  return found;
};

/** The ways to make an answer of hits; which one suits a contender is chosen with its threshold. */
export const readings = { best, against, vote } satisfies Record<string, Reading>;
export type ReadingName = keyof typeof readings;
export const readingNames = Object.keys(readings) as ReadingName[];

import { normalize } from './text/normalize.ts';
import type { Segment } from './types.ts';
import type { FindConcepts } from './vocabulary.ts';

/** A known question and what it asks about. */
export interface Example<Id> {
  id: Id;
  text: string;
}

/** Likeness of a question to the known questions of each matter, 0 to 1. */
export type Similarity<Id> = (text: string, concepts: ReadonlySet<string>) => Map<Id, number>;

/**
 * Concepts, words and character pairs of a text: concepts carry the meaning, words what no concept names, pairs
 * survive a bad cut and a misspelling.
 */
function featuresOf(text: string, concepts: ReadonlySet<string>, segment: Segment): Set<string> {
  const features = new Set<string>();
  for (const concept of concepts) features.add(`c:${concept}`);
  for (const word of segment(text)) if (/[\p{L}\p{N}]/u.test(word)) features.add(`w:${word.trim()}`);
  for (const run of text.match(/[\u4E00-\u9FFF]{2,}/g) ?? []) {
    for (let at = 0; at + 1 < run.length; at++) features.add(run.slice(at, at + 2));
  }
  return features;
}

/** A concept says more than a word, a word more than a pair of characters. */
const kindWeight = (feature: string): number =>
  feature.startsWith('c:') ? 1.3 : feature.startsWith('w:') ? 1 : 0.6;

/** How much the second and third most alike question of the same matter add. */
const rankShares = [0.7, 0.2, 0.1];

export function createSimilarity<Id>(
  examples: readonly Example<Id>[],
  findConcepts: FindConcepts,
  segment: Segment,
): Similarity<Id> {
  const known = examples.map(({ id, text }) => {
    const plain = normalize(text);
    return { id, plain, features: featuresOf(plain, findConcepts(plain), segment) };
  });
  const counts = new Map<string, number>();
  for (const { features } of known)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weightOf = (feature: string): number =>
    kindWeight(feature) * Math.log(1 + known.length / (1 + (counts.get(feature) ?? 0)));
  const postings = new Map<string, number[]>();
  const norms = known.map(({ features }, index) => {
    let norm = 0;
    for (const feature of features) {
      norm += weightOf(feature) ** 2;
      const posting = postings.get(feature);
      if (posting === undefined) postings.set(feature, [index]);
      else posting.push(index);
    }
    return Math.sqrt(norm);
  });

  return (text, concepts) => {
    const dots = new Float64Array(known.length);
    let norm = 0;
    for (const feature of featuresOf(text, concepts, segment)) {
      const squared = weightOf(feature) ** 2;
      norm += squared;
      for (const index of postings.get(feature) ?? []) dots[index] = (dots[index] ?? 0) + squared;
    }
    const best = new Map<Id, number[]>();
    for (const [index, example] of known.entries()) {
      const dot = dots[index] ?? 0;
      if (dot === 0) continue;
      const cosine = dot / (Math.sqrt(norm) * (norms[index] ?? 1));
      const top = best.get(example.id);
      if (top === undefined) best.set(example.id, [cosine]);
      else top.push(cosine);
    }
    const likeness = new Map<Id, number>();
    for (const [id, cosines] of best) {
      cosines.sort((a, b) => b - a);
      likeness.set(
        id,
        rankShares.reduce((sum, share, rank) => sum + share * (cosines[rank] ?? 0), 0),
      );
    }
    return likeness;
  };
}

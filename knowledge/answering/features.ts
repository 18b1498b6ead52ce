import type { Segment } from './types.ts';

/** Features of a text, each with its strength. */
export type Features = ReadonlyMap<string, number>;

/**
 * Concepts, words and character pairs of a text: concepts carry the meaning, words what no concept names, pairs
 * survive a bad cut and a misspelling.
 */
export function featuresOf(text: string, concepts: ReadonlySet<string>, segment: Segment): Set<string> {
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

/** Gives each feature its strength: the fewer of the known questions hold it, the more it says. */
export function createWeigher(known: readonly ReadonlySet<string>[]): (names: Iterable<string>) => Features {
  const counts = new Map<string, number>();
  for (const names of known) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const strengthOf = (name: string): number =>
    kindWeight(name) * Math.log(1 + known.length / (1 + (counts.get(name) ?? 0)));
  return (names) => new Map([...names].map((name) => [name, strengthOf(name)]));
}

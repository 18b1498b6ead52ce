import type { Features } from './features.ts';

/** Likeness of a question to the known questions of each matter, 0 to 1. */
export type Similarity<Id> = (features: Features) => Map<Id, number>;

/** How much the second and third most alike question of the same matter add. */
const rankShares = [0.7, 0.2, 0.1];

export function createSimilarity<Id>(known: readonly { id: Id; features: Features }[]): Similarity<Id> {
  const postings = new Map<string, { index: number; strength: number }[]>();
  const norms = known.map(({ features }, index) => {
    for (const [name, strength] of features) {
      const posting = postings.get(name);
      if (posting === undefined) postings.set(name, [{ index, strength }]);
      else posting.push({ index, strength });
    }
    return lengthOf(features);
  });

  return (features) => {
    const dots = new Float64Array(known.length);
    for (const [name, strength] of features) {
      for (const held of postings.get(name) ?? [])
        dots[held.index] = (dots[held.index] ?? 0) + strength * held.strength;
    }
    const norm = lengthOf(features);
    const best = new Map<Id, number[]>();
    for (const [index, example] of known.entries()) {
      const dot = dots[index] ?? 0;
      if (dot === 0) continue;
      const cosine = dot / (norm * (norms[index] ?? 1));
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

const lengthOf = (features: Features): number =>
  Math.sqrt([...features.values()].reduce((sum, strength) => sum + strength ** 2, 0));

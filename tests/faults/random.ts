/** A number in [0, 1) that depends on the seed and the words only: what befalls one chat does not hang on the others' timing. */
export function chance(seed: number, ...words: (string | number)[]): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const char of words.join('\0')) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

export interface Random {
  /** A number in [from, to). */
  between(from: number, to: number): number;
  /** One of the kinds, by their weights. */
  pick<K extends string>(weights: Record<K, number>): K;
}

export function createRandom(seed: number, name: string): Random {
  let drawn = 0;
  const next = (): number => chance(seed, name, (drawn += 1));
  return {
    between: (from, to) => from + next() * (to - from),
    pick: (weights) => {
      const kinds = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * kinds.reduce((sum, [, weight]) => sum + weight, 0);
      const [first] = kinds;
      if (first === undefined) throw new Error('nothing to pick from');
      return (kinds.find(([, weight]) => (left -= weight) < 0) ?? first)[0];
    },
  };
}

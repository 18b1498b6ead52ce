/** A cue: `weight` counts when every group of `all` is met and no concept of `none` is there. */
export interface Cue {
  weight: number;
  all: readonly (readonly string[])[];
  none: readonly string[];
  source: string;
}

/** Reads `a & b|c & !d`; an unknown concept name is a mistake of ours and throws. */
export function parseCue(weight: number, source: string, known: ReadonlySet<string>): Cue {
  const all: string[][] = [];
  const none: string[] = [];
  for (const term of source.split('&').map((part) => part.trim())) {
    const negated = term.startsWith('!');
    const names = (negated ? term.slice(1) : term).split('|').map((name) => name.trim());
    const unknown = names.find((name) => !known.has(name));
    if (unknown !== undefined) throw new Error(`cue "${source}" names the unknown concept "${unknown}"`);
    if (negated) none.push(...names);
    else all.push(names);
  }
  return { weight, all, none, source };
}

export function cueHolds(cue: Cue, concepts: ReadonlySet<string>): boolean {
  return (
    cue.all.every((group) => group.some((name) => concepts.has(name))) &&
    !cue.none.some((name) => concepts.has(name))
  );
}

/** Cues add up with falling weight: wording said in two ways is stronger than once, but not twice as strong. */
export function combine(weights: readonly number[]): number {
  return [...weights].sort((a, b) => b - a).reduce((total, weight, rank) => total + weight * 0.3 ** rank, 0);
}

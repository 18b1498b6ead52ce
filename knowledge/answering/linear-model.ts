import type { Features } from './features.ts';

/** How probable each class is, 0 to 1; they add up to 1. */
export type Probabilities<Id> = (features: Features) => Map<Id, number>;

interface Sample<Id> {
  id: Id;
  features: Features;
}

const rounds = 6;
/** The mean of the rounds from here on is kept, so that the order of the questions hardly matters. */
const settled = 2;
const firstRate = 9;
/** Errors smaller than this teach nothing; leaving them out makes training quick. */
const worthLearning = 0.01;

/**
 * A linear classifier, trained when the answerer is built: what the cues cannot know, since nobody wrote it down, it
 * learns from the known questions. Trained in a fixed order from zero, so the same pack gives the same answers.
 */
export function trainLinearModel<Id>(samples: readonly Sample<Id>[]): Probabilities<Id> {
  const classes = [...new Set(samples.map(({ id }) => id))];
  const size = classes.length;
  const names = new Set(samples.flatMap(({ features }) => [...features.keys()]));
  const rowOf = new Map([...names].map((name, row) => [name, row]));
  const weights = new Float32Array(rowOf.size * size);
  const bias = new Float64Array(size);

  /** Rows and unit-length strengths of the features that are known. */
  const encode = (features: Features): { rows: number[]; values: number[] } => {
    const rows: number[] = [];
    const values: number[] = [];
    let norm = 0;
    for (const [name, value] of features) {
      norm += value * value;
      const row = rowOf.get(name);
      if (row === undefined) continue;
      rows.push(row * size);
      values.push(value);
    }
    const length = Math.sqrt(norm) || 1;
    return { rows, values: values.map((value) => value / length) };
  };

  const softmax = ({ rows, values }: { rows: number[]; values: number[] }): Float64Array => {
    const scores = Float64Array.from(bias);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const value = values[at] ?? 0;
      for (let k = 0; k < size; k++) scores[k] = (scores[k] ?? 0) + (weights[row + k] ?? 0) * value;
    }
    const top = Math.max(...scores);
    let total = 0;
    for (let k = 0; k < size; k++) {
      const grown = Math.exp((scores[k] ?? 0) - top);
      scores[k] = grown;
      total += grown;
    }
    return scores.map((grown) => grown / total);
  };

  const encoded = samples.map(({ id, features }) => ({ target: classes.indexOf(id), ...encode(features) }));
  const stride = coprimeStride(encoded.length);
  const averaged = new Float32Array(weights.length);
  for (let round = 0; round < rounds; round++) {
    const rate = firstRate * (1 - round / rounds);
    for (let step = 0; step < encoded.length; step++) {
      const sample = encoded[(step * stride + round) % encoded.length];
      if (sample === undefined) continue;
      const chance = softmax(sample);
      const wrong: number[] = [];
      for (let k = 0; k < size; k++) {
        const error = (k === sample.target ? 1 : 0) - (chance[k] ?? 0);
        chance[k] = error;
        if (Math.abs(error) < worthLearning) continue;
        wrong.push(k);
        bias[k] = (bias[k] ?? 0) + 0.02 * rate * error;
      }
      if (wrong.length === 0) continue;
      for (let at = 0; at < sample.rows.length; at++) {
        const row = sample.rows[at] ?? 0;
        const pace = rate * (sample.values[at] ?? 0);
        for (const k of wrong) weights[row + k] = (weights[row + k] ?? 0) + pace * (chance[k] ?? 0);
      }
    }
    if (round >= settled) {
      for (let at = 0; at < weights.length; at++) {
        averaged[at] = (averaged[at] ?? 0) + (weights[at] ?? 0) / (rounds - settled);
      }
    }
  }
  weights.set(averaged);
  return (features) => {
    const chance = softmax(encode(features));
    return new Map(classes.map((id, k) => [id, chance[k] ?? 0]));
  };
}

/** A step through all samples that keeps neighbours, which tend to be alike, far apart. */
function coprimeStride(count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.round(count * 0.381966));
  while (gcd(stride, count) !== 1) stride++;
  return stride;
}

import type { Expected } from '../knowledge/evaluation/expected.ts';
import type { Hit } from './contender.ts';
import { readingNames, readings } from './readings.ts';
import type { ReadingName, Verdict } from './readings.ts';

export interface Asked {
  expected: Expected;
  hits: readonly Hit[];
}

/** Shares are 0 to 1. */
export interface Measured {
  /** Of our questions: with a right topic ahead of all others, before any refusal. */
  rightTopic: number;
  /** Of our questions: at or above the threshold. */
  answered: number;
  /** Of our questions: so, and with a right topic. */
  right: number;
  /** Of foreign questions: below the threshold. */
  refused: number;
  /** Of all: answered with a wrong topic, or though foreign. */
  wrongConfident: number;
  /** How the hits were read: chosen in the first half, and in the second. */
  readings: ReadingName[];
}

interface Choice {
  reading: ReadingName;
  threshold: number;
}

/** So many of our questions are to be answered where the threshold is chosen. */
const wantedShare = 0.9;

/** Small talk, and what may be asked back, is left out: search engines have neither. */
const isOurs = ({ expected }: Asked): boolean => expected.outcome === 'answer';
const isForeign = ({ expected }: Asked): boolean => expected.outcome === 'handoff';

/**
 * Chooses reading and threshold on one half and judges the other by them, then the other way round: every question is
 * judged once, by a choice that it had no part in.
 */
export function measure(asked: readonly Asked[]): Measured {
  const ours = asked.filter(isOurs);
  const foreign = asked.filter(isForeign);
  const half = (of: number): Asked[] =>
    [ours, foreign].flatMap((kind) => kind.filter((_, i) => i % 2 === of));
  const choices = [choose(half(0)), choose(half(1))] as const;
  const tallies = [tally(half(1), choices[0]), tally(half(0), choices[1])];
  const sum = (of: keyof Tally): number => tallies.reduce((total, one) => total + one[of], 0);
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    rightTopic: share(sum('rightTopic'), ours.length),
    answered: share(sum('answered'), ours.length),
    right: share(sum('right'), ours.length),
    refused: share(sum('refused'), foreign.length),
    wrongConfident: share(sum('wrong'), ours.length + foreign.length),
    readings: choices.map(({ reading }) => reading),
  };
}

/** The reading with the fewest wrong answers at its threshold; the simpler one where two are as good. */
function choose(asked: readonly Asked[]): Choice {
  const choices = readingNames.map((reading) => ({ reading, threshold: thresholdFor(reading, asked) }));
  const wrongBy = new Map(choices.map((choice) => [choice, tally(asked, choice).wrong]));
  return choices.reduce((best, one) => ((wrongBy.get(one) ?? 0) < (wrongBy.get(best) ?? 0) ? one : best));
}

/** The highest score at which the wanted share of our questions is still answered. */
function thresholdFor(reading: ReadingName, asked: readonly Asked[]): number {
  const scores = asked
    .filter(isOurs)
    .map(({ hits }) => readings[reading](hits).score)
    .sort((a, b) => b - a);
  return scores[Math.ceil(scores.length * wantedShare) - 1] ?? Number.NEGATIVE_INFINITY;
}

interface Tally {
  rightTopic: number;
  answered: number;
  right: number;
  refused: number;
  wrong: number;
}

function tally(asked: readonly Asked[], { reading, threshold }: Choice): Tally {
  const counts: Tally = { rightTopic: 0, answered: 0, right: 0, refused: 0, wrong: 0 };
  for (const one of asked) {
    const verdict = readings[reading](one.hits);
    const answered = verdict.topic !== null && verdict.score >= threshold;
    if (isForeign(one)) {
      if (answered) counts.wrong++;
      else counts.refused++;
      continue;
    }
    const right = isRight(one.expected, verdict);
    if (right) counts.rightTopic++;
    if (!answered) continue;
    counts.answered++;
    if (right) counts.right++;
    else counts.wrong++;
  }
  return counts;
}

const isRight = ({ topics }: Expected, { topic }: Verdict): boolean =>
  topic !== null && topics.includes(topic);

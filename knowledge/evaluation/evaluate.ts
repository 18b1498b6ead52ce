import type { Answer, PolicyAnswerer } from '../answering/types.ts';
import type { Expected } from './expected.ts';

/** One question, what was given for it, and whether that was right. */
export interface Judgement {
  expected: Expected;
  given: Pick<Answer, 'outcome' | 'topic' | 'confidence' | 'alternatives'>;
  right: boolean;
  /** Milliseconds that the answer took. */
  ms: number;
}

/** Asks every question; `now` gives milliseconds. */
export function judgeAnswers(
  answerer: PolicyAnswerer,
  expected: readonly Expected[],
  now: () => number,
): Judgement[] {
  return expected.map((one) => {
    const started = now();
    const { outcome, topic, confidence, alternatives } = answerer.ask(one.question);
    const given = { outcome, topic, confidence, alternatives };
    return { expected: one, given, right: isRight(one, given), ms: now() - started };
  });
}

export function isRight({ outcome, topics }: Expected, given: Pick<Answer, 'outcome' | 'topic'>): boolean {
  const among = given.topic !== null && topics.includes(given.topic);
  if (outcome === 'answer') return given.outcome === 'answer' && among;
  // A question that may be asked back may as well be answered with one of the topics in question.
  if (outcome === 'clarify') return given.outcome === 'clarify' || (given.outcome === 'answer' && among);
  return given.outcome === outcome;
}

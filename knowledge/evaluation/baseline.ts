import { z } from 'zod';
import type { Judgement } from './evaluate.ts';
import type { Summary } from './report.ts';

/** What an earlier run gave, as `tongbao eval --save` writes it. */
export const baselineSchema = z.object({
  version: z.literal(1),
  summary: z.object({
    ours: z.number(),
    foreign: z.number(),
    right: z.number(),
    answered: z.number(),
    rightOfAnswered: z.number(),
    clarified: z.number(),
    refused: z.number(),
    wrongConfident: z.number(),
  }),
  questions: z.array(
    z.object({
      question: z.string(),
      /** Topic, or the outcome where there is none. */
      given: z.string(),
      right: z.boolean(),
    }),
  ),
});
export type Baseline = z.infer<typeof baselineSchema>;

interface Change {
  question: string;
  before: string;
  now: string;
}

export interface Changes {
  worse: Change[];
  better: Change[];
  /** Questions that the baseline does not have. */
  unknown: number;
}

const givenOf = ({ given }: Judgement): string => given.topic ?? given.outcome;

export const toBaseline = (summary: Summary, judgements: readonly Judgement[]): Baseline => ({
  version: 1,
  summary,
  questions: judgements.map((one) => ({
    question: one.expected.question,
    given: givenOf(one),
    right: one.right,
  })),
});

/** Questions of both runs whose answer was right and is wrong now, and the other way round. */
export function compareWith(baseline: Baseline, judgements: readonly Judgement[]): Changes {
  const before = new Map(baseline.questions.map((one) => [one.question, one]));
  const worse: Change[] = [];
  const better: Change[] = [];
  let unknown = 0;
  for (const one of judgements) {
    const { question } = one.expected;
    const old = before.get(question);
    if (old === undefined) unknown++;
    else if (old.right !== one.right) {
      (old.right ? worse : better).push({ question, before: old.given, now: givenOf(one) });
    }
  }
  return { worse, better, unknown };
}

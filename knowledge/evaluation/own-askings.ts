import type { FaqEntry } from '../packs/schema.ts';
import type { Expected } from './expected.ts';

/** Every way of asking that the FAQ lists is to be answered with its topic. */
export const ownAskings = (faq: readonly FaqEntry[]): Expected[] =>
  faq.flatMap(({ topic, questions, questionsEn }) =>
    [...questions, ...questionsEn].map((question): Expected => ({
      question,
      outcome: 'answer',
      topics: [topic],
    })),
  );

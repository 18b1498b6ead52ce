import { textsFor } from '../locales/index.ts';
import { bareAnswer } from './bare-answer.ts';
import type { Answer } from './types.ts';

/** Said in both languages: nobody knows which of them the asker reads. */
export const otherLanguageAnswer = (question: string): Answer => ({
  ...bareAnswer('handoff', {
    question,
    text: (['zh-CN', 'en'] as const).map((locale) => textsFor(locale).answering.otherLanguage).join('\n'),
  }),
  otherLanguage: true,
});

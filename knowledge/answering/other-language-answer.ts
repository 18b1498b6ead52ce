import { textsFor } from '../locales/index.ts';
import type { Answer } from './types.ts';

/** Said in both languages: nobody knows which of them the asker reads. Names no topic and no fact. */
export const otherLanguageAnswer = (question: string): Answer => ({
  question,
  outcome: 'handoff',
  topic: null,
  confidence: 1,
  alternatives: [],
  parts: [{ topic: null, outcome: 'handoff' }],
  text: (['zh-CN', 'en'] as const).map((locale) => textsFor(locale).answering.otherLanguage).join('\n'),
  citations: [],
  otherLanguage: true,
});

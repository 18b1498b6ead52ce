import type { Answer } from './types.ts';

/** An answer that names no topic, no source and no fact. */
export const bareAnswer = (
  outcome: 'handoff' | 'smalltalk',
  { question, text }: Pick<Answer, 'question' | 'text'>,
): Answer => ({
  question,
  outcome,
  topic: null,
  confidence: 1,
  alternatives: [],
  parts: [{ topic: null, outcome }],
  text,
  citations: [],
});

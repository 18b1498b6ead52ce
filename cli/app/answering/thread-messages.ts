import type { Answer, Locale } from '../../../knowledge/answering/types.ts';

export interface ThreadQuestions {
  id: number;
  questions: readonly { question: string; locale?: Locale }[];
}

export type ThreadReply =
  | { id: number; kind: 'progress'; done: number }
  /** Null for a question that this pack fails at: a draft may be faulty. */
  | { id: number; kind: 'done'; answers: (Answer | null)[] };

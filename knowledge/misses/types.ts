import type { SubjectId } from '../answering/subjects.ts';
import type { Locale } from '../answering/types.ts';
import type { TopicId } from '../topics.ts';

/** Near-duplicates of one question that the office's staff answer together. */
export interface QuestionGroup {
  /** Staff name it by this number. */
  id: number;
  packId: string;
  /** The pack that it was asked of, where that is not the office's own (`packId`). */
  otherPackId: string | null;
  locale: Locale;
  /** The question as it was first asked, without personal data. */
  text: string;
  /** What the bot made of it: handed over as this subject, or answered with this topic and found useless. */
  madeOf: { kind: 'handedOver'; subject: SubjectId } | { kind: 'foundUseless'; topic: TopicId | null };
  count: number;
  state: 'open' | 'answered' | 'dismissed';
  /** ISO 8601. */
  lastAskedAt: string;
}

/** What grouping compares. */
export type Asked = Pick<QuestionGroup, 'id' | 'text'> &
  Partial<Pick<QuestionGroup, 'madeOf' | 'otherPackId'>>;

/** An answer of the office's own that stands beside the pack, never above it. */
export interface OfficeAnswer {
  id: number;
  packId: string;
  /** The pack that it answers for, where that is not the office's own (`packId`). */
  otherPackId: string | null;
  locale: Locale;
  /** Ways to ask. */
  questions: string[];
  text: string;
  /** ID of the staff member, or `cli`. */
  madeBy: string;
  /** ISO 8601. */
  madeAt: string;
}

/** How alike two texts are in meaning, 1 for the same; injected, since the language model reads a file. */
export type Alike = (left: string, right: string) => number;

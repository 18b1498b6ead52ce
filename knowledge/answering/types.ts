import type { TopicId } from '../topics.ts';

export type Outcome = 'answer' | 'clarify' | 'handoff' | 'smalltalk';
export type Locale = 'zh-CN' | 'en';

export interface Citation {
  /** Section of the source document, in its own words. */
  section: string;
  /** Title of the source document. */
  source: string;
  /** Date of the source; 未载明 where it states none. */
  date: string;
}

/** One question of a message and what became of it. */
export interface AnswerPart {
  topic: TopicId | null;
  outcome: Outcome;
}

/** The reply to one message; `tongbao ask --json` prints it. */
export interface Answer {
  question: string;
  outcome: Outcome;
  /** Topic of the first part. */
  topic: TopicId | null;
  /** Topics offered when the outcome is `clarify`, or that came close. */
  alternatives: TopicId[];
  parts: AnswerPart[];
  text: string;
  citations: Citation[];
}

/** Cuts Chinese text into words; injected, since the segmenter reads files. */
export type Segment = (text: string) => string[];

/** Answers policy questions from one pack. Pure: the same question gives the same answer. */
export interface PolicyAnswerer {
  ask(question: string, locale?: Locale): Answer;
  /** The answer to a known topic, as a button asks for it. */
  answerTopic(topic: TopicId, locale?: Locale): Answer;
}

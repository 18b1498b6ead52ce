import type { TopicId } from '../topics.ts';
import type { SubjectId } from './subjects.ts';
import type { WorkedCase } from './worked-kinds.ts';

type Outcome = 'answer' | 'clarify' | 'handoff' | 'smalltalk';
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
interface AnswerPart {
  topic: TopicId | null;
  outcome: Outcome;
  /** Its text begins with a worked case, before the short line of the rule. */
  worked?: true;
}

/** Why a part was answered so; for `tongbao ask --explain` and for tickets. */
export interface PartExplanation {
  /** The part as it was read: one plain form of the many ways of typing it. */
  read: string;
  outcome: Outcome;
  /** For a hand-off: the matter that the notice does not treat; `unknown` when it was not recognised. */
  subject: SubjectId | null;
  /** Best first, at most three each. */
  topics: { id: TopicId; score: number; because: string[] }[];
  subjects: { id: SubjectId; score: number; because: string[] }[];
}

/** The reply to one message; `tongbao ask --json` prints it. */
export interface Answer {
  question: string;
  outcome: Outcome;
  /** Topic of the first part. */
  topic: TopicId | null;
  /** How probable it is that the outcome of the first part is right, by the answerer's own estimate; 0 to 1. */
  confidence: number;
  /** Topics offered when the outcome is `clarify`, or that came close. */
  alternatives: TopicId[];
  parts: AnswerPart[];
  text: string;
  citations: Citation[];
  /** What a rule makes of the amounts or days in the question; said first. Absent where it states none. */
  case?: WorkedCase[];
  /** One per part. */
  explain?: PartExplanation[];
  /** ID of the pack that it is from; set by the router, also where that is the default one. */
  pack?: string;
  /** It is not the office's own pack: nothing of the asker's firm or of its way follows from it. */
  otherPack?: true;
  /** The question is in a language that nothing is answered in; the turn before still holds. */
  otherLanguage?: true;
  /** The whole question as it was completed from the turn before; absent where the message stood on its own. */
  readAs?: string;
}

/** Cuts Chinese text into words; injected, since the segmenter reads files. */
export type Segment = (text: string) => string[];

/** What the turn before was about; what a message leaves out is completed from it. */
export interface AskContext {
  /** The topic answered last; null when the matter was handed over. */
  topic: TopicId | null;
  /** The matter handed over last. */
  subject: SubjectId | null;
  /** The question of that turn. */
  question: string;
  /** Topics among which the asker was to choose; empty after anything but a clarifying question. */
  offered: readonly TopicId[];
  /** How many clarifying questions came one after another just now. */
  clarified: number;
  /** ID of the pack that answered; absent where it is not known: then the default one is meant. */
  pack?: string;
}

/** Answers policy questions from one pack, or from several behind a router. Pure: the same question after the same turn gives the same answer. */
export interface PolicyAnswerer {
  /** `typed` where the question was reworded: its language is that of what was typed. */
  ask(question: string, locale?: Locale, context?: AskContext, typed?: string): Answer;
  /** The answer to a known topic, as a button asks for it. */
  answerTopic(topic: TopicId, locale?: Locale, packId?: string): Answer;
  /** The question is for another pack than the default one; absent where only one is served. */
  isOnOtherPack?(question: string, context?: AskContext): boolean;
}

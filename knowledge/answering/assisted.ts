import type { TopicId } from '../topics.ts';
import type { SubjectId } from './subjects.ts';
import type { Answer, Locale } from './types.ts';

/** A question of policy that was asked a moment ago, and what became of it. */
export interface Turn {
  question: string;
  /** The topic that was answered, if one was. */
  topic: TopicId | null;
  /** The foreign matter that it was handed to a person for, if it was. */
  subject: SubjectId | null;
}

/** All that a language service is told. Texts are without personal data. */
export interface AssistRequest {
  question: string;
  /** The last questions before this one, oldest first; at most two. Empty: nothing may be rewritten. */
  turns: readonly Pick<Turn, 'question' | 'topic'>[];
  /** What may be chosen among; empty: nothing. */
  offered: readonly TopicId[];
  locale: Locale;
}

/** What a language service made of it. At least one of the two is there, or nothing fitted. */
export interface Suggestion {
  topic: TopicId | null;
  /** The question in full, to be judged like any other; never shown. */
  question: string | null;
}

/** What was wrong with what a language service said. */
export type Lie =
  | 'notJson'
  | 'wrongShape'
  | 'notOffered'
  | 'rewroteUnasked'
  | 'tooLong'
  | 'unprintable'
  | 'instruction'
  | 'numberLost'
  | 'numberInvented'
  | 'nameLost'
  | 'nameInvented'
  | 'wordsLost';

/** Turns that a follow-up is understood from. */
export const turnLimit = 2;

/** Matters that the pack's figures must never be lent to: nobody is asked whether they might be meant otherwise. */
const untouchable: readonly SubjectId[] = [
  'other-region',
  'other-year',
  'other-insurer',
  'other-insurance',
  'domestic-trade',
  'injection',
  'promise',
  'private-data',
];
/** Even the suspicion of one of these is enough to ask nobody. */
const suspicionScore = 6;

/** Words that lean on what was said before. */
const leaning =
  /^(那|那么|那要|如果|要是|假如|超过|不够|这个?|它|还有|或者|然后|换成?|改成)|呢[?？。]?$|^(and|or|then|what about|how about|what if|if|but|it|that|this)\b/i;
const longestFollowUp = 40;

export const looksLikeFollowUp = (question: string, turns: readonly Turn[]): boolean =>
  turns.length > 0 && question.length <= longestFollowUp && leaning.test(question.trim());

/** What was decided for an answer's only question; null for small talk, for several questions and for none. */
function onlyPart({ parts, explain }: Answer) {
  return parts.length === 1 && explain?.length === 1 ? (explain[0] ?? null) : null;
}

export const turnOf = (question: string, answer: Answer): Turn => ({
  question,
  topic: answer.topic,
  subject: answer.explain?.find(({ subject }) => subject !== null)?.subject ?? null,
});

/**
 * Whether a language service may be asked about a question that was answered so, and what it may say; null: it may not.
 * An answer stands, and so does every hand-off for a matter that was recognised, except that a follow-up may be read
 * again in full. Texts are not cleaned here.
 */
export function mayAssist(
  question: string,
  answer: Answer,
  turns: readonly Turn[],
): Pick<AssistRequest, 'turns' | 'offered'> | null {
  const part = onlyPart(answer);
  if (part === null || (part.outcome !== 'clarify' && part.outcome !== 'handoff')) return null;
  const last = turns.slice(-turnLimit);
  const isUntouchable = (subject: SubjectId | null): boolean =>
    subject !== null && untouchable.includes(subject);
  if (isUntouchable(part.subject) || last.some(({ subject }) => isUntouchable(subject))) return null;
  if (part.subjects.some(({ id, score }) => score >= suspicionScore && untouchable.includes(id))) return null;
  const open = part.outcome === 'clarify' || part.subject === 'unknown';
  const offered = open ? [...new Set(answer.alternatives)] : [];
  const followed = looksLikeFollowUp(question, last) ? last : [];
  return offered.length === 0 && followed.length === 0 ? null : { turns: followed, offered };
}

/** Whether what a rewritten question was judged to be may stand for the question that was asked. */
export const mayReplace = (rewritten: Answer): boolean => {
  const part = onlyPart(rewritten);
  return (
    part !== null &&
    (part.outcome === 'answer' ||
      (part.outcome === 'handoff' && part.subject !== null && part.subject !== 'unknown'))
  );
};

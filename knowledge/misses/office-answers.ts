import { notForTheOffice } from '../answering/subjects.ts';
import type { Answer, Citation, Locale } from '../answering/types.ts';
import { shanghaiDate } from '../calendar/shanghai-time.ts';
import { textsFor } from '../locales/index.ts';
import { sameQuestion } from './grouping.ts';
import type { Particulars } from './grouping.ts';
import type { Alike, OfficeAnswer } from './types.ts';

export const officeCitation = (madeAt: string, locale: Locale): Citation => {
  const texts = textsFor(locale).misses;
  return { section: texts.officeAnswer, source: texts.byStaff, date: shanghaiDate(madeAt) };
};

/** Whether the pack leaves all of the question to a person. Facts of the pack always come first. */
export const isLeftToTheOffice = ({ parts, explain = [] }: Answer): boolean =>
  explain.length > 0 &&
  parts.every(({ outcome }) => outcome === 'handoff') &&
  explain.every(({ subject }) => subject === null || !notForTheOffice.includes(subject));

/** The office's own answer to a question that the pack leaves open, cited as the office's; null when there is none. */
export function officeAnswerTo(
  question: string,
  answer: Answer,
  current: readonly OfficeAnswer[],
  measure: { alike: Alike; particulars?: Particulars },
): Answer | null {
  if (!isLeftToTheOffice(answer)) return null;
  const ways = current.flatMap((entry) => entry.questions.map((text) => ({ text, entry })));
  const found = sameQuestion(answer.readAs ?? question, ways, { purpose: 'answer', ...measure });
  if (found === null) return null;
  const { text, madeAt, locale } = found.entry;
  return {
    ...answer,
    outcome: 'answer',
    topic: null,
    alternatives: [],
    parts: [{ topic: null, outcome: 'answer' }],
    text,
    citations: [officeCitation(madeAt, locale)],
  };
}

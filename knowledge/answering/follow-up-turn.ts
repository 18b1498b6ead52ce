import { withoutPersonalData } from '../misses/personal-data.ts';
import type { TopicId } from '../topics.ts';
import { completeFollowUp, elsewhere } from './follow-up.ts';
import { frames } from './follow-up-frames.ts';
import { normalize } from './text/normalize.ts';
import type { Answer, AskContext } from './types.ts';

/** What is asked in passing about another matter, which stays the matter: 要钱吗, 找谁. */
const asides: readonly TopicId[] = ['fees', 'contacts', 'qq-group'];

/** As much of a question as the next one may need. */
const longestKept = 80;

/** What an answer leaves for the next turn; null when it said nothing of any matter, so that the turn before still holds. */
export function turnAfter(answer: Answer, before: AskContext | undefined): AskContext | null {
  if (answer.outcome === 'smalltalk' || answer.otherLanguage === true) return null;
  if (before !== undefined && leftOpen(answer, before)) return { ...before, offered: [], clarified: 0 };
  const answered = answer.parts.findLast((part) => part.topic !== null)?.topic ?? null;
  const aside = answer.readAs !== undefined && answered !== null && asides.includes(answered);
  const topic = aside ? (before?.topic ?? answered) : answered;
  const clarifying = answer.outcome === 'clarify';
  return {
    topic,
    subject: topic === null ? (answer.explain?.at(-1)?.subject ?? null) : null,
    // The words of somebody are kept only where nothing else tells what they were about.
    question: topic !== null && topic in frames ? '' : kept(answer.readAs ?? answer.question),
    offered: clarifying ? offeredIn(answer) : [],
    clarified: clarifying ? (before?.clarified ?? 0) + 1 : 0,
    ...(answer.pack === undefined ? {} : { pack: answer.pack }),
  };
}

/** 要多久, handed over, is no new matter: 怎么弄 after it still means the page that was answered before. */
function leftOpen(answer: Answer, before: AskContext): boolean {
  if (answer.outcome !== 'handoff') return false;
  const subject = answer.explain?.at(-1)?.subject ?? null;
  return (
    (subject === null || !elsewhere.includes(subject)) &&
    completeFollowUp(normalize(answer.question), before) !== null
  );
}

/** The topics that a clarifying question offers as buttons. */
export const offeredIn = (answer: Answer): TopicId[] => answer.alternatives.slice(0, 3);

/** Numbers and names of people and firms are nothing that the next question needs. */
const kept = (question: string): string =>
  withoutPersonalData(question, { firms: [], people: [], public: [] })
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestKept);

/** Nothing of the turn before but the pack that it was about. */
export const onlyPackOf = ({ pack }: Answer): AskContext | undefined =>
  pack === undefined
    ? undefined
    : { topic: null, subject: null, question: '', offered: [], clarified: 0, pack };

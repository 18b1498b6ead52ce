import { languageOf } from '../../knowledge/answering/text/language.ts';
import type { Answer, PartExplanation } from '../../knowledge/answering/types.ts';
import { formatCitation } from '../../knowledge/packs/render.ts';
import { inBoth } from './both.ts';

/** What is asked about, best first: topics of the pack and matters that it does not hold. */
const candidatesOf = ({ topics, subjects }: PartExplanation) => [
  ...topics.map(({ id, score, because }) => ({
    ...{ id, score, because },
    ...inBoth((t) => t.answering.topicLabels[id]),
  })),
  ...subjects.map(({ id, score, because }) => ({
    ...{ id, score, because },
    ...inBoth((t) => t.packRevisions.subjects[id]),
  })),
];

/** An answer with all that speaks for it. */
export function triedOf(answer: Answer, number: number, packId: string) {
  const { outcome, topic, confidence, text, citations } = answer;
  const locale = languageOf(answer.question) ?? 'zh-CN';
  return {
    ...{ number, outcome, confidence, text, pack: answer.pack ?? packId },
    outcomeName: inBoth((t) => t.answering.outcomeNames[outcome]),
    topic: topic === null ? null : inBoth((t) => t.answering.topicLabels[topic]),
    citations: [...new Set(citations.map((one) => formatCitation(one, locale)))],
    parts: (answer.explain ?? []).map((part) => ({ read: part.read, candidates: candidatesOf(part) })),
  };
}

import { textsFor } from '../locales/index.ts';
import type { PolicyPack } from '../packs/schema.ts';
import { foreignShare } from './classify.ts';
import { bareAnswer } from './bare-answer.ts';
import { otherLanguageAnswer } from './other-language-answer.ts';
import { offeredTopicMeant } from './follow-up.ts';
import { judgeInContext } from './follow-up-judge.ts';
import { createJudge } from './judge.ts';
import type { Judged } from './judge.ts';
import type { LanguageModel } from './language-model/model.ts';
import { languageOf } from './text/language.ts';
import { isOtherLanguage } from './text/other-language.ts';
import { normalize } from './text/normalize.ts';
import { replyTo, topicReply, workedLine } from './reply.ts';
import { smalltalkOf } from './smalltalk.ts';
import type { Answer, Citation, Locale, PartExplanation, PolicyAnswerer, Segment } from './types.ts';
import { workedCase } from './worked-case.ts';

interface Options {
  /** The bot's check of eligibility goes by this pack; false for packs other than the office's own. */
  checks?: boolean;
}

/** Answers policy questions from one pack; see `PolicyAnswerer`. Building it takes some milliseconds, asking a fraction of one. */
export function createPolicyAnswerer(
  pack: PolicyPack,
  segment: Segment,
  model: LanguageModel,
  { checks = true }: Options = {},
): PolicyAnswerer {
  const judge = createJudge(pack, segment, model);
  return {
    ask(question, givenLocale, context, typed = question) {
      // Before anything is read into it: pieces of another language pass for greetings and questions.
      if (isOtherLanguage(typed)) return otherLanguageAnswer(question);
      const plain = normalize(question);
      const locale = languageOf(typed) ?? givenLocale ?? 'zh-CN';
      const texts = textsFor(locale).answering;
      const kind = smalltalkOf(plain);
      if (kind !== null) return bareAnswer('smalltalk', { question, text: texts.smalltalk[kind] });
      const meant = offeredTopicMeant(plain, context?.offered ?? [], texts.topicLabels);
      if (meant !== null) return { ...this.answerTopic(meant, locale), question };
      const { judged, readAs } = judgeInContext(judge, plain, context);
      if (judged.length === 0) return bareAnswer('handoff', { question, text: texts.empty });
      const answer = join(question, pack, judged, locale, checks);
      return readAs === null ? answer : { ...answer, readAs };
    },
    answerTopic(topic, locale = 'zh-CN') {
      const { text, citations } = topicReply(pack, topic, locale);
      return {
        question: '',
        outcome: 'answer',
        topic,
        confidence: 1,
        alternatives: [],
        parts: [{ topic, outcome: 'answer' }],
        text,
        citations,
      };
    },
  };
}

function join(question: string, pack: PolicyPack, judged: Judged[], locale: Locale, checks: boolean): Answer {
  const texts = textsFor(locale).answering;
  const worked = judged.map(({ decision, read }) =>
    decision.outcome === 'answer'
      ? // Typed words tell an amount best; of several questions each has its own part only.
        workedCase(pack, decision.topic, judged.length === 1 ? question : read, read)
      : null,
  );
  const cases = worked.filter((one) => one !== null);
  const replies = judged.map(({ decision }) => replyTo(pack, decision, locale));
  const parts = judged.map(({ decision }, at) => ({
    topic: decision.outcome === 'answer' ? decision.topic : null,
    outcome: decision.outcome,
    ...((worked[at] ?? null) === null ? {} : { worked: true as const }),
  }));
  const citations = new Map<string, Citation>();
  for (const citation of replies.flatMap((reply) => reply.citations)) {
    citations.set(`${citation.source}/${citation.section}`, citation);
  }
  return {
    question,
    outcome: parts[0]?.outcome ?? 'handoff',
    topic: parts[0]?.topic ?? null,
    confidence: judged[0] === undefined ? 0 : confidenceOf(judged[0]),
    alternatives: judged.flatMap(({ decision }) =>
      decision.outcome === 'clarify' ? decision.topics : decision.outcome === 'handoff' ? decision.near : [],
    ),
    parts,
    text: replies
      .map(({ text }, at) => {
        const one = worked[at] ?? null;
        return one === null ? text : `${workedLine(pack, one, locale, checks)}\n${text}`;
      })
      .join(texts.partJoint),
    citations: [...citations.values()],
    ...(cases.length === 0 ? {} : { case: cases }),
    explain: judged.map(explainOne),
  };
}

/** The share of what was decided for: a topic, the topics offered together, or all foreign matters together. */
function confidenceOf({ decision, evidence }: Judged): number {
  if (decision.outcome === 'answer') {
    return decision.listed ? 1 : (evidence.topics.find(({ id }) => id === decision.topic)?.share ?? 0);
  }
  if (decision.outcome === 'handoff') return foreignShare(evidence);
  return evidence.topics
    .filter(({ id }) => decision.topics.includes(id))
    .reduce((sum, { share }) => sum + share, 0);
}

const explainOne = ({ read, evidence, decision }: Judged): PartExplanation => ({
  read,
  outcome: decision.outcome,
  subject: decision.outcome === 'handoff' ? decision.subject : null,
  topics: evidence.topics.slice(0, 3),
  subjects: evidence.subjects.slice(0, 3),
});

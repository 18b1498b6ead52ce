import { textsFor } from '../locales/index.ts';
import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { createClassifier } from './classify.ts';
import type { Classify, Evidence } from './classify.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { languageOf } from './text/language.ts';
import { normalize } from './text/normalize.ts';
import { replyTo, topicReply } from './reply.ts';
import { smalltalkOf } from './smalltalk.ts';
import { splitAtJoint, splitQuestions } from './split.ts';
import type { Answer, Citation, Locale, PartExplanation, PolicyAnswerer, Segment } from './types.ts';

interface Judged {
  read: string;
  evidence: Evidence;
  decision: Decision;
}

/** Answers policy questions from one pack; see `PolicyAnswerer`. Building it takes some milliseconds, asking a fraction of one. */
export function createPolicyAnswerer(pack: PolicyPack, segment: Segment): PolicyAnswerer {
  const classify = createClassifier(pack, segment);
  // What the pack itself lists as a way to ask is in scope by declaration, whatever else its words may suggest.
  const listed = new Map<string, TopicId>();
  for (const entry of pack.faq) {
    for (const question of [...entry.questions, ...entry.questionsEn])
      listed.set(bareForm(question), entry.topic);
  }

  const judge = (read: string): Judged => {
    const evidence = classify(read);
    const topic = listed.get(bareForm(read));
    return {
      read,
      evidence,
      decision: topic === undefined ? decide(evidence) : { outcome: 'answer', topic },
    };
  };

  return {
    ask(question, givenLocale) {
      const plain = normalize(question);
      const locale = languageOf(plain) ?? givenLocale ?? 'zh-CN';
      const kind = smalltalkOf(plain);
      if (kind !== null) return smalltalkAnswer(question, textsFor(locale).answering.smalltalk[kind]);
      const parts = splitQuestions(plain);
      if (parts.length === 0) return emptyAnswer(question, locale);
      return join(question, pack, withoutRepeats(judgeParts(plain, parts, judge, classify)), locale);
    },
    answerTopic(topic, locale = 'zh-CN') {
      const { text, citations } = topicReply(pack, topic, locale);
      return {
        question: '',
        outcome: 'answer',
        topic,
        alternatives: [],
        parts: [{ topic, outcome: 'answer' }],
        text,
        citations,
      };
    },
  };
}

const bareForm = (question: string): string => normalize(question).replace(/[^\p{L}\p{N}]+/gu, '');

function judgeParts(
  plain: string,
  parts: string[],
  judge: (read: string) => Judged,
  classify: Classify,
): Judged[] {
  // An order to the bot spoils the whole message, wherever in it the order stands.
  const whole = classify(plain);
  if (whole.concepts.has('injection'))
    return [
      { read: plain, evidence: whole, decision: { outcome: 'handoff', subject: 'injection', near: [] } },
    ];
  const judged = parts.flatMap((part) => {
    const one = judge(part);
    return atJoint(part, one, judge) ?? [one];
  });
  // A part in which nothing is recognised is the preamble of another ("是这样的？"), if another was recognised.
  const isEmpty = ({ evidence, decision }: Judged): boolean =>
    decision.outcome === 'handoff' && decision.subject === 'unknown' && evidence.topics.length === 0;
  const rest = judged.filter((one) => !isEmpty(one));
  return rest.length === 0 ? judged.slice(0, 1) : rest;
}

/** "赔付比例和最高赔偿额分别是多少" holds two questions, if each half answers clearly and differently. */
function atJoint(part: string, whole: Judged, judge: (read: string) => Judged): Judged[] | null {
  const halves = splitAtJoint(part);
  if (halves === null) return null;
  const [best, second] = whole.evidence.topics;
  if (best === undefined || second === undefined || second.score < 5 || whole.decision.outcome === 'handoff')
    return null;
  const [left, right] = [judge(halves[0]), judge(halves[1])];
  if (left.decision.outcome !== 'answer' || right.decision.outcome !== 'answer') return null;
  const topics = [left.decision.topic, right.decision.topic];
  const strong = [left, right].every((half) => (half.evidence.topics[0]?.score ?? 0) >= 5.5);
  return strong && topics[0] !== topics[1] && topics.includes(best.id) ? [left, right] : null;
}

const keyOf = (decision: Decision): string =>
  decision.outcome === 'answer'
    ? decision.topic
    : decision.outcome === 'handoff'
      ? decision.subject
      : decision.topics.join();

function withoutRepeats(judged: Judged[]): Judged[] {
  const seen = new Set<string>();
  return judged.filter(({ decision }) => {
    const key = keyOf(decision);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function join(question: string, pack: PolicyPack, judged: Judged[], locale: Locale): Answer {
  const texts = textsFor(locale).answering;
  const replies = judged.map(({ decision }) => replyTo(pack, decision, locale));
  const parts = judged.map(({ decision }) => ({
    topic: decision.outcome === 'answer' ? decision.topic : null,
    outcome: decision.outcome,
  }));
  const citations = new Map<string, Citation>();
  for (const citation of replies.flatMap((reply) => reply.citations)) {
    citations.set(`${citation.source}/${citation.section}`, citation);
  }
  return {
    question,
    outcome: parts[0]?.outcome ?? 'handoff',
    topic: parts[0]?.topic ?? null,
    alternatives: judged.flatMap(({ decision }) =>
      decision.outcome === 'clarify' ? decision.topics : decision.outcome === 'handoff' ? decision.near : [],
    ),
    parts,
    text: replies.map((reply) => reply.text).join(texts.partJoint),
    citations: [...citations.values()],
    explain: judged.map(explainOne),
  };
}

const explainOne = ({ read, evidence, decision }: Judged): PartExplanation => ({
  read,
  outcome: decision.outcome,
  subject: decision.outcome === 'handoff' ? decision.subject : null,
  topics: evidence.topics.slice(0, 3),
  subjects: evidence.subjects.slice(0, 3),
});

const smalltalkAnswer = (question: string, text: string): Answer => ({
  question,
  outcome: 'smalltalk',
  topic: null,
  alternatives: [],
  parts: [{ topic: null, outcome: 'smalltalk' }],
  text,
  citations: [],
});

const emptyAnswer = (question: string, locale: Locale): Answer => ({
  question,
  outcome: 'handoff',
  topic: null,
  alternatives: [],
  parts: [{ topic: null, outcome: 'handoff' }],
  text: textsFor(locale).answering.empty,
  citations: [],
});

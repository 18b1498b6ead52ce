import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { createClassifier, foreignShare } from './classify.ts';
import type { Evidence } from './classify.ts';
import { decide, isOutright } from './decide.ts';
import type { Decision } from './decide.ts';
import { heldMatters, inScopeOf } from './held-matters.ts';
import type { LanguageModel } from './language-model/model.ts';
import {
  askingClause,
  askingClauses,
  asksSomething,
  splitAtJoint,
  splitNamedDay,
  splitQuestions,
} from './split.ts';
import type { SubjectId } from './subjects.ts';
import { normalize } from './text/normalize.ts';
import { createWithoutOwnNames } from './text/own-names.ts';
import type { Segment } from './types.ts';

/** One question of a message: how it was read, what spoke for what, and what came of it. */
export interface Judged {
  read: string;
  evidence: Evidence;
  decision: Decision;
}

/** Said anywhere in a message, these hold for all of it: no part may get this pack's figures. */
const wholeMessage: readonly SubjectId[] = ['injection', 'other-region', 'other-year'];

/** Below this on both sides nothing was recognised. */
const recognised = 3;
/** A reading that takes the place of another must be as sure as this. */
const sure = 0.7;
/** Characters; the language model reads no more than the ends of what is longer. */
const longStory = 160;
/** Each half of a joint question must stand on its own. */
const jointFloor = 6;

/** A noun or two, and nothing asked of it: 赔偿, 联系人. */
const isBareWord = (read: string): boolean =>
  (/^\p{Script=Han}{1,4}$/u.test(read) || /^[a-z]{2,16}(?: [a-z]{2,16})?$/.test(read)) &&
  !asksSomething(read);

const bareForm = (normalized: string): string => normalized.replace(/[^\p{L}\p{N}]+/gu, '');

/** Judges a normalised message; an empty list when it asks nothing. */
export function createJudge(
  pack: PolicyPack,
  segment: Segment,
  model: LanguageModel,
): (plain: string) => Judged[] {
  const held = heldMatters(pack);
  const classifyAll = createClassifier(pack, segment, model);
  const withoutOwnNames = createWithoutOwnNames(pack);
  const classify = (text: string): Evidence => inScopeOf(held, classifyAll(text));
  // What the pack itself lists as a way to ask is in scope by declaration, whatever else its words may suggest.
  const listed = new Map<string, TopicId>();
  for (const entry of pack.faq) {
    for (const question of [...entry.questions, ...entry.questionsEn]) {
      listed.set(bareForm(normalize(question)), entry.topic);
    }
  }

  return (plain) => {
    // A clause may be looked at as half of a joint and again as one of a list: each text is read once.
    const known = new Map<string, Judged>();
    const judgeAsSaid = (read: string): Judged => {
      const before = known.get(read);
      if (before !== undefined) return before;
      const evidence = classify(read);
      const topic = listed.get(bareForm(read));
      const decision: Decision =
        topic === undefined ? decide(evidence, isBareWord(read)) : { outcome: 'answer', topic, listed: true };
      const judged = { read, evidence, decision };
      known.set(read, judged);
      return judged;
    };
    const judge = (read: string): Judged => {
      const asSaid = judgeAsSaid(read);
      const rest = withoutOwnNames(read);
      if (rest === null || isAnswerToBe(asSaid, sure)) return asSaid;
      const plainer = judgeAsSaid(rest);
      return isAnswerToBe(plainer, sure) && !isWholeMessage(asSaid) ? plainer : asSaid;
    };
    const parts = splitQuestions(plain);
    // Of a single question the whole message is that question and courtesies.
    const whole = judge(parts.length === 1 ? (parts[0] ?? plain) : plain);
    if (isWholeMessage(whole)) return [whole];
    const judged = parts.flatMap((part) => {
      const one = part === whole.read ? whole : judge(part);
      return (
        aroundNamedDay(one, judge, held) ??
        atJoint(one, judge) ??
        atCommas(one, judge) ?? [atItsEnd(one, judge) ?? one]
      );
    });
    // A part in which nothing is recognised is the preamble of another ("是这样的？"), if another was recognised.
    const rest = judged.filter((one) => isRecognised(one));
    return withoutRepeats(rest.length === 0 ? judged.slice(0, 1) : rest);
  };
}

const isWholeMessage = ({ decision }: Judged): boolean =>
  decision.outcome === 'handoff' && wholeMessage.includes(decision.subject);

/** Answered with at least this share. */
const isAnswerToBe = ({ decision, evidence }: Judged, share: number): boolean =>
  decision.outcome === 'answer' && (decision.listed || (evidence.topics[0]?.share ?? 0) >= share);

/** Handed over as a matter that is known, with at least this share of all foreign matters. */
const isKnownForeign = ({ decision, evidence }: Judged, share: number): boolean =>
  decision.outcome === 'handoff' && decision.subject !== 'unknown' && foreignShare(evidence) >= share;

const isRecognised = ({ evidence, decision }: Judged): boolean =>
  decision.outcome !== 'handoff' ||
  decision.subject !== 'unknown' ||
  (evidence.topics[0]?.score ?? 0) >= recognised ||
  (evidence.subjects[0]?.score ?? 0) >= recognised;

/** "赔付比例和最高赔偿额分别是多少" holds two questions, if each half answers clearly and differently. */
function atJoint(whole: Judged, judge: (read: string) => Judged): Judged[] | null {
  const [best, second] = whole.evidence.topics;
  if (best === undefined || second === undefined || second.score < jointFloor) return null;
  if (whole.decision.outcome === 'handoff') return null;
  const halves = splitAtJoint(whole.read);
  if (halves === null) return null;
  const judged = halves.map((half) => judge(half));
  const topics = judged.map(({ decision }) => (decision.outcome === 'answer' ? decision.topic : null));
  const strong = judged.every(({ evidence }) => (evidence.topics[0]?.score ?? 0) >= jointFloor);
  return strong && !topics.includes(null) && topics[0] !== topics[1] && topics.includes(best.id)
    ? judged
    : null;
}

/** "费用多少，截止到哪天，Mac行吗" holds three questions, if each clause asks and is clear by itself. */
function atCommas(whole: Judged, judge: (read: string) => Judged): Judged[] | null {
  const clauses = askingClauses(whole.read);
  if (clauses === null) return null;
  const judged = clauses.map((clause) => judge(clause));
  // 人保呢, 最高赔多少: the second clause is about the insurer of the first.
  if ([whole, ...judged].some(({ decision }) => isOutright(decision))) return null;
  const clear = judged.every((one) => isAnswerToBe(one, sure) || isKnownForeign(one, sure));
  return clear && withoutRepeats(judged).length > 1 ? judged : null;
}

/** A story so long that little was made of it: the clause at its end that asks is read alone. */
function atItsEnd({ read, decision }: Judged, judge: (read: string) => Judged): Judged | null {
  if (decision.outcome !== 'handoff' || read.length < longStory) return null;
  const clause = askingClause(read);
  if (clause === null) return null;
  const end = judge(clause);
  return end.decision.outcome === 'answer' ? end : null;
}

/** "读卡器登不上，周五就截止了" asks how to get in, and rests on a last day that the notice does not state. */
function aroundNamedDay(
  whole: Judged,
  judge: (read: string) => Judged,
  held: ReadonlySet<string>,
): Judged[] | null {
  const split = splitNamedDay(whole.read);
  if (split === null) return null;
  const rest = judge(split.rest);
  if (rest.decision.outcome === 'handoff' && rest.decision.subject === 'unknown') return null;
  const day = judge(split.day);
  const decision: Decision = held.has('deadline')
    ? { outcome: 'answer', topic: 'deadline', listed: false }
    : { outcome: 'handoff', subject: 'deadline', near: [] };
  return [rest, { ...day, decision }];
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

import type { Decision } from './decide.ts';
import { completeFollowUp } from './follow-up.ts';
import type { Judged } from './judge.ts';
import { normalize } from './text/normalize.ts';
import type { SubjectId } from './subjects.ts';
import type { AskContext } from './types.ts';

/** More clarifying questions in a row than this tire the asker: a person is quicker. */
const mostClarified = 2;
/** Not recognised, or only less than what the turn before would add. */
const vague: readonly SubjectId[] = ['unknown', 'unstated', 'chat'];
/** A matter of its own, seen this clearly in the few words, is not lent the topic before it: 那人保呢, 那浙江呢. */
const clearlyForeign = 0.6;

/** Judges a message together with the turn before it. `readAs` is the question that was judged in its place, or null. */
export function judgeInContext(
  judge: (plain: string) => Judged[],
  plain: string,
  context: AskContext | undefined,
): { judged: Judged[]; readAs: string | null } {
  const alone = judge(plain);
  if (context === undefined) return { judged: alone, readAs: null };
  const found = completeFollowUp(plain, context);
  const leans =
    found !== null && (found.certain || !standsAlone(plain, alone)) && !(found.weak && isClear(alone));
  const completed = leans ? judge(normalize(found.full)) : null;
  const read =
    leans && completed !== null && (isClear(completed) || !isClear(alone))
      ? { judged: completed, readAs: found.full }
      : { judged: alone, readAs: null };
  return context.clarified < mostClarified
    ? read
    : { ...read, judged: read.judged.map((one) => ({ ...one, decision: withoutClarifying(one.decision) })) };
}

/** The few words themselves name something that this pack does not treat. */
function standsAlone(plain: string, alone: Judged[]): boolean {
  const decision = alone[0]?.decision;
  if (alone[0] === undefined || decision?.outcome !== 'handoff' || vague.includes(decision.subject))
    return false;
  // 多久 and 多少钱 look like a matter of their own, but take theirs from the turn before.
  if (/多久|多长时间|几天|多少|钱|收费|\bhow (long|much)\b|为什么|为啥|why/.test(plain)) return false;
  return alone[0].evidence.subjects.reduce((sum, { share }) => sum + share, 0) >= clearlyForeign;
}

const isClear = (judged: Judged[]): boolean =>
  judged.some(
    ({ decision }) =>
      decision.outcome === 'answer' || (decision.outcome === 'handoff' && !vague.includes(decision.subject)),
  );

const withoutClarifying = (decision: Decision): Decision =>
  decision.outcome === 'clarify'
    ? { outcome: 'handoff', subject: 'unknown', near: decision.topics }
    : decision;

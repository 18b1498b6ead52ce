import type { Stores } from '../../../activities/ports/store.ts';
import type { Locale } from '../../../knowledge/answering/types.ts';
import { shownWays } from '../../../knowledge/misses/shown-question.ts';
import type { QuestionGroup } from '../../../knowledge/misses/types.ts';
import type { PolicyPack } from '../../../knowledge/packs/schema.ts';
import { officeMayAnswer } from './parse-answer.ts';
import { namesSomebody, namesToHide } from './question-text.ts';

/** What staff do with the queue, in the chat or by command. Who may do it, the caller has found out. */
interface Office {
  stores: Pick<Stores, 'questions' | 'officeAnswers' | 'audit'>;
  pack: PolicyPack;
}

/** As the audit is to say it. */
interface By {
  actor: string;
  action: string;
}

export type AnswerResult =
  | { done: false; why: 'tooLong'; most: number }
  | { done: false; why: 'namesSomebody' | 'notOpen' }
  | { done: true; group: QuestionGroup; toTell: number; unreachable: number; keptAs: number | null };

/** Closes an open group with an answer, has its askers told, and keeps the answer as knowledge where that is wanted. */
export async function answerGroup(
  { stores: { questions, officeAnswers, audit }, pack }: Office,
  { id, text, keep }: { id: number; text: string; keep: boolean },
  { actor, action }: By,
): Promise<AnswerResult> {
  const problem = officeMayAnswer(text);
  if (problem !== null) return { done: false, why: 'tooLong', ...problem };
  // One answer goes to many firms, and perhaps into groups.
  if (namesSomebody(text, await namesToHide(questions, pack))) return { done: false, why: 'namesSomebody' };
  const found = await questions.find(id);
  const closed = found?.packId === pack.id ? await questions.answer(id, text, actor) : null;
  if (closed === null) return { done: false, why: 'notOpen' };
  const { group, asked, toTell, unreachable } = closed;
  const { packId, otherPackId, locale } = group;
  const kept = keep
    ? await officeAnswers.keep({
        ...{ packId, otherPackId, locale, questions: shownWays(asked), text },
        ...{ madeBy: actor, groupId: id },
      })
    : null;
  const outcome = kept === null ? 'answered' : `answered, kept as ${kept.id}`;
  await audit.record({ actor, action, target: `question/${id}`, outcome });
  return { done: true, group, toTell, unreachable, keptAs: kept?.id ?? null };
}

export type KeepResult =
  | { done: false; why: 'tooLong'; most: number }
  | { done: false; why: 'namesSomebody' }
  | { done: true; id: number };

/** Keeps an answer as knowledge that was given to one asker, for whoever asks in these words later. Nobody is told. */
export async function keepAnswer(
  { stores: { questions, officeAnswers, audit }, pack }: Office,
  { question, text, locale }: { question: string; text: string; locale: Locale },
  { actor, action }: By,
): Promise<KeepResult> {
  const problem = officeMayAnswer(text) ?? officeMayAnswer(question);
  if (problem !== null) return { done: false, why: 'tooLong', ...problem };
  const names = await namesToHide(questions, pack);
  if (namesSomebody(text, names) || namesSomebody(question, names))
    return { done: false, why: 'namesSomebody' };
  const { id } = await officeAnswers.keep({
    ...{ packId: pack.id, locale, questions: shownWays([question]), text, madeBy: actor, groupId: null },
  });
  await audit.record({ actor, action, target: `officeAnswer/${id}`, outcome: 'kept' });
  return { done: true, id };
}

/** Closes an open group without an answer. False when the office has none of that number open. */
export async function dismissGroup(
  { stores: { questions, audit }, pack }: Office,
  id: number,
  { actor, action }: By,
): Promise<boolean> {
  const found = await questions.find(id);
  if (found?.packId !== pack.id || !(await questions.dismiss(id, actor))) return false;
  await audit.record({ actor, action, target: `question/${id}`, outcome: 'dismissed' });
  return true;
}

/** Takes a kept answer back. False when the office uses none of that number. */
export async function revokeKept(
  { stores: { officeAnswers, audit }, pack }: Office,
  id: number,
  { actor, action }: By,
): Promise<boolean> {
  const current = await officeAnswers.current(pack.id);
  if (!current.some((entry) => entry.id === id) || !(await officeAnswers.revoke(id, actor))) return false;
  await audit.record({ actor, action, target: `officeAnswer/${id}`, outcome: 'revoked' });
  return true;
}

import { shownWays } from '../../../../knowledge/misses/shown-question.ts';
import { officeMayAnswer, parseAnswer } from '../../misses/parse-answer.ts';
import { namesSomebody, namesToHide } from '../../misses/question-text.ts';
import type { HandleResult } from '../../../model.ts';
import { say } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';

const mostShown = 10;

/** /questions: what waits for the office, the most asked first. */
export async function listQuestions({ ports, texts }: StaffContext): Promise<HandleResult> {
  const { questions } = ports.stores;
  const [open, count] = await Promise.all([
    questions.open(ports.pack.id, mostShown),
    questions.countOpen(ports.pack.id),
  ]);
  const { list } = texts.misses;
  if (open.length === 0) return say(list.none);
  const more = count - open.length;
  return say([
    list.title({ count }),
    ...open.map((group) => list.row(group)),
    ...(more > 0 ? [list.more({ count: more })] : []),
    list.how,
  ]);
}

/** /answer: closes a group, has its askers told, and keeps the answer as knowledge where `--keep` says so. */
export async function answerQuestion(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { questions, officeAnswers, audit } = ports.stores;
  const said = texts.misses.answer;
  // Not the cleaned text that commands are read from: these words go out as the staff's own.
  const given = parseAnswer(context.message.command?.args ?? args);
  if (given === null) return say(said.usage);
  const problem = officeMayAnswer(given.text);
  if (problem !== null) return say(said.tooLong(problem));
  // One answer goes to many firms, and perhaps into groups.
  if (namesSomebody(given.text, await namesToHide(questions, ports.pack))) return say(said.namesSomebody);
  const found = await questions.find(given.id);
  const closed =
    found?.packId === ports.pack.id ? await questions.answer(given.id, given.text, staff.staffId) : null;
  if (closed === null) return say(said.notOpen({ id: given.id }));
  const { group, asked, toTell, unreachable } = closed;
  const kept = given.keep
    ? await officeAnswers.keep({
        packId: group.packId,
        otherPackId: group.otherPackId,
        locale: group.locale,
        questions: shownWays(asked),
        text: given.text,
        madeBy: staff.staffId,
        groupId: group.id,
      })
    : null;
  await audit.record({
    actor: staff.staffId,
    action: 'staff.answer',
    target: `question/${group.id}`,
    outcome: kept === null ? 'answered' : `answered, kept as ${kept.id}`,
  });
  return say([
    said.done({ id: group.id, question: group.text }),
    said.toTell({ toTell, unreachable }),
    ...(kept === null ? [] : [said.kept({ id: kept.id })]),
  ]);
}

/** /dismiss: nothing to answer. */
export async function dismissQuestion(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const id = numberIn(args);
  if (id === null) return say(texts.misses.dismiss.usage);
  const found = await ports.stores.questions.find(id);
  if (found?.packId !== ports.pack.id || !(await ports.stores.questions.dismiss(id, staff.staffId))) {
    return say(texts.misses.answer.notOpen({ id }));
  }
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: 'staff.dismiss',
    target: `question/${id}`,
    outcome: 'dismissed',
  });
  return say(texts.misses.dismiss.done({ id }));
}

/** /revoke: takes an answer of the office back; alone it lists those in use. */
export async function revokeAnswer(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { officeAnswers, audit } = ports.stores;
  const { revoke } = texts.misses;
  const id = numberIn(args);
  const current = await officeAnswers.current(ports.pack.id);
  if (id === null) {
    if (current.length === 0) return say(revoke.none);
    const rows = current
      .slice(-mostShown)
      .map((entry) => revoke.row({ id: entry.id, question: entry.questions[0] ?? '', text: entry.text }));
    return say(revoke.usage({ rows }));
  }
  if (!current.some((entry) => entry.id === id) || !(await officeAnswers.revoke(id, staff.staffId))) {
    return say(revoke.notFound({ id }));
  }
  await audit.record({
    actor: staff.staffId,
    action: 'staff.revoke',
    target: `officeAnswer/${id}`,
    outcome: 'revoked',
  });
  return say(revoke.done({ id }));
}

const numberIn = (args: string): number | null => {
  const match = /^[#第]?\s*(\d{1,9})\s*条?$/.exec(args.trim());
  return match === null ? null : Number(match[1]);
};

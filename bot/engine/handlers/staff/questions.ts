import { parseAnswer } from '../../misses/parse-answer.ts';
import { answerGroup, dismissGroup, revokeKept } from '../../misses/staff-acts.ts';
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
  const said = texts.misses.answer;
  // Not the cleaned text that commands are read from: these words go out as the staff's own.
  const given = parseAnswer(context.message.command?.args ?? args);
  if (given === null) return say(said.usage);
  const result = await answerGroup(ports, given, { actor: staff.staffId, action: 'staff.answer' });
  if (!result.done) {
    switch (result.why) {
      case 'tooLong':
        return say(said.tooLong(result));
      case 'namesSomebody':
        return say(said.namesSomebody);
      case 'notOpen':
        return say(said.notOpen({ id: given.id }));
    }
  }
  const { group, keptAs } = result;
  return say([
    said.done({ id: group.id, question: group.text }),
    said.toTell(result),
    ...(keptAs === null ? [] : [said.kept({ id: keptAs })]),
  ]);
}

/** /dismiss: nothing to answer. */
export async function dismissQuestion(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const id = numberIn(args);
  if (id === null) return say(texts.misses.dismiss.usage);
  return (await dismissGroup(ports, id, { actor: staff.staffId, action: 'staff.dismiss' }))
    ? say(texts.misses.dismiss.done({ id }))
    : say(texts.misses.answer.notOpen({ id }));
}

/** /revoke: takes an answer of the office back; alone it lists those in use. */
export async function revokeAnswer(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { revoke } = texts.misses;
  const id = numberIn(args);
  if (id === null) return listKept(context);
  return (await revokeKept(ports, id, { actor: staff.staffId, action: 'staff.revoke' }))
    ? say(revoke.done({ id }))
    : say(revoke.notFound({ id }));
}

async function listKept({ ports, texts: { misses } }: StaffContext): Promise<HandleResult> {
  const current = await ports.stores.officeAnswers.current(ports.pack.id);
  if (current.length === 0) return say(misses.revoke.none);
  const rows = current
    .slice(-mostShown)
    .map(({ id, questions, text }) => misses.revoke.row({ id, question: questions[0] ?? '', text }));
  return say(misses.revoke.usage({ rows }));
}

const numberIn = (args: string): number | null => {
  const match = /^[#第]?\s*(\d{1,9})\s*条?$/.exec(args.trim());
  return match === null ? null : Number(match[1]);
};

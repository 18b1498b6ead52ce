import type { Command } from 'commander';
import { officeMayAnswer } from '../../bot/engine/misses/parse-answer.ts';
import { staffWords } from '../../bot/engine/misses/staff-words.ts';
import { namesSomebody, namesToHide } from '../../bot/engine/misses/question-text.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { tableLines } from '../table.ts';
import { shownWays } from '../../knowledge/misses/shown-question.ts';
import type { Texts } from '../../knowledge/locales/index.ts';

interface ListOptions extends LanguageOption {
  json?: boolean;
}
interface AnswerOptions extends LanguageOption {
  keep?: boolean;
}

const mostListed = 1_000;
const help = (say: (texts: Texts['misses']['cli']) => string): string =>
  inBothLanguages((t) => say(t.misses.cli));

/** `tongbao questions`: the questions that wait for the office's staff. */
export function register(program: Command, context: CliContext): void {
  const questions = program.command('questions').description(help((t) => t.describe));
  const list = questions
    .command('list', { isDefault: true })
    .description(help((t) => t.list))
    .option(
      '--json',
      help((t) => t.json),
    );
  withLanguage(list).action((options: ListOptions) => listOpen(context, options));
  const answer = questions
    .command('answer')
    .description(help((t) => t.answer))
    .argument(
      '<id>',
      help((t) => t.id),
    )
    .argument(
      '<text...>',
      help((t) => t.text),
    )
    .option(
      '--keep',
      help((t) => t.keep),
    );
  withLanguage(answer).action((id: string, text: string[], options: AnswerOptions) =>
    answerOne(context, numberOf(id), text.join(' '), options),
  );
  const dismiss = questions.command('dismiss').description(help((t) => t.dismiss));
  withLanguage(
    dismiss.argument(
      '<id>',
      help((t) => t.id),
    ),
  ).action((id: string, options: LanguageOption) => dismissOne(context, numberOf(id), options));
  const kept = questions
    .command('kept')
    .description(help((t) => t.kept))
    .option(
      '--json',
      help((t) => t.json),
    );
  withLanguage(kept).action((options: ListOptions) => listKept(context, options));
  const revoke = questions.command('revoke').description(help((t) => t.revoke));
  withLanguage(
    revoke.argument(
      '<id>',
      help((t) => t.id),
    ),
  ).action((id: string, options: LanguageOption) => revokeOne(context, numberOf(id), options));
}

async function listOpen(context: CliContext, options: ListOptions): Promise<void> {
  const { questions } = await context.openStores();
  const { id: packId } = await context.loadPack();
  const open = await questions.open(packId, mostListed);
  if (options.json === true) {
    context.out(JSON.stringify(open, null, 2));
    return;
  }
  const { misses } = textsOf(options);
  if (open.length === 0) {
    context.out(misses.list.none);
    return;
  }
  const rows = open.map((group) => [
    String(group.id),
    String(group.count),
    group.locale,
    misses.cli.outcome(group.madeOf),
    `${misses.cli.ofPack(group)}${group.text}`,
  ]);
  for (const line of tableLines(misses.cli.columns, rows)) context.out(line);
}

async function answerOne(
  context: CliContext,
  id: number,
  given: string,
  options: AnswerOptions,
): Promise<void> {
  const text = staffWords(given);
  if (text === '') throw userError((t) => t.misses.cli.noText);
  const problem = officeMayAnswer(text);
  if (problem !== null) throw userError((t) => t.misses.answer.tooLong(problem));
  const pack = await context.loadPack();
  const { questions, officeAnswers, audit } = await context.openStores();
  if (namesSomebody(text, await namesToHide(questions, pack))) {
    throw userError((t) => t.misses.answer.namesSomebody);
  }
  const found = await questions.find(id);
  const closed = found?.packId === pack.id ? await questions.answer(id, text, 'cli') : null;
  if (closed === null) throw userError((t) => t.misses.cli.notOpen({ id }));
  const { group, asked, toTell, unreachable } = closed;
  const { misses } = textsOf(options);
  context.out(misses.answer.done({ id, question: group.text }));
  context.out(misses.answer.toTell({ toTell, unreachable }));
  if (toTell > 0) context.out(misses.cli.told);
  const kept =
    options.keep === true
      ? await officeAnswers.keep({
          ...{
            packId: pack.id,
            otherPackId: group.otherPackId,
            locale: group.locale,
            questions: shownWays(asked),
            text,
          },
          ...{ madeBy: 'cli', groupId: group.id },
        })
      : null;
  await audit.record({
    actor: 'cli',
    action: 'answerQuestion',
    target: `question/${id}`,
    outcome: kept === null ? 'answered' : `answered, kept as ${kept.id}`,
  });
  if (kept !== null) context.out(misses.cli.keptAs({ id: kept.id }));
}

async function dismissOne(context: CliContext, id: number, options: LanguageOption): Promise<void> {
  const pack = await context.loadPack();
  const { questions, audit } = await context.openStores();
  const found = await questions.find(id);
  if (found?.packId !== pack.id || !(await questions.dismiss(id, 'cli'))) {
    throw userError((t) => t.misses.cli.notOpen({ id }));
  }
  await audit.record({
    actor: 'cli',
    action: 'dismissQuestion',
    target: `question/${id}`,
    outcome: 'dismissed',
  });
  context.out(textsOf(options).misses.cli.dismissed({ id }));
}

async function listKept(context: CliContext, options: ListOptions): Promise<void> {
  const { officeAnswers } = await context.openStores();
  const current = await officeAnswers.current((await context.loadPack()).id);
  if (options.json === true) {
    context.out(JSON.stringify(current, null, 2));
    return;
  }
  const { misses } = textsOf(options);
  if (current.length === 0) {
    context.out(misses.revoke.none);
    return;
  }
  const rows = current.map((entry) => [
    String(entry.id),
    shownTime(entry.madeAt),
    `${misses.cli.ofPack(entry)}${entry.questions[0] ?? ''}`,
    entry.text.replaceAll('\n', ' '),
  ]);
  for (const line of tableLines(misses.cli.keptColumns, rows)) context.out(line);
}

async function revokeOne(context: CliContext, id: number, options: LanguageOption): Promise<void> {
  const { officeAnswers, audit } = await context.openStores();
  const current = await officeAnswers.current((await context.loadPack()).id);
  if (!current.some((entry) => entry.id === id) || !(await officeAnswers.revoke(id, 'cli'))) {
    throw userError((t) => t.misses.cli.notFound({ id }));
  }
  await audit.record({
    actor: 'cli',
    action: 'revokeAnswer',
    target: `officeAnswer/${id}`,
    outcome: 'revoked',
  });
  context.out(textsOf(options).misses.revoke.done({ id }));
}

function numberOf(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw userError((t) => t.misses.cli.badId({ given }));
  return Number(given);
}

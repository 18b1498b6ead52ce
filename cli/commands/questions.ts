import type { Command } from 'commander';
import type { Stores } from '../../activities/ports/store.ts';
import { answerGroup, dismissGroup, revokeKept } from '../../bot/engine/misses/staff-acts.ts';
import { staffWords } from '../../bot/engine/misses/staff-words.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { tableLines } from '../table.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

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
  const result = await answerGroup(
    await office(context),
    { id, text, keep: options.keep === true },
    { actor: 'cli', action: 'answerQuestion' },
  );
  if (!result.done) {
    switch (result.why) {
      case 'tooLong':
        throw userError((t) => t.misses.answer.tooLong(result));
      case 'namesSomebody':
        throw userError((t) => t.misses.answer.namesSomebody);
      case 'notOpen':
        throw userError((t) => t.misses.cli.notOpen({ id }));
    }
  }
  const { group, toTell, keptAs } = result;
  const { misses } = textsOf(options);
  context.out(misses.answer.done({ id, question: group.text }));
  context.out(misses.answer.toTell(result));
  if (toTell > 0) context.out(misses.cli.told);
  if (keptAs !== null) context.out(misses.cli.keptAs({ id: keptAs }));
}

async function dismissOne(context: CliContext, id: number, options: LanguageOption): Promise<void> {
  const dismissed = await dismissGroup(await office(context), id, {
    actor: 'cli',
    action: 'dismissQuestion',
  });
  if (!dismissed) throw userError((t) => t.misses.cli.notOpen({ id }));
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
  const revoked = await revokeKept(await office(context), id, { actor: 'cli', action: 'revokeAnswer' });
  if (!revoked) throw userError((t) => t.misses.cli.notFound({ id }));
  context.out(textsOf(options).misses.revoke.done({ id }));
}

const office = async (context: CliContext): Promise<{ stores: Stores; pack: PolicyPack }> => ({
  pack: await context.loadPack(),
  stores: await context.openStores(),
});

function numberOf(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw userError((t) => t.misses.cli.badId({ given }));
  return Number(given);
}

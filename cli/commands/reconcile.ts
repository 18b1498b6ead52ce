import type { Command } from 'commander';
import { findDifferences } from '../../activities/recovery/reconcile/find-differences.ts';
import type { Differences } from '../../activities/recovery/reconcile/find-differences.ts';
import { forEachOf, NobodyAnswers } from '../../activities/recovery/reconcile/finding.ts';
import type { Finding } from '../../activities/recovery/reconcile/finding.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { progressEveryMs } from '../progress.ts';
import { aloneInRecovery } from '../recovery-lock.ts';
import { requireEngine } from '../require-engine.ts';
import { differenceLines } from './recovery/difference-lines.ts';

interface Options extends LanguageOption {
  yes?: true;
  all?: true;
}

const atATime = 10;

/** `tongbao reconcile`: fails where differences are left, so that a timetable notices. */
export function register(program: Command, context: CliContext): void {
  const help = (key: keyof Texts['recovery']['reconcile']['describe']): string =>
    inBothLanguages((t) => t.recovery.reconcile.describe[key]);
  const command = program
    .command('reconcile')
    .description(help('reconcile'))
    .option('--yes', help('yes'))
    .option('--all', help('all'));
  withLanguage(command).action((options: Options) =>
    options.yes === true
      ? aloneInRecovery(context.settings, () => reconcile(context, options))
      : reconcile(context, options),
  );
}

async function reconcile(context: CliContext, options: Options): Promise<void> {
  const { reconcile: texts } = textsOf(options).recovery;
  const stores = await context.openStores();
  const { findings, enrollments, looksLost } = await compare(context, stores, options);
  if (findings.length === 0) {
    context.out(texts.same({ enrollments }));
    return;
  }
  for (const line of differenceLines(findings, texts, options.all === true)) context.out(line);
  if (looksLost) throw userError((t) => t.recovery.reconcile.looksLost);
  if (options.yes !== true) {
    context.out(texts.preview);
    throw new CommandFailed();
  }
  const mended = await mend(context, stores, findings, texts);
  context.out(texts.done({ mended }));
  if (mended === findings.length) return;
  context.out(texts.left({ left: findings.length - mended }));
  throw new CommandFailed();
}

async function compare(context: CliContext, stores: Stores, options: Options): Promise<Differences> {
  const engine = await requireEngine(context);
  const now = (): Date => context.now?.() ?? new Date();
  let shownAt = Date.now();
  try {
    return await findDifferences({
      ...{ stores, commands: engine.commands, workflows: engine.workflows, schedules: engine.schedules },
      restart: (id) => engine.restartEnrollment(id),
      loadPack: (packId) => context.loadPack(packId),
      clock: { now },
      trial: context.settings.mode === 'trial',
      onProgress: (looked) => {
        if (Date.now() - shownAt < progressEveryMs) return;
        shownAt = Date.now();
        context.err(textsOf(options).recovery.reconcile.progress({ looked }));
      },
    });
  } catch (error) {
    if (error instanceof NobodyAnswers) throw userError((t) => t.recovery.reconcile.nobodyAnswers, error);
    throw error;
  }
}

/** Returns how many were mended. One that cannot be does not keep the others waiting. */
async function mend(
  context: CliContext,
  stores: Stores,
  findings: Finding[],
  texts: Texts['recovery']['reconcile'],
): Promise<number> {
  let mended = 0;
  const mendOne = async ({ kind, id, difference, mend: mendIt }: Finding): Promise<void> => {
    if (mendIt === null) return;
    try {
      await stores.audit.record({
        ...{ actor: 'cli', action: 'reconcile', target: id, outcome: difference, detail: kind },
      });
      await mendIt();
      mended += 1;
    } catch (error) {
      context.log.error('reconcile.notMended', { kind, id, error });
      context.err(texts.failed({ id }));
    }
  };
  const enrollments = findings.filter(({ kind }) => kind === 'enrollment');
  await forEachOf(enrollments, atATime, mendOne);
  // Campaigns ask enrollments, so these come first.
  for (const finding of findings) if (finding.kind !== 'enrollment') await mendOne(finding);
  return mended;
}

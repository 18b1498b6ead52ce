import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { planRestore, restoreBackup } from '../restore/restore-backup.ts';
import { inRecovery } from './recovery/described.ts';

interface Options extends LanguageOption {
  yes?: true;
  databaseOnly?: true;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('restore')
    .description(inRecovery('restore'))
    .argument('<backup>', inRecovery('restoreFrom'))
    .option('--yes', inRecovery('restoreYes'))
    .option('--database-only', inRecovery('restoreDatabaseOnly'));
  withLanguage(command).action(async (folder: string, options: Options) => restore(context, folder, options));
}

async function restore(context: CliContext, given: string, options: Options): Promise<void> {
  const { settings } = context;
  const request = {
    settings,
    backup: resolve(given),
    databaseOnly: options.databaseOnly === true,
    now: context.now?.() ?? new Date(),
  };
  const { restore: texts } = textsOf(options).recovery;
  const plan = await planRestore(request);
  const { manifest, temporal, ranUntil } = plan;
  const { mode, version, databaseAt } = manifest;
  context.out(texts.found({ mode, version, at: shownTime(databaseAt), files: plan.files.length }));
  context.out(texts.temporal[temporal]);
  context.out(texts.gap({ from: shownTime(databaseAt), until: shownTime(ranUntil.toISOString()) }));
  if (options.yes !== true) {
    context.out(texts.preview({ dataDir: settings.dataDir }));
    return;
  }
  const { missedReminders, doubted, endedCampaigns, pausedCampaigns, toRestart, aside } = await restoreBackup(
    request,
    plan,
  );
  context.out(texts.done({ aside }));
  if (temporal !== 'elsewhere')
    context.out(texts.settled({ missedReminders, doubted, restarted: toRestart.length }));
  if (endedCampaigns > 0) context.out(texts.endedCampaigns({ count: endedCampaigns }));
  if (pausedCampaigns > 0) context.out(texts.pausedCampaigns({ count: pausedCampaigns }));
  context.out(texts.next[temporal]);
}

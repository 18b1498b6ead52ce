import { resolve } from 'node:path';
import type { Command } from 'commander';
import { createBackup } from '../backup/create-backup.ts';
import { pruneBackups } from '../backup/prune-backups.ts';
import { userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { inRecovery } from './recovery/described.ts';

interface Options extends LanguageOption {
  keep?: string;
  databaseOnly?: true;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('backup')
    .description(inRecovery('backup'))
    .argument('<folder>', inRecovery('backupInto'))
    .option('--keep <n>', inRecovery('keep'))
    .option('--database-only', inRecovery('backupDatabaseOnly'));
  withLanguage(command).action(async (folder: string, options: Options) => backUp(context, folder, options));
}

async function backUp(context: CliContext, given: string, options: Options): Promise<void> {
  const keep = keepFrom(options.keep);
  const { settings } = context;
  const now = (): Date => context.now?.() ?? new Date();
  const into = resolve(given);
  const databaseOnly = options.databaseOnly === true;
  const { folder, manifest } = await createBackup({ settings, into, databaseOnly, now });
  const { backup } = textsOf(options).recovery;
  const { files, temporal } = manifest;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const size = `${(bytes / 1_048_576).toFixed(1)} MB`;
  context.out(backup.done({ folder, files: files.length, size, temporal }));
  context.out(backup.secret);
  if (keep === null) return;
  const removed = await pruneBackups(into, { mode: settings.mode, keep, now: now() });
  if (removed.length > 0) context.out(backup.pruned({ count: removed.length, keep }));
}

function keepFrom(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw userError((t) => t.recovery.backup.badKeep({ value: text }));
  return Number(text);
}

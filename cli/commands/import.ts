import { createHash, randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { importApprovedList } from '../../activities/import/import-approved-list.ts';
import type { ImportReport } from '../../activities/import/import-approved-list.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { packsRenewingInto } from '../../activities/renewal/packs-renewing-into.ts';
import { loadSampleUsccs } from '../../activities/import/sample-usccs.ts';
import type { ValueUnit } from '../../knowledge/firms/types.ts';
import { userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { reportLines } from '../import-report.ts';
import { readListFile, throwImportError } from '../list-file.ts';
import { described, textsOf, withLanguage } from '../language.ts';
import { progressEveryMs } from '../progress.ts';
import type { LanguageOption } from '../language.ts';
import { withPack } from '../pack-option.ts';
import type { PackOption } from '../pack-option.ts';

interface Options extends LanguageOption, PackOption {
  unit?: '美元' | '万美元' | 'usd' | 'wan-usd';
  listed?: 'yes' | 'no';
  dryRun?: true;
}

const units: Record<NonNullable<Options['unit']>, ValueUnit> = {
  美元: 'usd',
  万美元: 'wanUsd',
  usd: 'usd',
  'wan-usd': 'wanUsd',
};

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('import')
    .description(described('import'))
    .argument('<file>', described('importFile'))
    .addOption(new Option('--unit <unit>', described('unit')).choices(Object.keys(units)))
    .addOption(new Option('--listed <yes|no>', described('listedOption')).choices(['yes', 'no']))
    .option('--dry-run', described('dryRun'));
  withLanguage(withPack(command)).action(async (file: string, options: Options) =>
    runImport(context, file, options),
  );
}

async function runImport(context: CliContext, file: string, options: Options): Promise<void> {
  const texts = textsOf(options);
  const bytes = await readListFile(file);
  const pack = await context.loadPack(options.pack);
  const stores = await context.openStores();
  const renewsFrom = await packsRenewingInto({ loadPack: (id) => context.loadPack(id), stores }, pack.id);
  const report = await importApprovedList({
    file,
    bytes,
    options: {
      unit: options.unit === undefined ? null : units[options.unit],
      listed: options.listed === undefined ? null : options.listed === 'yes',
      dryRun: options.dryRun === true,
    },
    pack,
    renewsFrom,
    stores,
    mode: context.settings.mode,
    clock: { now: () => context.now?.() ?? new Date() },
    sampleUsccs: await loadSampleUsccs(),
    record: {
      ...{ id: randomUUID(), by: 'cli', fileName: basename(file) },
      fileHash: createHash('sha256').update(bytes).digest('hex'),
    },
  }).catch(throwImportError(file));
  if (report.outcome === 'refused') {
    const { problem } = report;
    throw userError((t) => t.importing.refused({ file, reason: t.importing.refusal(problem) }));
  }
  for (const line of reportLines(report, texts)) context.out(line);
  if (report.outcome === 'imported') {
    await stores.audit.record({
      actor: 'cli',
      action: 'import',
      target: pack.id,
      outcome: 'imported',
      detail: countsOf(report),
    });
    if (report.leftToRenewal > 0) {
      const packs = renewsFrom.join('、');
      context.out(texts.renewal.cli.leftToRenewal({ count: report.leftToRenewal, packs }));
    }
    await startTracking(context, stores, texts.importing);
    await wakeRenewals(context, stores, renewsFrom);
  }
  if (report.accepted === 0) throw new CommandFailed();
}

async function startTracking(
  context: CliContext,
  stores: Stores,
  texts: ReturnType<typeof textsOf>['importing'],
): Promise<void> {
  try {
    const engine = await context.connectEngine();
    if (engine === null) {
      context.out(texts.trackingLater);
      return;
    }
    const total = await stores.enrollments.countWaiting();
    const stop = tellProgress(context, async () => {
      const started = total - (await stores.enrollments.countWaiting());
      return texts.trackingProgress({ started, total });
    });
    // The running system starts them at the same time; both together come to the total.
    const own = await engine.startWaitingEnrollments().finally(stop);
    context.out(texts.trackingStarted({ count: Math.max(own, total) }));
  } catch (error) {
    // The firms are in, and what waits is started by the running system or the next start.
    context.log.warn('import.trackingNotStarted', { error });
    context.out(texts.trackingLater);
  }
}

/** The list has changed: whoever waits for it is judged again. Where nothing runs now, the next start does so. */
async function wakeRenewals(context: CliContext, stores: Stores, packIds: string[]): Promise<void> {
  try {
    const engine = await context.connectEngine();
    for (const packId of packIds)
      if ((await stores.renewals.find(packId)) !== null) await engine?.commands.wakeRenewal(packId);
  } catch (error) {
    context.log.warn('import.renewalNotWoken', { error });
  }
}

/** Says every few seconds how far it is, so that thousands of firms do not look like a hang. Returns the end of it. */
function tellProgress(context: CliContext, line: () => Promise<string>): () => void {
  const timer = setInterval(() => {
    line().then(
      (told) => context.err(told),
      (error: unknown) => context.log.warn('import.progressUnknown', { error }),
    );
  }, progressEveryMs);
  return () => clearInterval(timer);
}

const countsOf = (r: Exclude<ImportReport, { outcome: 'refused' }>): string =>
  JSON.stringify({
    rows: r.rowCount,
    created: r.created,
    changed: r.changed,
    unchanged: r.unchanged,
    rejected: r.rejected,
  });

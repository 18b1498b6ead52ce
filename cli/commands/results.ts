import type { Command } from 'commander';
import { importResults, resultListSource } from '../../activities/import/import-results.ts';
import type { TakenResult } from '../../activities/import/import-results.ts';
import type { StoredEvent } from '../../activities/ports/incoming-events.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { userError } from '../both-languages.ts';
import { CommandFailed } from '../command-failed.ts';
import type { CliContext } from '../context.ts';
import { readListFile, throwImportError } from '../list-file.ts';
import { described, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { withPack } from '../pack-option.ts';
import type { PackOption } from '../pack-option.ts';
import { progressEveryMs } from '../progress.ts';
import { decidedLines, readLines } from '../results-report.ts';

interface Options extends LanguageOption, PackOption {
  dryRun?: true;
}

const lookEveryMs = 500;
/** A system that decides nothing for so long may be stopped, or waits for its engine. */
const patienceMs = 60_000;

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('results')
    .description(described('results'))
    .argument('<file>', described('resultsFile'))
    .option('--dry-run', described('dryRun'));
  withLanguage(withPack(command)).action(async (file: string, options: Options) =>
    runResults(context, file, options),
  );
}

async function runResults(context: CliContext, file: string, options: Options): Promise<void> {
  const texts = textsOf(options);
  const bytes = await readListFile(file);
  const pack = await context.loadPack(options.pack);
  const stores = await context.openStores();
  const report = await importResults({
    ...{ file, bytes, stores, packId: pack.id },
    dryRun: options.dryRun === true,
    clock: { now: () => context.now?.() ?? new Date() },
  }).catch(throwImportError(file));
  if (report.outcome === 'refused') {
    const { problem } = report;
    throw userError((t) => t.results.refused({ file, reason: t.results.refusal(problem) }));
  }
  for (const line of readLines(report, texts)) context.out(line);
  const { taken, rowCount: rows, rejected } = report;
  if (report.outcome === 'stored') {
    const detail = JSON.stringify({ rows, taken: taken.length, rejected });
    await stores.audit.record({
      actor: 'cli',
      action: 'results',
      target: pack.id,
      outcome: 'stored',
      detail,
    });
    if (taken.length > 0) await showDecisions(context, stores, taken, texts);
  }
  if (taken.length === 0) throw new CommandFailed();
}

/** Waits as long as the running system gets on with it. What it does not decide now, it decides later. */
async function showDecisions(
  context: CliContext,
  stores: Stores,
  taken: TakenResult[],
  texts: ReturnType<typeof textsOf>,
): Promise<void> {
  const engine = await context.connectEngine().catch((error: unknown) => {
    context.log.warn('results.engineUnreachable', { error });
    return null;
  });
  if (engine === null) {
    context.out(texts.results.later);
    return;
  }
  const ids = taken.map(({ eventId }) => eventId);
  const look = async (): Promise<Map<string, StoredEvent>> =>
    new Map((await stores.incomingEvents.find(resultListSource, ids)).map((event) => [event.id, event]));
  const waitingIn = (found: Map<string, StoredEvent>): number =>
    [...found.values()].filter(({ outcome }) => outcome === 'waiting').length;

  let stored = await look();
  let waiting = waitingIn(stored);
  let [movedAt, toldAt] = [Date.now(), Date.now()];
  while (waiting > 0 && Date.now() - movedAt < patienceMs) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    stored = await look();
    const left = waitingIn(stored);
    if (left < waiting) movedAt = Date.now();
    waiting = left;
    if (Date.now() - toldAt < progressEveryMs) continue;
    toldAt = Date.now();
    context.err(texts.results.progress({ decided: ids.length - waiting, total: ids.length }));
  }
  for (const line of decidedLines(taken, stored, texts)) context.out(line);
  if (waiting > 0) context.out(texts.results.slow);
}

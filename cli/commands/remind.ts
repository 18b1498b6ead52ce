import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Campaign, FirmRow, Stores } from '../../activities/ports/store.ts';
import { matchingFirms } from '../../bot/engine/matching-firms.ts';
import { previewReminders } from '../../bot/engine/reminder-preview.ts';
import { userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { filterFrom } from '../firm-filter.ts';
import type { FilterOptions } from '../firm-filter.ts';
import { described, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { progressEveryMs } from '../progress.ts';
import { withEngine } from '../require-engine.ts';

interface Options extends LanguageOption, Omit<FilterOptions, 'status'> {
  all?: true;
  dryRun?: true;
  yes?: true;
  wait: boolean;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('remind')
    .description(described('remind'))
    .argument('[USCC]', described('uscc'))
    .option('--city <city>', described('city'))
    .option('--step <step>', described('step'))
    .option('--all', described('remindAll'))
    .option('--dry-run', described('dryRun'))
    .option('--yes', described('yes'))
    .option('--no-wait', described('noWait'));
  withLanguage(command).action(async (uscc: string | undefined, options: Options) =>
    remind(context, uscc, options),
  );
}

async function remind(context: CliContext, argument: string | undefined, options: Options): Promise<void> {
  const { remind: texts } = textsOf(options).commands;
  const filtered = options.city !== undefined || options.step !== undefined;
  if (argument === undefined && !filtered && options.all !== true)
    throw userError((t) => t.commands.remind.targetMissing);
  if (argument !== undefined && (filtered || options.all === true))
    throw userError((t) => t.commands.remind.targetTwice);

  const pack = await context.loadPack();
  const stores = await context.openStores();
  const { packId, ...filter } = filterFrom(options, pack);
  const one = argument === undefined ? null : await firmFromArgument(stores, packId, argument);
  if (one?.enrollment === null) throw userError((t) => t.commands.firmNotTracked({ name: one.firm.name }));
  const rows: Iterable<FirmRow> | AsyncIterable<FirmRow> =
    one === null ? matchingFirms(stores.firms, { packId, ...filter }) : [one];

  const preview = await previewReminders(rows, stores.identities, context.now?.() ?? new Date());
  context.out(texts.preview(preview));
  for (const [reason, count] of preview.skips) context.out(`  ${texts.skip({ reason, count })}`);
  if (options.yes !== true || options.dryRun === true) {
    context.out(texts.previewOnly);
    return;
  }
  if (preview.toRemind === 0) {
    context.out(texts.nobody);
    return;
  }

  const id = randomUUID();
  await withEngine(context, null, async (commands) => {
    const wanted = one === null ? filter : { uscc: one.firm.uscc };
    await stores.campaigns.create({ id, packId, filter: wanted, requestedBy: 'cli' });
    await stores.campaigns.setTotal(id, preview.total);
    await commands.startCampaign(id);
  });
  await stores.audit.record({ actor: 'cli', action: 'remind', target: id, outcome: 'started' });
  context.out(texts.started({ id }));
  if (options.wait) await waitForEnd(context, stores, id, texts);
}

async function waitForEnd(
  context: CliContext,
  stores: Stores,
  id: string,
  texts: ReturnType<typeof textsOf>['commands']['remind'],
): Promise<void> {
  const clock = (): number => (context.now?.() ?? new Date()).getTime();
  let shown = 0;
  let shownAt = clock();
  for (;;) {
    const campaign: Campaign | null = await stores.campaigns.find(id);
    if (campaign === null) throw new Error(`campaign ${id} is gone`);
    const { tally, state } = campaign;
    if (state === 'finished') {
      const skipped = Object.values(tally.skipped).reduce((a, b) => a + b, 0);
      context.out(texts.finished({ ...tally, skipped }));
      for (const [reason, count] of Object.entries(tally.skipped) as [keyof typeof tally.skipped, number][])
        context.out(`  ${texts.skip({ reason, count })}`);
      return;
    }
    if (tally.done > shown && clock() - shownAt >= progressEveryMs) {
      context.out(texts.progress({ done: tally.done, total: tally.total }));
      [shown, shownAt] = [tally.done, clock()];
    }
    await sleep(500);
  }
}

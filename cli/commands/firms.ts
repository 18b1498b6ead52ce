import type { Command } from 'commander';
import type { FirmRow } from '../../activities/ports/store.ts';
import { matchingFirms } from '../../bot/engine/matching-firms.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import type { CliContext } from '../context.ts';
import { filterFrom } from '../firm-filter.ts';
import type { FilterOptions } from '../firm-filter.ts';
import { described, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { tableLines } from '../table.ts';
import { withPack } from '../pack-option.ts';
import type { PackOption } from '../pack-option.ts';

interface Options extends LanguageOption, PackOption, FilterOptions {
  unlinked?: true;
  json?: true;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('firms')
    .description(described('firms'))
    .option('--city <city>', described('city'))
    .option('--status <status>', described('status'))
    .option('--step <step>', described('step'))
    .option('--unlinked', described('unlinked'))
    .option('--json', described('json'));
  withLanguage(withPack(command)).action(async (options: Options) => listFirms(context, options));
}

async function listFirms(context: CliContext, options: Options): Promise<void> {
  const pack = await context.loadPack(options.pack);
  const filter = filterFrom(options, pack);
  const rows: FirmRow[] = [];
  const stores = await context.openStores();
  for await (const row of matchingFirms(stores.firms, filter)) {
    const unlinked = row.firm.listed && row.linkedContacts === 0;
    if (options.unlinked !== true || unlinked) rows.push(row);
  }
  if (options.json === true) {
    context.out(JSON.stringify(rows, null, 2));
    return;
  }
  const texts = textsOf(options);
  const { firms, trial } = texts.commands;
  if (context.settings.mode === 'trial') context.out(trial);
  if (rows.length === 0) {
    context.out(firms.empty);
    return;
  }
  for (const line of tableLines(
    firms.columns,
    rows.map((row) => cellsOf(row, texts)),
  ))
    context.out(line);
  context.out(firms.total({ count: rows.length }));
}

function cellsOf(
  { firm, enrollment, linkedContacts, formerly }: FirmRow,
  { commands, enrollment: labels, firmMove }: Texts,
): string[] {
  return [
    firm.uscc,
    formerly === undefined
      ? firm.name
      : firmMove.named({ name: firm.name, former: firmMove.former(formerly) }),
    firm.city,
    firm.listed ? commands.yes : commands.no,
    enrollment === null ? commands.notTracked : labels.statusLabels[enrollment.officialStatus],
    enrollment?.reportedStep ? labels.stepLabels[enrollment.reportedStep] : commands.noStep,
    String(linkedContacts),
    enrollment?.nextReminderAt ? shownTime(enrollment.nextReminderAt) : commands.none,
  ];
}

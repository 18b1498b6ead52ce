import { Option } from 'commander';
import type { Command } from 'commander';
import { readOverview } from '../../activities/overview/read-overview.ts';
import type { SeasonOverview } from '../../activities/ports/overview.ts';
import type { Texts } from '../../knowledge/locales/index.ts';
import { followsWithinDays } from '../../knowledge/overview/reminder-effect.ts';
import { stageName } from '../../knowledge/overview/stage-name.ts';
import { systemClock } from '../app/system-clock.ts';
import { inBothLanguages, userError } from '../both-languages.ts';
import type { CliContext } from '../context.ts';
import { filterFrom } from '../firm-filter.ts';
import { described, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { withPack } from '../pack-option.ts';
import type { PackOption } from '../pack-option.ts';
import { tableLines } from '../table.ts';

interface Options extends LanguageOption, PackOption {
  city?: string;
  days: string;
  json?: true;
}

const mostDays = 366;

/** `tongbao overview`: how the season stands, in numbers. */
export function register(program: Command, context: CliContext): void {
  const command = program
    .command('overview')
    .description(inBothLanguages((t) => t.overview.describe))
    .option('--city <city>', described('city'))
    .addOption(
      new Option(
        '--days <n>',
        inBothLanguages((t) => t.overview.days),
      ).default('30'),
    )
    .option('--json', described('json'));
  withLanguage(withPack(command)).action(async (options: Options) => showOverview(context, options));
}

async function showOverview(context: CliContext, options: Options): Promise<void> {
  const pack = await context.loadPack(options.pack);
  const { city } = filterFrom(options.city === undefined ? {} : { city: options.city }, pack);
  const overview = await readOverview(await context.openStores(), {
    packId: pack.id,
    cities: city === undefined ? null : [city],
    deadline: pack.application.deadline,
    days: daysFrom(options.days),
    now: context.now?.() ?? systemClock.now(),
  });
  if (options.json === true) {
    context.out(JSON.stringify(overview, null, 2));
    return;
  }
  const texts = textsOf(options);
  if (context.settings.mode === 'trial') context.out(texts.commands.trial);
  context.out(texts.overview.title({ packId: pack.id, city: city ?? null, at: shownTime(overview.at) }));
  for (const line of linesOf(overview, texts)) context.out(line);
}

function daysFrom(given: string): number {
  const days = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (days < 1 || days > mostDays) throw userError((t) => t.overview.daysBad({ given, most: mostDays }));
  return days;
}

function linesOf(
  { funnel, byCity, submissions, reminders, questions, deadline }: SeasonOverview,
  texts: Texts,
): string[] {
  const { overview, enrollment } = texts;
  const numbers = (...values: number[]): string[] => values.map(String);
  return [
    '',
    ...tableLines(
      overview.stageColumns,
      funnel.rows.map((row) => [stageName(row, texts), ...numbers(row.here, row.reached)]),
    ),
    ...funnel.aside.map(({ status, count }) =>
      overview.aside({ status: enrollment.statusLabels[status], count }),
    ),
    overview.total({ count: funnel.total }),
    '',
    ...tableLines(
      overview.cityColumns,
      byCity.map(({ city, total, submitted }) => [city, ...numbers(total, submitted)]),
    ),
    '',
    ...tableLines(
      overview.dayColumns,
      submissions.map(({ date, count, soFar }) => [date, ...numbers(count, soFar)]),
    ),
    deadline === null ? overview.noDeadline : overview.deadline(deadline),
    '',
    overview.reminders({ ...reminders, days: followsWithinDays }),
    overview.questions(questions.total),
  ];
}

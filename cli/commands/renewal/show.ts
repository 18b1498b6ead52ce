import { renewalRows } from '../../../activities/renewal/renewal-rows.ts';
import type { RenewalRow } from '../../../activities/renewal/renewal-rows.ts';
import type { OfficialStatus } from '../../../knowledge/enrollment/state.ts';
import type { CliContext } from '../../context.ts';
import { shownTime, textsOf } from '../../language.ts';
import type { LanguageOption } from '../../language.ts';
import { newSheetFile, saveNewSheet } from '../../new-sheet.ts';
import { openOne, planOf } from './plan.ts';
import type { Plan, RenewalOptions } from './plan.ts';

/** Who can renew, who cannot and why: before the opening as it would be, afterwards as it came out. */
export async function showRenewal(
  context: CliContext,
  options: RenewalOptions,
  what: 'preview' | 'report',
): Promise<void> {
  const plan = await planOf(context, options);
  if (what === 'report') openOne(plan);
  const { out: file } = options;
  const kind = file === undefined ? null : await newSheetFile(file, (t) => t.renewal.cli.exists({ file }));
  const rows = await showPlan(context, plan, options, what);
  if (file === undefined || kind === null) return;
  const { cli } = textsOf(options).renewal;
  const listed = rows.filter(({ verdict }) => verdict !== null);
  const sheet = {
    header: cli.columns,
    rows: listed.map((row) => cellsOf(row, options)),
    widths: [24, 30, 10, 20, 16, 30, 10, 18, 12],
  };
  await saveNewSheet(file, kind, sheet, (t) => t.renewal.cli.unwritable({ file }));
  context.out(cli.saved({ count: listed.length, file }));
}

/** Counts on the screen: in a preview of everybody, in a report of those who were judged. Returns all rows. */
export async function showPlan(
  context: CliContext,
  plan: Plan,
  options: LanguageOption,
  what: 'preview' | 'report',
): Promise<RenewalRow[]> {
  const { stores, pack, next, opensOn, renewal } = plan;
  const { cli } = textsOf(options).renewal;
  if (context.settings.mode === 'trial') context.out(textsOf(options).commands.trial);
  context.out(cli.calendar({ pack: pack.id, next: next.id, opensOn }));
  if (renewal !== null) {
    const { openedAt, openedBy: by, listCompleteAt } = renewal;
    context.out(cli.openedAt({ at: shownTime(openedAt), by }));
    if (listCompleteAt !== null) context.out(cli.listCompleteAt({ at: shownTime(listCompleteAt) }));
  }
  const rows: RenewalRow[] = [];
  for await (const row of renewalRows(stores, plan)) rows.push(row);
  const upForIt = rows.filter(({ verdict }) => verdict !== null);
  const judged = upForIt.filter(({ firm }) => firm.outcome !== null);
  const [shown, total] = what === 'preview' ? [upForIt, cli.total] : [judged, cli.resultTotal];
  context.out(total({ count: shown.length }));
  for (const line of verdictLines(shown, cli)) context.out(`  ${line}`);
  const left = upForIt.length - shown.length;
  if (left > 0) context.out(cli.stillDue({ count: left }));
  for (const [status, count] of countBy(rows, ({ verdict, firm }) =>
    verdict === null ? firm.officialStatus : null,
  ))
    context.out(`  ${cli.others({ status: status as OfficialStatus, count })}`);
  return rows;
}

type Cli = ReturnType<typeof textsOf>['renewal']['cli'];

function verdictLines(rows: RenewalRow[], cli: Cli): string[] {
  const counts = countBy(rows, ({ verdict, codes }) => [verdict, ...codes].join(' '));
  return [...counts].map(([key, count]) => {
    const [verdict = '', ...codes] = key.split(' ');
    return cli.line({ verdict: verdict as keyof Cli['verdicts'], codes, count });
  });
}

/** Most first. */
function countBy(rows: RenewalRow[], keyOf: (row: RenewalRow) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
}

function cellsOf({ firm, verdict, codes }: RenewalRow, options: LanguageOption): (string | number | null)[] {
  const { renewal, enrollment } = textsOf(options);
  const { listing } = firm;
  return [
    ...[firm.uscc, firm.name, firm.city, enrollment.statusLabels[firm.officialStatus]],
    verdict === null ? null : renewal.cli.verdicts[verdict],
    renewal.cli.reasonText(codes),
    renewal.cli.listed({ listed: listing?.listed ?? null }),
    ...[listing?.priorYearExportUsd ?? null, listing?.exportYear ?? null],
  ];
}

import type { Command } from 'commander';
import type { FirmRow } from '../../activities/ports/store.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { formatUsd } from '../../knowledge/packs/amounts.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { described, localeOf, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';
import { withPack } from '../pack-option.ts';
import type { PackOption } from '../pack-option.ts';

interface Options extends LanguageOption, PackOption {
  json?: true;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('status')
    .description(described('statusCommand'))
    .argument('<USCC>', described('uscc'))
    .option('--json', described('json'));
  withLanguage(withPack(command)).action(async (uscc: string, options: Options) =>
    showStatus(context, uscc, options),
  );
}

async function showStatus(context: CliContext, argument: string, options: Options): Promise<void> {
  const pack = await context.loadPack(options.pack);
  const stores = await context.openStores();
  const row = await firmFromArgument(stores, pack.id, argument);
  const timeline = await stores.enrollments.timeline(enrollmentIdOf(pack.id, row.firm.uscc));
  if (options.json === true) {
    context.out(JSON.stringify({ ...row, timeline }, null, 2));
    return;
  }
  if (context.settings.mode === 'trial') context.out(textsOf(options).commands.trial);
  for (const line of firmLines(row, options)) context.out(line);
  if (row.enrollment !== null)
    for (const line of enrollmentLines(row.enrollment, timeline, options)) context.out(line);
}

function firmLines(
  { firm, enrollment, linkedContacts, formerly }: FirmRow,
  options: LanguageOption,
): string[] {
  const { commands, firmMove } = textsOf(options);
  const { status } = commands;
  const value =
    firm.priorYearExportUsd === null ? null : formatUsd(firm.priorYearExportUsd, localeOf(options));
  return [
    `${firm.name}  ${firm.uscc}  ${firm.city}`,
    ...(formerly === undefined ? [] : [firmMove.former(formerly)]),
    status.listed(firm),
    status.exports({ value, year: firm.exportYear }),
    status.contact({ name: firm.contactName, phone: firm.contactPhone, linked: linkedContacts }),
    ...(enrollment === null ? [commands.firmNotTracked({ name: firm.name })] : []),
  ];
}

function enrollmentLines(
  enrollment: EnrollmentSnapshot,
  timeline: TimelineEntry[],
  options: LanguageOption,
): string[] {
  const { status } = textsOf(options).commands;
  const at = (iso: string | null): string | null => (iso === null ? null : shownTime(iso));
  const { snoozedUntil, now } = enrollment;
  return [
    status.official({
      status: enrollment.officialStatus,
      since: shownTime(enrollment.officialSince),
      reason: enrollment.officialReason,
    }),
    status.reported({ step: enrollment.reportedStep, at: at(enrollment.reportedAt) }),
    ...(snoozedUntil !== null && snoozedUntil > now
      ? [status.snoozed({ until: shownTime(snoozedUntil) })]
      : []),
    status.nextReminder({ at: at(enrollment.nextReminderAt) }),
    ...(timeline.length === 0 ? [] : [status.timelineTitle]),
    ...timeline.map(
      (entry) =>
        `  ${status.timelineLine({ at: shownTime(entry.at), source: entry.source, text: status.timelineText(entry.event, shownTime, entry.actor) })}`,
    ),
  ];
}

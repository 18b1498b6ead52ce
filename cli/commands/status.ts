import type { Command } from 'commander';
import type { FirmRow } from '../../activities/ports/store.ts';
import { contactLines } from '../../bot/engine/contact-lines.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { formatUsd } from '../../knowledge/packs/amounts.ts';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import type { CliContext } from '../context.ts';
import { firmFromArgument } from '../firm-argument.ts';
import { described, localeOf, shownTime, textsOf, withLanguage } from '../language.ts';
import type { LanguageOption } from '../language.ts';

interface Options extends LanguageOption {
  json?: true;
}

export function register(program: Command, context: CliContext): void {
  const command = program
    .command('status')
    .description(described('statusCommand'))
    .argument('<USCC>', described('uscc'))
    .option('--json', described('json'));
  withLanguage(command).action(async (uscc: string, options: Options) => showStatus(context, uscc, options));
}

async function showStatus(context: CliContext, argument: string, options: Options): Promise<void> {
  const pack = await context.loadPack();
  const stores = await context.openStores();
  const row = await firmFromArgument(stores, pack.id, argument);
  const timeline = await stores.enrollments.timeline(enrollmentIdOf(pack.id, row.firm.uscc));
  if (options.json === true) {
    context.out(JSON.stringify({ ...row, timeline }, null, 2));
    return;
  }
  if (context.settings.mode === 'trial') context.out(textsOf(options).commands.trial);
  for (const line of firmLines(row, options)) context.out(line);
  const contacts = await stores.identities.contactsOf(row.firm.uscc);
  const now = (context.now?.() ?? new Date()).toISOString();
  for (const line of contactLines(contacts, now, localeOf(options))) context.out(line);
  if (row.enrollment !== null)
    for (const line of enrollmentLines(row.enrollment, timeline, options)) context.out(line);
}

function firmLines({ firm, enrollment, linkedContacts }: FirmRow, options: LanguageOption): string[] {
  const { commands } = textsOf(options);
  const { status } = commands;
  const value =
    firm.priorYearExportUsd === null ? null : formatUsd(firm.priorYearExportUsd, localeOf(options));
  return [
    `${firm.name}  ${firm.uscc}  ${firm.city}`,
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
  const { commands, care } = textsOf(options);
  const { status } = commands;
  const at = (iso: string | null): string | null => (iso === null ? null : shownTime(iso));
  const { snoozedUntil, now, declinedAt, unanswered } = enrollment;
  return [
    status.official({
      status: enrollment.officialStatus,
      since: shownTime(enrollment.officialSince),
      reason: enrollment.officialReason,
    }),
    status.reported({ step: enrollment.reportedStep, at: at(enrollment.reportedAt) }),
    ...(declinedAt === null ? [] : [care.firm.declined({ at: shownTime(declinedAt) })]),
    ...(snoozedUntil !== null && snoozedUntil > now
      ? [status.snoozed({ until: shownTime(snoozedUntil) })]
      : []),
    ...(unanswered === 0 ? [] : [care.firm.unanswered({ count: unanswered })]),
    status.nextReminder({ at: at(enrollment.nextReminderAt) }),
    ...(timeline.length === 0 ? [] : [status.timelineTitle]),
    ...timeline.map(
      (entry) =>
        `  ${status.timelineLine({ at: shownTime(entry.at), source: entry.source, text: status.timelineText(entry.event, shownTime, entry.actor) })}`,
    ),
  ];
}

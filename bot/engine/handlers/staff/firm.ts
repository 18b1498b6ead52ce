import type { FirmRow } from '../../../../activities/ports/store.ts';
import type { Locale } from '../../../../knowledge/answering/types.ts';
import type { EnrollmentSnapshot } from '../../../../knowledge/enrollment/state.ts';
import { textsFor } from '../../../../knowledge/locales/index.ts';
import { contactLines } from '../../contact-lines.ts';
import { dateText, dateTimeText } from '../../dates.ts';
import { otherEnrollments, yearMark } from '../../other-enrollments.ts';
import { clockOf } from '../../own-wishes.ts';
import { whyUnreachable } from '../../reachability.ts';
import { openForReports } from '../../status-message.ts';
import type { HandleResult } from '../../../model.ts';
import { say } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { codeProblem, usccAndRest } from './uscc-and-rest.ts';

const mostFound = 10;

/** /firm: one firm by its code, or those whose name holds the words given. */
export async function firm(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts } = context;
  if (args === '') return say(texts.staff.usage.firm);
  const problem = codeProblem(args, texts);
  if (problem !== null) return say(problem);
  const code = usccAndRest(args);
  const found =
    code === null
      ? await ports.stores.firms.listFirms(
          { packId: ports.pack.id, nameContains: args },
          { limit: mostFound + 1 },
        )
      : [await ports.stores.firms.firmRow(ports.pack.id, code.uscc)].filter((row) => row !== null);
  await ports.stores.audit.record({
    actor: context.staff.staffId,
    action: 'staff.firm',
    target: code?.uscc ?? '',
    outcome: `found ${found.length}`,
  });
  const [only, ...others] = found;
  if (only === undefined) return say(texts.staff.firmNotFound({ query: args }));
  return others.length === 0 ? say(await describe(context, only)) : say(several(context, found));
}

async function describe(context: StaffContext, row: FirmRow): Promise<string[]> {
  const { texts, locale, ports } = context;
  const { staff } = texts;
  const contacts = await ports.stores.identities.contactsOf(row.firm.uscc);
  const now = clockOf(context, row.enrollment);
  const why = whyUnreachable(contacts);
  const others = await otherEnrollments(ports, row);
  const rows = [...(row.enrollment === null ? [] : [row]), ...others];
  return [
    staff.firm.head(row.firm),
    ...(row.formerly === undefined ? [] : [texts.firmMove.former(row.formerly)]),
    staff.firm.listed(row.firm),
    ...rows.flatMap((one) => standingLines(context, one, rows.length > 1)),
    staff.firm.contacts({ count: row.linkedContacts }),
    ...contactLines(contacts, now, locale),
    ...(why === null || why === 'noContact' ? [] : [texts.care.why[why]]),
  ];
}

/** `several`: it is in other packs, too, so each is said with its year. */
function standingLines(context: StaffContext, row: FirmRow, several: boolean): string[] {
  const { enrollment, firm } = row;
  if (enrollment === null) return [];
  const { locale } = context;
  const { staff, bot } = context.texts;
  const official = bot.status.official({
    firm: firm.name,
    status: enrollment.officialStatus,
    since: dateText(enrollment.officialSince, locale),
  });
  return [
    several ? `${yearMark(context, row)}${official}` : official,
    ...(enrollment.officialReason === null ? [] : [bot.status.reason({ reason: enrollment.officialReason })]),
    enrollment.reportedStep === null
      ? staff.firm.reportedNothing
      : staff.firm.reported({
          step: enrollment.reportedStep,
          at: enrollment.reportedAt === null ? null : dateText(enrollment.reportedAt, locale),
        }),
    ...waitingLines(enrollment, clockOf(context, enrollment), locale),
  ];
}

/** What the firm says besides its step, and whether reminders are answered. */
function waitingLines(enrollment: EnrollmentSnapshot, now: string, locale: Locale): string[] {
  const texts = textsFor(locale).care.firm;
  const { declinedAt, snoozedUntil, unanswered } = enrollment;
  if (!openForReports(enrollment)) return [];
  return [
    ...(declinedAt === null ? [] : [texts.declined({ at: dateText(declinedAt, locale) })]),
    ...(snoozedUntil === null || snoozedUntil <= now
      ? []
      : [texts.snoozed({ until: dateTimeText(snoozedUntil, locale) })]),
    ...(unanswered === 0 ? [] : [texts.unanswered({ count: unanswered })]),
  ];
}

const several = ({ texts }: StaffContext, found: FirmRow[]): string[] => [
  texts.staff.firm.several({
    count: Math.min(found.length, mostFound),
    more: found.length > mostFound,
  }),
  found
    .slice(0, mostFound)
    .map(({ firm: { name, uscc }, enrollment, formerly }) =>
      texts.staff.firm.row({
        name:
          formerly === undefined
            ? name
            : texts.firmMove.named({ name, former: texts.firmMove.former(formerly) }),
        ...{ uscc, status: enrollment?.officialStatus ?? null },
      }),
    )
    .join('\n'),
];

import type { FirmRow } from '../../../../activities/ports/store.ts';
import { dateText } from '../../dates.ts';
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
  return others.length === 0 ? say(describe(context, only)) : say(several(context, found));
}

function describe({ texts, locale }: StaffContext, row: FirmRow): string[] {
  const { staff, bot } = texts;
  const { enrollment } = row;
  return [
    staff.firm.head(row.firm),
    staff.firm.listed(row.firm),
    ...(enrollment === null
      ? []
      : [
          bot.status.official({
            firm: row.firm.name,
            status: enrollment.officialStatus,
            since: dateText(enrollment.officialSince, locale),
          }),
          ...(enrollment.officialReason === null
            ? []
            : [bot.status.reason({ reason: enrollment.officialReason })]),
          enrollment.reportedStep === null
            ? staff.firm.reportedNothing
            : staff.firm.reported({
                step: enrollment.reportedStep,
                at: enrollment.reportedAt === null ? null : dateText(enrollment.reportedAt, locale),
              }),
        ]),
    staff.firm.contacts({ count: row.linkedContacts }),
  ];
}

const several = ({ texts }: StaffContext, found: FirmRow[]): string[] => [
  texts.staff.firm.several({
    count: Math.min(found.length, mostFound),
    more: found.length > mostFound,
  }),
  found
    .slice(0, mostFound)
    .map(({ firm: { name, uscc }, enrollment }) =>
      texts.staff.firm.row({ name, uscc, status: enrollment?.officialStatus ?? null }),
    )
    .join('\n'),
];

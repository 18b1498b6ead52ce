import type { FirmRow } from '../../../../activities/ports/store.ts';
import type { EnrollmentSnapshot } from '../../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../../model.ts';
import { isLookedAfter } from '../../looks-after.ts';
import { matchingFirms } from '../../matching-firms.ts';
import { whyUnreachable } from '../../reachability.ts';
import { say } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';

const mostNamed = 10;

type Waiting = FirmRow & { enrollment: EnrollmentSnapshot };

/** /mine: what the officer's own firms wait for: to be verified, or to be called. */
export async function mine(context: StaffContext): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { mine: sentences } = texts.care;
  const scope = await ports.stores.contacts.looksAfter(staff.staffId);
  const waiting: Waiting[] = [];
  const all = matchingFirms(ports.stores.firms, { packId: ports.pack.id, officialStatus: 'invited' });
  for await (const { enrollment, ...row } of all)
    if (enrollment !== null && isLookedAfter(scope, row.firm)) waiting.push({ ...row, enrollment });
  if (waiting.length === 0) return say(sentences.none);

  const isDone = ({ enrollment }: Waiting): boolean => enrollment.reportedStep === 'submitted';
  const hasDeclined = (row: Waiting): boolean => !isDone(row) && row.enrollment.declinedAt !== null;
  const open = waiting.filter((row) => !isDone(row) && !hasDeclined(row));
  const unanswered = open
    .filter(({ enrollment }) => enrollment.unanswered > 0)
    .sort((a, b) => b.enrollment.unanswered - a.enrollment.unanswered);
  let unreachable = 0;
  for (const { firm } of open)
    if (whyUnreachable(await ports.stores.identities.contactsOf(firm.uscc)) !== null) unreachable += 1;
  return say([
    sentences.title({ cities: scope.cities, count: waiting.length }),
    ...section(context, 'toVerify', waiting.filter(isDone)),
    ...section(context, 'declined', waiting.filter(hasDeclined)),
    ...section(context, 'unanswered', unanswered),
    ...(unreachable === 0 ? [] : [sentences.unreachable({ count: unreachable })]),
  ]);
}

function section(
  { texts }: StaffContext,
  title: 'toVerify' | 'declined' | 'unanswered',
  rows: Waiting[],
): string[] {
  const { mine: sentences } = texts.care;
  if (rows.length === 0) return [];
  const more = rows.length - mostNamed;
  return [
    [
      sentences[title]({ count: rows.length }),
      ...rows
        .slice(0, mostNamed)
        .map(({ firm: { name, uscc }, enrollment }) =>
          sentences.row({ name, uscc, unanswered: title === 'unanswered' ? enrollment.unanswered : 0 }),
        ),
      ...(more > 0 ? [sentences.more({ count: more })] : []),
    ].join('\n'),
  ];
}

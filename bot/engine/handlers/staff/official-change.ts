import type { OfficialStatus } from '../../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../../model.ts';
import { tryChange } from '../../change.ts';
import { say } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { usccAndRest } from './uscc-and-rest.ts';

interface Change {
  command: string;
  status: OfficialStatus;
  needsReason: boolean;
}

/** /approve, /return, /terminate: what the office says of one firm. Kept in the audit with its outcome. */
export async function officialChange(
  context: StaffContext,
  { command, status, needsReason }: Change,
  args: string,
): Promise<HandleResult> {
  const { ports, texts, staff, eventId } = context;
  const wanted = usccAndRest(args);
  if (wanted === null) return say(texts.staff.usage.uscc({ command }));
  const { uscc, rest } = wanted;
  if (needsReason && rest === '') return say(texts.staff.usage.reason({ command }));
  const row = await ports.stores.firms.firmRow(ports.pack.id, uscc);
  if (row === null) return say(texts.staff.firmNotFound({ query: uscc }));
  const firm = row.firm.name;
  if (row.enrollment === null) return say(texts.staff.firmNotTracked({ firm }));

  const { enrollmentId } = row.enrollment;
  const result = await tryChange(() =>
    ports.commands.applyOfficialEvent({
      enrollmentId,
      eventId,
      source: 'staff',
      actor: staff.staffId,
      status,
      reason: rest === '' ? null : rest,
    }),
  );
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: `staff.${command}`,
    target: enrollmentId,
    outcome: result.outcome === 'refused' ? `refused ${result.refusal.code}` : result.outcome,
  });
  switch (result.outcome) {
    case 'applied':
    case 'alreadyApplied':
      return say(texts.staff.official.done({ firm, status }));
    case 'refused':
      return say([firm, texts.bot.refusal(result.refusal)]);
    case 'unavailable':
      ports.log.warn('enrollment.unavailable', { enrollmentId, code: result.code });
      return say(result.code === 'notFound' ? texts.bot.notTracked : texts.bot.engineUnavailable);
  }
}

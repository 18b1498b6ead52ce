import type { FirmRow } from '../../../../activities/ports/store.ts';
import type { OfficialStatus } from '../../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../../model.ts';
import { tryChange } from '../../change.ts';
import { say } from '../../replies.ts';
import { unavailableText } from '../../unavailable-text.ts';
import type { StaffContext } from './as-staff.ts';
import { codeProblem, usccAndRest } from './uscc-and-rest.ts';

export interface Change {
  command: string;
  status: OfficialStatus;
  reason: string | null;
}

/** /approve and /return: what the office says of one firm. Kept in the audit with its outcome. */
export async function officialChange(
  context: StaffContext,
  { command, status, needsReason }: Omit<Change, 'reason'> & { needsReason: boolean },
  args: string,
): Promise<HandleResult> {
  const named = await firmToChange(context, { command, needsReason }, args);
  if (!named.ok) return named.answer;
  const { row, reason } = named;
  return say((await changeOfficially(context, row, { command, status, reason }, context.eventId)).paragraphs);
}

export type TrackedRow = FirmRow & { enrollment: NonNullable<FirmRow['enrollment']> };

/** The firm and the reason that the words after a command name, or what is wrong with them. */
export async function firmToChange(
  { ports, texts }: StaffContext,
  { command, needsReason }: { command: string; needsReason: boolean },
  args: string,
): Promise<{ ok: true; row: TrackedRow; reason: string | null } | { ok: false; answer: HandleResult }> {
  const wrong = (text: string) => ({ ok: false, answer: say(text) }) as const;
  const problem = codeProblem(args, texts);
  if (problem !== null) return wrong(problem);
  const wanted = usccAndRest(args);
  if (wanted === null) return wrong(texts.staff.usage.uscc({ command }));
  const { uscc, rest } = wanted;
  if (needsReason && rest === '') return wrong(texts.staff.usage.reason({ command }));
  const row = await ports.stores.firms.firmRow(ports.pack.id, uscc);
  if (row === null) return wrong(texts.staff.firmNotFound({ query: uscc }));
  const { enrollment } = row;
  if (enrollment === null) return wrong(texts.staff.firmNotTracked({ firm: row.firm.name }));
  return { ok: true, row: { ...row, enrollment }, reason: rest === '' ? null : rest };
}

/** Tells the enrollment. `settled` is false while the same event may be sent once more. */
export async function changeOfficially(
  { ports, texts, staff }: StaffContext,
  row: TrackedRow,
  { command, status, reason }: Change,
  eventId: string,
): Promise<{ settled: boolean; paragraphs: string[] }> {
  const { name: firm, uscc } = row.firm;
  const { enrollmentId } = row.enrollment;
  const event = { enrollmentId, eventId, status, source: 'staff', actor: staff.staffId } as const;
  const isCorrection = command === 'correct';
  const result = await tryChange(() =>
    isCorrection
      ? ports.commands.correctStatus({ ...event, reason: reason ?? '' })
      : ports.commands.applyOfficialEvent({ ...event, reason }),
  );
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: `staff.${command}`,
    target: enrollmentId,
    outcome: outcomeOf(result),
  });
  switch (result.outcome) {
    case 'applied':
    case 'alreadyApplied':
      return {
        settled: true,
        paragraphs: [
          (isCorrection ? texts.care.correct : texts.staff.official).done({
            ...{ firm, status, contacts: row.linkedContacts },
          }),
        ],
      };
    case 'refused':
      return { settled: true, paragraphs: [firm, texts.bot.refusal(result.refusal)] };
    case 'unavailable':
      ports.log.warn('enrollment.unavailable', { enrollmentId, code: result.code });
      return {
        settled: result.code === 'notFound',
        paragraphs: [
          result.code === 'noAnswer'
            ? texts.staff.engineSilent({ uscc })
            : unavailableText(texts, result.code, row),
        ],
      };
  }
}

function outcomeOf(result: Awaited<ReturnType<typeof tryChange>>): string {
  switch (result.outcome) {
    case 'refused':
      return `refused ${result.refusal.code}`;
    case 'unavailable':
      return `unavailable ${result.code}`;
    default:
      return result.outcome;
  }
}

import { applyEvent } from '../../../../knowledge/enrollment/machine.ts';
import type { HandleResult } from '../../../model.ts';
import { say, tap } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { firmToChange } from './official-change.ts';
import { mostReasonLetters, savePending } from './pending-change.ts';

/** /terminate: nothing leads back from it, so it is shown first and done when the same person confirms. */
export async function offerTermination(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const named = await firmToChange(context, { command: 'terminate', needsReason: true }, args);
  if (!named.ok) return named.answer;
  const { row } = named;
  const { uscc, name: firm } = row.firm;
  const reason = named.reason ?? '';
  const { terminate } = texts.staff;
  if (Array.from(reason).length > mostReasonLetters)
    return say(terminate.reasonTooLong({ most: mostReasonLetters }));
  const at = ports.clock.now().toISOString();
  const { enrollment } = row;
  const would = applyEvent(enrollment, { type: 'officialChanged', status: 'terminated', reason, at });
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: 'staff.terminate',
    target: enrollment.enrollmentId,
    outcome: would.ok ? 'asked' : `refused ${would.refusal.code}`,
  });
  if (!would.ok) return say([firm, texts.bot.refusal(would.refusal)]);
  await savePending(context, 'terminate', { uscc, status: 'terminated', reason });
  const verb = { verb: 'official', uscc, status: 'terminated' } as const;
  return say(terminate.really({ firm, uscc, from: enrollment.officialStatus, to: 'terminated', reason }), [
    [
      tap(terminate.confirm, { ...verb, action: 'confirm' }),
      tap(terminate.cancel, { ...verb, action: 'cancel' }),
    ],
  ]);
}

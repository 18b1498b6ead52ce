import { applyEvent } from '../../../../knowledge/enrollment/machine.ts';
import { statusAndReason } from '../../../../knowledge/locales/status-named.ts';
import type { HandleResult } from '../../../model.ts';
import { say, tap } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';
import { firmToChange } from './official-change.ts';
import { mostReasonLetters, savePending } from './pending-change.ts';

/** /correct: a status that was entered wrongly. Shown first, done when the same person confirms. */
export async function offerCorrection(context: StaffContext, args: string): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { correct } = texts.care;
  const named = await firmToChange(context, { command: 'correct', needsReason: false }, args);
  if (!named.ok) return named.answer;
  const { firm, enrollment } = named.row;
  const { given, status, reason } = statusAndReason(named.reason ?? '');
  if (given === '' || (status !== null && reason === '')) return say(correct.usage);
  if (status === null) return say(correct.unknownStatus({ given }));
  if (Array.from(reason).length > mostReasonLetters)
    return say(texts.staff.terminate.reasonTooLong({ most: mostReasonLetters }));
  const at = ports.clock.now().toISOString();
  const would = applyEvent(enrollment, { type: 'officialCorrected', status, reason, at });
  await ports.stores.audit.record({
    actor: staff.staffId,
    action: 'staff.correct',
    target: enrollment.enrollmentId,
    outcome: would.ok ? 'asked' : `refused ${would.refusal.code}`,
  });
  if (!would.ok) return say([firm.name, texts.bot.refusal(would.refusal)]);
  const { uscc } = firm;
  await savePending(context, 'correct', { uscc, status, reason });
  const from = enrollment.officialStatus;
  return say(correct.really({ firm: firm.name, uscc, from, to: status, reason }), [
    [
      tap(correct.confirm, { verb: 'correction', uscc, status, action: 'confirm' }),
      tap(correct.cancel, { verb: 'correction', uscc, status, action: 'cancel' }),
    ],
  ]);
}

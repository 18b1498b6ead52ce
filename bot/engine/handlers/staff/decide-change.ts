import type { OfficialStatus } from '../../../../knowledge/enrollment/state.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { edit, message, say } from '../../replies.ts';
import { asStaff } from './as-staff.ts';
import { changeOfficially, firmToChange } from './official-change.ts';
import { loadConfirmed, loadPending, saveConfirmed, savePending } from './pending-change.ts';
import type { ChangeToConfirm } from './pending-change.ts';

/** The buttons under /terminate and /correct: only for the one who asked, and while the question is fresh. */
export async function decideChange(
  context: PrivateContext,
  kind: ChangeToConfirm,
  { uscc, status, action }: { uscc: string; status: OfficialStatus; action: 'confirm' | 'cancel' },
): Promise<HandleResult> {
  const staffContext = await asStaff(context, `${kind}.${action}`);
  const { staff: texts, care } = context.texts;
  if (staffContext === null) return { ...say(texts.refused), toast: texts.refused };
  const { ports, staff } = staffContext;
  const asked = await loadPending(staffContext, kind, { uscc, status });
  const pending = (await loadConfirmed(staffContext, kind)) ?? asked;
  if (pending === null || action === 'cancel') {
    await ports.stores.audit.record({
      actor: staff.staffId,
      action: `staff.${kind}.${action}`,
      target: uscc,
      outcome: pending === null ? 'expired' : 'cancelled',
    });
    if (pending !== null) await savePending(staffContext, kind, null);
    const { expired, cancelled } = kind === 'terminate' ? texts.terminate : care.correct;
    return { replies: [edit(message([pending === null ? expired : cancelled]))], toast: null };
  }
  const { reason, eventId } = pending;
  await saveConfirmed(staffContext, kind, pending);
  const named = await firmToChange(staffContext, { command: kind, needsReason: false }, uscc);
  if (!named.ok) return named.answer;
  const change = { command: kind, status, reason };
  const { settled, paragraphs } = await changeOfficially(staffContext, named.row, change, eventId);
  // Unsettled, the buttons stay: the same event once more counts once.
  if (!settled) return say(paragraphs);
  // By now there may be a question of another change.
  if (asked?.eventId === eventId) await savePending(staffContext, kind, null);
  await saveConfirmed(staffContext, kind, null);
  return { replies: [edit(message(paragraphs))], toast: null };
}

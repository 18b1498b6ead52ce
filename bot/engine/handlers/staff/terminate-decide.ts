import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { edit, message, say } from '../../replies.ts';
import { asStaff } from './as-staff.ts';
import { changeOfficially, firmToChange } from './official-change.ts';
import { loadPending, savePending } from './pending-termination.ts';

/** The buttons under /terminate: only for the one who asked, and while the question is fresh. */
export async function decideTermination(
  context: PrivateContext,
  uscc: string,
  action: 'confirm' | 'cancel',
): Promise<HandleResult> {
  const staffContext = await asStaff(context, `terminate.${action}`);
  const { terminate, refused } = context.texts.staff;
  if (staffContext === null) return { ...say(refused), toast: refused };
  const { ports, staff } = staffContext;
  const pending = await loadPending(staffContext, uscc);
  if (pending === null || action === 'cancel') {
    await ports.stores.audit.record({
      actor: staff.staffId,
      action: `staff.terminate.${action}`,
      target: uscc,
      outcome: pending === null ? 'expired' : 'cancelled',
    });
    if (pending !== null) await savePending(staffContext, null);
    const text = pending === null ? terminate.expired : terminate.cancelled;
    return { replies: [edit(message([text]))], toast: null };
  }
  const { reason, eventId } = pending;
  const named = await firmToChange(staffContext, { command: 'terminate', needsReason: false }, uscc);
  if (!named.ok) return named.answer;
  const change = { command: 'terminate', status: 'terminated', reason } as const;
  const { settled, paragraphs } = await changeOfficially(staffContext, named.row, change, eventId);
  // Unsettled, the buttons stay: the same event once more counts once.
  if (!settled) return say(paragraphs);
  await savePending(staffContext, null);
  return { replies: [edit(message(paragraphs))], toast: null };
}

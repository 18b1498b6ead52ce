import { z } from 'zod';
import { forgottenAfterMs } from '../../dialogue.ts';
import { officialStatuses } from '../../../../knowledge/enrollment/state.ts';
import type { StaffContext } from './as-staff.ts';

/** A reason is a sentence or two; it waits in the conversation store. */
export const mostReasonLetters = 500;

/** Changes that are shown first, and done when the same person confirms. */
export type ChangeToConfirm = 'terminate' | 'correct';

const shape = z.object({
  uscc: z.string(),
  status: z.enum(officialStatuses),
  reason: z.string(),
  staffId: z.string(),
  /** Of the message that asked: however often the answer is tapped, it is one event. */
  eventId: z.string(),
  at: z.iso.datetime(),
});

/** A change that waits for its confirmation. */
type PendingChange = z.infer<typeof shape>;

const keyOf = ({ identity }: StaffContext, kind: ChangeToConfirm): string => `${kind}:${identity.id}`;

export const savePending = (
  context: StaffContext,
  kind: ChangeToConfirm,
  pending: Pick<PendingChange, 'uscc' | 'status' | 'reason'> | null,
): Promise<void> =>
  context.ports.stores.conversations.save(
    keyOf(context, kind),
    pending === null
      ? null
      : {
          ...pending,
          staffId: context.staff.staffId,
          eventId: context.eventId,
          at: context.ports.clock.now().toISOString(),
        },
  );

const confirmedKeyOf = ({ identity, eventId }: StaffContext, kind: ChangeToConfirm): string =>
  `${kind}/confirmed/${eventId}:${identity.id}`;

/**
 * Keeps what was confirmed with the message that confirmed it, until that has an answer: handled again, it needs the question
 * no more, which may be too old by then or another one.
 */
export const saveConfirmed = (
  context: StaffContext,
  kind: ChangeToConfirm,
  confirmed: PendingChange | null,
): Promise<void> => context.ports.stores.conversations.save(confirmedKeyOf(context, kind), confirmed);

/** What this very message confirmed when it was handled before. */
export async function loadConfirmed(
  context: StaffContext,
  kind: ChangeToConfirm,
): Promise<PendingChange | null> {
  const stored = shape.safeParse(
    await context.ports.stores.conversations.load(confirmedKeyOf(context, kind)),
  );
  return stored.success && stored.data.staffId === context.staff.staffId ? stored.data : null;
}

/** What this very staff member asked for this firm; null when there is nothing, or it is too old. */
export async function loadPending(
  context: StaffContext,
  kind: ChangeToConfirm,
  { uscc, status }: Pick<PendingChange, 'uscc' | 'status'>,
): Promise<PendingChange | null> {
  const stored = shape.safeParse(await context.ports.stores.conversations.load(keyOf(context, kind)));
  if (!stored.success) return null;
  const { data } = stored;
  const age = context.ports.clock.now().getTime() - Date.parse(data.at);
  const same = data.uscc === uscc && data.status === status;
  const holds = same && data.staffId === context.staff.staffId && age <= forgottenAfterMs;
  return holds ? data : null;
}

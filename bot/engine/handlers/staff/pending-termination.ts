import { z } from 'zod';
import { forgottenAfterMs } from '../../dialogue.ts';
import type { StaffContext } from './as-staff.ts';

const shape = z.object({
  uscc: z.string(),
  reason: z.string(),
  staffId: z.string(),
  /** Of the message that asked: however often the answer is tapped, it is one event. */
  eventId: z.string(),
  at: z.iso.datetime(),
});

/** A termination that waits for its confirmation. */
type PendingTermination = z.infer<typeof shape>;

const keyOf = ({ identity }: StaffContext): string => `termination:${identity.id}`;

export const savePending = (
  context: StaffContext,
  pending: Pick<PendingTermination, 'uscc' | 'reason'> | null,
): Promise<void> =>
  context.ports.stores.conversations.save(
    keyOf(context),
    pending === null
      ? null
      : {
          ...pending,
          staffId: context.staff.staffId,
          eventId: context.eventId,
          at: context.ports.clock.now().toISOString(),
        },
  );

/** What this very staff member asked for this firm; null when there is nothing, or it is too old. */
export async function loadPending(context: StaffContext, uscc: string): Promise<PendingTermination | null> {
  const stored = shape.safeParse(await context.ports.stores.conversations.load(keyOf(context)));
  if (!stored.success) return null;
  const { data } = stored;
  const age = context.ports.clock.now().getTime() - Date.parse(data.at);
  const holds = data.uscc === uscc && data.staffId === context.staff.staffId && age <= forgottenAfterMs;
  return holds ? data : null;
}

import type { Stores } from '../../activities/ports/store.ts';

/**
 * Whether what askers write reaches anybody: a group of the staff's, or a linked member of staff who can be written to. Otherwise it
 * waits until somebody looks at the tickets unasked.
 */
export async function staffHear({
  identities,
  tickets,
}: Pick<Stores, 'identities' | 'tickets'>): Promise<boolean> {
  const staff = await identities.staffIdentities();
  // Whoever else is in the group can answer nothing there.
  if (staff.length === 0) return false;
  const reachable = staff.some(({ privateChatId, blocked }) => privateChatId !== null && !blocked);
  return reachable || (await tickets.hasStaffGroup());
}

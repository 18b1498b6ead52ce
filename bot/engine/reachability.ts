import type { FirmContact } from '../../activities/ports/store.ts';

export type Unreachable = 'noContact' | 'blocked' | 'stopped';

/** Why no reminder reaches a firm, by its contacts; null when one does. A wish to wait some days is no such reason. */
export function whyUnreachable(contacts: readonly FirmContact[]): Unreachable | null {
  if (contacts.length === 0) return 'noContact';
  const reachable = contacts.filter(({ blocked, privateChatId }) => !blocked && privateChatId !== null);
  if (reachable.length === 0) return 'blocked';
  return reachable.every(({ remindersStopped }) => remindersStopped) ? 'stopped' : null;
}

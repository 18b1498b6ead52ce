/** What is on record of one message to one person. */
export interface MessageFate {
  /** A state of `NotificationRecord`. */
  state: string;
  /** Waits to go out with what else its recipient is due. */
  collected: boolean;
  /** Why it failed, or was skipped. */
  error: string | null;
}

/** One outcome for a firm with several contacts: reached if anybody was. Null without any message. */
function outcomeOf(messages: readonly MessageFate[]): string | null {
  if (messages.length === 0) return null;
  const is = (...states: string[]): boolean => messages.some(({ state }) => states.includes(state));
  if (is('sent')) return 'sent';
  if (messages.some(({ state, collected }) => state === 'queued' && collected)) return 'collected';
  // One that still waits may go out yet.
  if (is('queued', 'sending', 'unknown')) return 'unknown';
  const { error } = messages.find(({ state }) => state === 'skipped') ?? { error: null };
  return error === null || is('failed') ? 'failed' : `skipped:${error}`;
}

/** Firms by what became of their messages; `without` for those that have none. */
export function byOutcome(
  enrollmentIds: readonly string[],
  messages: readonly (MessageFate & { enrollmentId: string })[],
  without: string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const enrollmentId of enrollmentIds) {
    const outcome = outcomeOf(messages.filter((m) => m.enrollmentId === enrollmentId)) ?? without;
    found.set(outcome, [...(found.get(outcome) ?? []), enrollmentId]);
  }
  return found;
}

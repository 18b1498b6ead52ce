const [second, minute, hour] = [1000, 60_000, 3_600_000];

/** Pauses after the first, second, ... attempt that failed; together a little more than three days. */
const pausesMs = [
  ...[5 * second, 5 * minute, 30 * minute, 2 * hour],
  ...[5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
];
const longestPauseMs = 24 * hour;

/** How one attempt ended: an HTTP status, or no answer at all. */
export type Answer =
  | { kind: 'status'; status: number; retryAfterMs: number | null }
  | { kind: 'timeout' }
  | { kind: 'network' }
  /** It leads into the own network, where the settings do not allow it: nothing was sent. */
  | { kind: 'inside' };

export type Fate =
  | { outcome: 'delivered' }
  /** The receiver wants nothing more, ever. */
  | { outcome: 'gone' }
  | { outcome: 'failed' }
  | { outcome: 'retry'; at: string };

/** What becomes of a delivery after its `attempts`-th attempt. Only 2xx has taken it: a redirect is not followed. */
export function fateOf(answer: Answer, attempts: number, now: Date): Fate {
  if (answer.kind === 'status') {
    if (answer.status >= 200 && answer.status < 300) return { outcome: 'delivered' };
    if (answer.status === 410) return { outcome: 'gone' };
  }
  const pauseMs = pausesMs[attempts - 1];
  if (pauseMs === undefined) return { outcome: 'failed' };
  const wishedMs = answer.kind === 'status' ? (answer.retryAfterMs ?? 0) : 0;
  const waitMs = Math.max(pauseMs, Math.min(wishedMs, longestPauseMs));
  return { outcome: 'retry', at: new Date(now.getTime() + waitMs).toISOString() };
}

/** Whether the receiver as a whole cannot take anything now, so that others would only fail alike. */
export const isUnavailable = (answer: Answer): boolean =>
  answer.kind !== 'status' || answer.status >= 500 || answer.status === 429 || answer.status === 408;

/** As the log of deliveries shows it. */
export const answerCode = (answer: Answer): string =>
  answer.kind === 'status' ? String(answer.status) : answer.kind;

import type { Clock } from '../../activities/ports/services.ts';

export interface RateLimit {
  /** Counts a call; false when the key has used its share. */
  take(key: string): boolean;
  /** Whether the next call would be refused; counts nothing. */
  spent(key: string): boolean;
  /** How long until the next call would be taken; 0: now. */
  waitMs(key: string): number;
}

/** Counts calls per key in a sliding window. */
export function createRateLimit(p: { limit: number; windowMs: number; clock: Clock }): RateLimit {
  const taken = new Map<string, number[]>();
  const forgetIdleKeys = (since: number): void => {
    for (const [key, times] of taken) if ((times.at(-1) ?? 0) <= since) taken.delete(key);
  };
  const recentOf = (key: string, since: number): number[] =>
    (taken.get(key) ?? []).filter((at) => at > since);
  return {
    spent: (key) => recentOf(key, p.clock.now().getTime() - p.windowMs).length >= p.limit,
    waitMs(key) {
      const now = p.clock.now().getTime();
      const recent = recentOf(key, now - p.windowMs);
      const [oldest] = recent;
      return oldest === undefined || recent.length < p.limit ? 0 : oldest + p.windowMs - now;
    },
    take(key) {
      const now = p.clock.now().getTime();
      const since = now - p.windowMs;
      if (!taken.has(key) && taken.size >= 10_000) forgetIdleKeys(since);
      const recent = recentOf(key, since);
      const allowed = recent.length < p.limit;
      if (allowed) recent.push(now);
      taken.set(key, recent);
      return allowed;
    },
  };
}

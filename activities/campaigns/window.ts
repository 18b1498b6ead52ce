import { firstWidth, nextWidth } from '../../knowledge/campaigns/width.ts';

/** Work that goes on side by side: as much at once as keeps it from waiting for itself. */
export interface Window {
  /** Resolves when there is room for one more. */
  room(): Promise<void>;
  start(work: () => Promise<void>): void;
  /** Resolves when everything has ended; throws the first failure. */
  empty(): Promise<void>;
  /** The first failure; nothing new should be started then. */
  readonly failure: Error | null;
}

export function createWindow(): Window {
  const under = new Set<Promise<void>>();
  let width = firstWidth;
  let tookMs: number[] = [];
  let failure: Error | null = null;

  const ended = (startedAt: number): void => {
    tookMs.push(performance.now() - startedAt);
    if (tookMs.length < width) return;
    width = nextWidth(width, tookMs);
    tookMs = [];
  };

  return {
    async room() {
      while (under.size >= width) await Promise.race(under);
    },
    start(work) {
      const startedAt = performance.now();
      const one: Promise<void> = work()
        .catch((error: unknown) => {
          failure ??= error instanceof Error ? error : new Error(String(error));
        })
        .finally(() => {
          ended(startedAt);
          under.delete(one);
        });
      under.add(one);
    },
    async empty() {
      while (under.size > 0) await Promise.race(under);
      if (failure !== null) throw failure;
    },
    get failure() {
      return failure;
    },
  };
}

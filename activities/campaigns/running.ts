import { Context } from '@temporalio/activity';

const beatEveryMs = 3_000;

/** What a long activity needs of the engine that runs it. */
export interface Running {
  /** Says that it is alive. */
  beat(): void;
  /** Rejects when it must stop: the worker shuts down, or the attempt is cancelled. */
  stopped: Promise<never>;
  isStopped(): boolean;
}

export function runningNow(): Running {
  const context = Context.current();
  const stopped = context.cancelled;
  // Whoever races against it sees the rejection; alone it is no fault.
  stopped.catch(() => undefined);
  return {
    beat: () => context.heartbeat(),
    stopped,
    isStopped: () => context.cancellationSignal.aborted,
  };
}

/** Beats while `work` runs, and leaves it when the activity must stop. */
export const whileBeating = <T>(running: Running, work: () => Promise<T>): Promise<T> =>
  beatingUntilDone(
    () => running.beat(),
    () => Promise.race([work(), running.stopped]),
  );

/** Beats while `work` runs, which always comes to its own end. */
export async function beatingUntilDone<T>(beat: () => void, work: () => Promise<T>): Promise<T> {
  beat();
  const timer = setInterval(beat, beatEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

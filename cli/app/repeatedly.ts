/** Work that is done again and again, with a pause between, until it is ended. */
export interface Repeated {
  /** Ends a pause at once. */
  wake(): void;
  /** Resolves when the work under way has ended. */
  stop(): Promise<void>;
}

/** `work` must not throw. The first time is at once. */
export function repeatedly(everyMs: number, work: () => Promise<void>): Repeated {
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let wake = (): void => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    for (;;) {
      await work();
      if (isStopped()) return;
      await pause();
    }
  };
  const running = run();
  return {
    wake: () => wake(),
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}

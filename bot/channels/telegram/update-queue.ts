/** Runs tasks of one key one after another, in the order given, and tasks of different keys side by side. */
export interface UpdateQueue {
  add(key: string, task: () => Promise<void>): void;
  /** Starts no more tasks and waits for those that run. What was not started stays stored for the next start. */
  close(): Promise<void>;
}

export function createUpdateQueue(onError: (error: unknown) => void): UpdateQueue {
  const tails = new Map<string, Promise<void>>();
  let closed = false;

  return {
    add(key, task) {
      const before = tails.get(key) ?? Promise.resolve();
      const tail = before.then(async () => {
        if (closed) return;
        try {
          await task();
        } catch (error) {
          onError(error);
        }
      });
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    },
    async close() {
      closed = true;
      await Promise.all(tails.values());
    },
  };
}

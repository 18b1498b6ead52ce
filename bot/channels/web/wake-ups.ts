/** Tells the open streams of a visitor that its conversation has grown. Says nothing of what: a stream reads the store. */
export interface WakeUps {
  wake(visitorId: string): void;
  /** Returns the function that ends the listening. */
  listen(visitorId: string, onWake: () => void): () => void;
}

export function createWakeUps(): WakeUps {
  const listeners = new Map<string, Set<() => void>>();
  return {
    wake(visitorId) {
      for (const onWake of listeners.get(visitorId) ?? []) onWake();
    },
    listen(visitorId, onWake) {
      const own = listeners.get(visitorId) ?? new Set();
      listeners.set(visitorId, own.add(onWake));
      return () => {
        own.delete(onWake);
        if (own.size === 0 && listeners.get(visitorId) === own) listeners.delete(visitorId);
      };
    },
  };
}

/** Tells the open streams of a visitor that its conversation has grown. Says nothing of what: a stream reads the store. */
export interface WakeUps {
  wake(identityId: string): void;
  /** Returns the function that ends the listening. */
  listen(identityId: string, onWake: () => void): () => void;
}

export function createWakeUps(): WakeUps {
  const listeners = new Map<string, Set<() => void>>();
  return {
    wake(identityId) {
      for (const onWake of listeners.get(identityId) ?? []) onWake();
    },
    listen(identityId, onWake) {
      const own = listeners.get(identityId) ?? new Set();
      listeners.set(identityId, own.add(onWake));
      return () => {
        own.delete(onWake);
        if (own.size === 0 && listeners.get(identityId) === own) listeners.delete(identityId);
      };
    },
  };
}

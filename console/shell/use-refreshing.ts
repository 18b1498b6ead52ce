import { useEffect } from 'react';
import type { Reading } from './use-call.ts';

interface Refreshing {
  everyMs: number;
  /** False: nothing will change any more. */
  wanted: boolean;
}

/** Reads again and again while there is something to see, and somebody who looks: a page in the background stays as it is. */
export function useRefreshing(
  { reading, againByItself }: Reading<unknown>,
  { everyMs, wanted }: Refreshing,
): void {
  useEffect(() => {
    // The time runs from the end of a call.
    if (reading || !wanted) return undefined;
    const look = (): void => {
      if (!document.hidden) againByItself();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [againByItself, reading, everyMs, wanted]);
}

import { useEffect } from 'react';

interface Refreshing {
  /** A call is under way: the time runs from its end. */
  reading: boolean;
  everyMs: number;
  /** False: nothing will change any more. */
  wanted: boolean;
}

/** Reads again and again while there is something to see, and somebody who looks: a page in the background stays as it is. */
export function useRefreshing(again: () => void, { reading, everyMs, wanted }: Refreshing): void {
  useEffect(() => {
    if (reading || !wanted) return undefined;
    const look = (): void => {
      if (!document.hidden) again();
    };
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [again, reading, everyMs, wanted]);
}

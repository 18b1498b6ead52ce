import { useCallback, useEffect, useRef } from 'react';
import { byItself } from './by-itself.ts';
import { useReading } from './use-call.ts';
import type { Reading } from './use-call.ts';

/**
 * Reads, and reads again whenever `changes` grows, as the page's own doing. Not while nobody looks at the page: what is read counts as
 * seen.
 */
export function useLiveReading<T>(
  read: (headers: Record<string, string>) => Promise<T>,
  changes: number,
): Reading<T> {
  const headers = useRef<Record<string, string>>({});
  const reading = useReading(
    useCallback(async () => {
      const given = headers.current;
      headers.current = {};
      return read(given);
    }, [read]),
  );
  const again = useRef(reading.again);
  useEffect(() => {
    again.current = reading.again;
  });
  const done = useRef(changes);
  useEffect(() => {
    const catchUp = (): void => {
      if (document.visibilityState !== 'visible' || done.current === changes) return;
      done.current = changes;
      headers.current = byItself;
      again.current();
    };
    catchUp();
    document.addEventListener('visibilitychange', catchUp);
    return () => document.removeEventListener('visibilitychange', catchUp);
  }, [changes]);
  return reading;
}

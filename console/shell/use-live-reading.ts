import { useEffect, useRef } from 'react';
import { useReading } from './use-call.ts';
import type { Read, Reading } from './use-call.ts';

/**
 * Reads, and reads again whenever `changes` grows, as the page's own doing. Not while nobody looks at the page: what is read counts as
 * seen.
 */
export function useLiveReading<T>(read: Read<T>, changes: number): Reading<T> {
  const reading = useReading(read);
  const { againByItself } = reading;
  const done = useRef(changes);
  useEffect(() => {
    const catchUp = (): void => {
      if (document.visibilityState !== 'visible' || done.current === changes) return;
      done.current = changes;
      againByItself();
    };
    catchUp();
    document.addEventListener('visibilitychange', catchUp);
    return () => document.removeEventListener('visibilitychange', catchUp);
  }, [changes, againByItself]);
  return reading;
}

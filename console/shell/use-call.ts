import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { byItself } from './by-itself.ts';
import { useSession } from './session.tsx';

/** Runs calls of the interface; one that finds the session over leads to the sign-in page. */
export function useAct(): <T>(call: () => Promise<T>) => Promise<T> {
  const { signedOut } = useSession();
  return useCallback(
    async (call) => {
      try {
        return await call();
      } catch (error) {
        if (error instanceof ApiError && error.refusal?.code === 'notSignedIn') signedOut('ended');
        throw error;
      }
    },
    [signedOut],
  );
}

export interface Reading<T> {
  data: T | null;
  error: unknown;
  reading: boolean;
  again: () => void;
  /** As the page's own doing, which keeps nobody signed in. */
  againByItself: () => void;
}

/** Takes the headers that tell the server whether somebody asks, or the page by itself. */
export type Read<T> = (headers: Record<string, string>) => Promise<T>;

/** Reads when the page opens and whenever `read` changes; an answer that came too late is let go. */
export function useReading<T>(read: Read<T>): Reading<T> {
  const act = useAct();
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [reading, setReading] = useState(true);
  const [round, setRound] = useState<object | null>(null);
  const headers = useRef<Record<string, string>>({});
  useEffect(() => {
    let wanted = true;
    setReading(true);
    const given = headers.current;
    headers.current = {};
    act(async () => read(given))
      .then(
        (answer) => {
          if (!wanted) return;
          setData(answer);
          setError(null);
        },
        (problem: unknown) => {
          if (wanted) setError(problem);
        },
      )
      .finally(() => {
        if (wanted) setReading(false);
      });
    return () => {
      wanted = false;
    };
  }, [act, read, round]);
  const again = useCallback(() => setRound({}), []);
  const againByItself = useCallback(() => {
    headers.current = byItself;
    setRound({});
  }, []);
  return { data, error, reading, again, againByItself };
}

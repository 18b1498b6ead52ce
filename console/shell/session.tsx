import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { answerOf, api, ApiError } from '../api/client.ts';
import type { Schemas } from '../api/client.ts';

export type Me = Schemas['Me'];

interface Session {
  /** Null until it is known. */
  state: Schemas['SessionState'] | null;
  error: ApiError | null;
  refresh: () => void;
  signedIn: (me: Me) => void;
  /** `ended`: it was over by itself. */
  signedOut: (how?: 'ended') => void;
  ended: boolean;
}

const Context = createContext<Session | null>(null);

export function SessionProvider({ children }: { children: ReactNode }): ReactNode {
  const [state, setState] = useState<Session['state']>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [ended, setEnded] = useState(false);
  const refresh = useCallback(() => {
    setError(null);
    answerOf(api.GET('/api/console/v1/session')).then(setState, (problem: unknown) =>
      setError(problem instanceof ApiError ? problem : new ApiError(null)),
    );
  }, []);
  useEffect(refresh, [refresh]);
  const staffId = state?.me?.staffId ?? null;
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (staffId === null) return;
    // What pages keep (words searched for, unsent choices) is not for whoever signs in next at the same desk.
    if (before.current !== null && before.current !== staffId) window.location.reload();
    before.current = staffId;
  }, [staffId]);
  const become = useCallback((me: Me | null, isOver: boolean) => {
    setEnded(isOver);
    setState((now) => ({ trial: now?.trial ?? false, telegramBotId: now?.telegramBotId ?? null, me }));
  }, []);
  const signedIn = useCallback((me: Me) => become(me, false), [become]);
  const signedOut = useCallback((how?: 'ended') => become(null, how === 'ended'), [become]);
  const session = useMemo(
    (): Session => ({ state, error, refresh, ended, signedIn, signedOut }),
    [state, error, refresh, ended, signedIn, signedOut],
  );
  return <Context value={session}>{children}</Context>;
}

export function useSession(): Session {
  const session = useContext(Context);
  if (session === null) throw new Error('no session around this');
  return session;
}

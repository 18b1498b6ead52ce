import { useEffect, useRef, useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { byItself } from './by-itself.ts';
import { useSession } from './session.tsx';

export interface TicketsChanged {
  ids: number[];
  /** Everything is to be read again. */
  all: boolean;
}

const againMs = 5_000;

/** Calls `changed` whenever tickets did. The browser goes on from where a lost connection broke off. False while there is none. */
export function useTicketEvents(changed: (event: TicketsChanged) => void): boolean {
  const { signedOut } = useSession();
  const [live, setLive] = useState(false);
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  }, [changed]);
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: number | undefined;
    const open = (): void => {
      source = new EventSource('/api/console/v1/tickets/events');
      source.onopen = () => setLive(true);
      source.onmessage = ({ data }: MessageEvent<string>) =>
        latest.current(JSON.parse(data) as TicketsChanged);
      source.onerror = () => {
        setLive(false);
        // The browser tries again by itself unless it was refused.
        if (source?.readyState === EventSource.CLOSED) void refused();
      };
    };
    const refused = async (): Promise<void> => {
      const read = answerOf(api.GET('/api/console/v1/session', { headers: byItself }));
      const session = await read.catch(() => null);
      if (session?.me === null) signedOut('ended');
      else timer = window.setTimeout(open, againMs);
    };
    open();
    return () => {
      source?.close();
      window.clearTimeout(timer);
    };
  }, [signedOut]);
  return live;
}

import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import { browserName } from '../../knowledge/console/browser-name.ts';
import type { ConsolePorts } from '../contract.ts';
import { setPendingCookie, setSessionCookie } from './session-cookie.ts';

/** Somebody who works all day signs in once a day. */
const sessionHours = 12;
const hourMs = 3_600_000;
const pendingMinutes = 5;

interface Http {
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface Entrance {
  /** A session, or the wait for its second step where the account has one: null then. */
  enter(http: Http, account: ConsoleAccount): Promise<ReturnType<typeof meOf> | null>;
  /** A session, whatever the account has. */
  open(http: Http, account: ConsoleAccount): Promise<ReturnType<typeof meOf>>;
}

/** Where every way of signing in leads through. */
export function createEntrance(
  ports: Pick<ConsolePorts, 'sessions' | 'totp' | 'pendingSignIns' | 'clock'> & { publicUrl: string | null },
): Entrance {
  const { sessions, totp, pendingSignIns, clock, publicUrl } = ports;
  const times = (lastsMs: number): { now: string; expiresAt: string } => {
    const now = clock.now();
    return { now: now.toISOString(), expiresAt: new Date(now.getTime() + lastsMs).toISOString() };
  };
  const newToken = (): string => randomBytes(32).toString('base64url');

  const open: Entrance['open'] = async (http, account) => {
    const token = newToken();
    const browser = browserName(http.request.headers['user-agent']);
    await sessions.open({ staffId: account.staffId, token, browser, ...times(sessionHours * hourMs) });
    setSessionCookie(http, publicUrl, token, sessionHours * 3600);
    return meOf(account);
  };
  return {
    open,
    enter: async (http, account) => {
      const { staffId } = account;
      if ((await totp.find(staffId))?.on !== true) return open(http, account);
      const token = newToken();
      await pendingSignIns.open({ staffId, token, ...times(pendingMinutes * 60_000) });
      setPendingCookie(http, publicUrl, token, pendingMinutes * 60);
      return null;
    },
  };
}

export const meOf = ({ staffId, name, login, role, cities }: ConsoleAccount) => ({
  ...{ staffId, name, login: login ?? '', role, cities },
});

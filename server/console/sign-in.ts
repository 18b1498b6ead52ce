import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import { browserName } from '../../knowledge/console/browser-name.ts';
import { isLogin, normalLogin, problemWithPassword } from '../../knowledge/console/password-rules.ts';
import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import type { Passwords } from './passwords.ts';
import { Refused } from './refusals.ts';
import { setSessionCookie } from './session-cookie.ts';
import { createSignInLimit } from './sign-in-limit.ts';

/** Somebody who works all day signs in once a day. */
const sessionHours = 12;
const hourMs = 3_600_000;

type Ids = 'readSession' | 'signIn' | 'readInvitation' | 'acceptInvitation';

/** What is open to somebody who is not signed in. */
export function signInHandlers(
  ports: ConsolePorts & { publicUrl: string | null; trial: boolean; passwords: Passwords },
): Handlers<Ids> {
  const { accounts, sessions, audit, clock, passwords } = ports;
  const limit = createSignInLimit(clock);
  const now = (): string => clock.now().toISOString();

  const open = async (
    http: { request: FastifyRequest; reply: FastifyReply },
    staffId: string,
  ): Promise<void> => {
    const token = randomBytes(32).toString('base64url');
    const browser = browserName(http.request.headers['user-agent']);
    const expiresAt = new Date(clock.now().getTime() + sessionHours * hourMs).toISOString();
    await sessions.open({ staffId, token, browser, now: now(), expiresAt });
    setSessionCookie(http, ports.publicUrl, token, sessionHours * 3600);
  };

  return {
    readSession: async ({ viewer }) => ({ trial: ports.trial, me: viewer && meOf(viewer.account) }),

    signIn: async ({ body, request, reply }) => {
      const login = normalLogin(body.login);
      if (!limit.allow(request.ip, login)) throw new Refused('tooManyTries');
      const found = isLogin(login) ? await accounts.findByLogin(login) : null;
      const matches = await passwords.verify(found?.passwordHash ?? null, body.password);
      if (found === null || !matches || found.disabled) {
        // Neither the address nor what was typed: somebody may have typed a password in the place of the login.
        const actor = found?.staffId ?? 'nobody';
        const outcome = matches ? 'disabled' : 'wrong';
        await audit.record({ actor, action: 'console.signIn', target: 'console', outcome });
        throw new Refused('wrongLogin');
      }
      await open({ request, reply }, found.staffId);
      await audit.record({
        ...{ actor: found.staffId, action: 'console.signIn', target: 'console', outcome: 'done' },
      });
      return meOf(found);
    },

    readInvitation: async ({ body }) => {
      const account = await accounts.findInvitation(body.token, now());
      if (account === null) throw new Refused('invitationGone');
      return { name: account.name, login: account.login };
    },

    acceptInvitation: async ({ body, request, reply }) => {
      const { token } = body;
      // Before a password is hashed for somebody who was not invited.
      if ((await accounts.findInvitation(token, now())) === null) throw new Refused('invitationGone');
      const [name, login] = [body.name.trim(), normalLogin(body.login)];
      if (name === '' || Array.from(name).length > 50) throw new Refused('nameBad');
      if (!isLogin(login)) throw new Refused('loginBad');
      const problem = problemWithPassword(body.password, login);
      if (problem !== null) throw new Refused(problem);
      const passwordHash = await passwords.hash(body.password);
      const result = await accounts.accept({ token, name, login, passwordHash, now: now() });
      if (result.outcome === 'gone') throw new Refused('invitationGone');
      if (result.outcome === 'loginTaken') throw new Refused('loginTaken');
      const { staffId } = result;
      await open({ request, reply }, staffId);
      await audit.record({
        actor: staffId,
        action: 'console.acceptInvitation',
        target: staffId,
        outcome: 'done',
      });
      const account = await accounts.find(staffId);
      if (account === null) throw new Refused('invitationGone');
      return meOf(account);
    },
  };
}

const meOf = ({ staffId, name, login, role, cities }: ConsoleAccount) => ({
  ...{ staffId, name, login: login ?? '', role, cities },
});

import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemWithPassword } from '../../knowledge/console/password-rules.ts';
import type { ConsolePorts } from '../contract.ts';
import type { Handlers } from './handlers.ts';
import { idleSince } from './idle.ts';
import type { Passwords } from './passwords.ts';
import { Refused } from './refusals.ts';
import { setSessionCookie } from './session-cookie.ts';
import { createSignInLimit } from './sign-in-limit.ts';

type Ids = 'signOut' | 'signOutEverywhere' | 'listSessions' | 'endSession' | 'changePassword';

/** What everybody who is signed in does with the own account. */
export function ownAccountHandlers(
  ports: ConsolePorts & { publicUrl: string | null; passwords: Passwords },
): Handlers<Ids> {
  const { accounts, sessions, audit, clock, passwords } = ports;
  const limit = createSignInLimit(clock);
  const clearCookie = (http: { request: FastifyRequest; reply: FastifyReply }): void =>
    setSessionCookie(http, ports.publicUrl, '', 0);
  const note = async (staffId: string, action: string, detail?: object): Promise<void> =>
    audit.record({
      ...{ actor: staffId, action: `console.${action}`, target: staffId, outcome: 'done' },
      ...(detail !== undefined && { detail: JSON.stringify(detail) }),
    });

  return {
    signOut: async ({ viewer: { account, session }, ...http }) => {
      await sessions.end(account.staffId, session.id);
      await note(account.staffId, 'signOut');
      clearCookie(http);
      return {};
    },

    signOutEverywhere: async ({ viewer: { account }, ...http }) => {
      const ended = await sessions.endAll(account.staffId);
      await note(account.staffId, 'signOutEverywhere', { ended });
      clearCookie(http);
      return {};
    },

    listSessions: async ({ viewer: { account, session } }) => {
      const now = clock.now();
      const all = await sessions.listOf(account.staffId, now.toISOString(), idleSince(now));
      return { sessions: all.map((one) => ({ ...one, current: one.id === session.id })) };
    },

    endSession: async ({ viewer: { account }, body }) => {
      if (!(await sessions.end(account.staffId, body.id))) throw new Refused('notFound');
      await note(account.staffId, 'endSession');
      return {};
    },

    changePassword: async ({ viewer: { account, session }, body }) => {
      const { staffId } = account;
      // Somebody at a screen that was left open is not given more tries than at the door.
      if (!limit.allow(session.id, staffId)) throw new Refused('tooManyTries');
      const stored = await accounts.find(staffId);
      if (!(await passwords.verify(stored?.passwordHash ?? null, body.current)))
        throw new Refused('wrongPassword');
      const problem = problemWithPassword(body.next, account.login ?? '');
      if (problem !== null) throw new Refused(problem);
      await accounts.setPassword(staffId, await passwords.hash(body.next), session.id);
      await note(staffId, 'changePassword');
      return {};
    },
  };
}

import { isLogin, normalLogin, problemWithPassword } from '../../knowledge/console/password-rules.ts';
import type { ConsolePorts } from '../contract.ts';
import { meOf } from './entrance.ts';
import type { Entrance } from './entrance.ts';
import type { Handlers } from './handlers.ts';
import type { Passwords } from './passwords.ts';
import { Refused } from './refusals.ts';
import { createSignInLimit } from './sign-in-limit.ts';

type Ids = 'readSession' | 'signIn' | 'readInvitation' | 'acceptInvitation';

/** What is open to somebody who is not signed in. */
export function signInHandlers(
  ports: ConsolePorts & {
    publicUrl: string | null;
    trial: boolean;
    passwords: Passwords;
    entrance: Entrance;
  },
): Handlers<Ids> {
  const { accounts, audit, clock, passwords, entrance } = ports;
  const limit = createSignInLimit(clock);
  const now = (): string => clock.now().toISOString();

  return {
    readSession: async ({ viewer }) => ({
      ...{ trial: ports.trial, me: viewer && meOf(viewer.account) },
      telegramBotId: ports.telegramLogin.botId(),
    }),

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
      const me = await entrance.enter({ request, reply }, found);
      const outcome = me === null ? 'codeAwaited' : 'done';
      await audit.record({ actor: found.staffId, action: 'console.signIn', target: 'console', outcome });
      return { me };
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
      const account = await accounts.find(staffId);
      if (account === null) throw new Refused('invitationGone');
      // An invitation that came into other hands does not do for the second step.
      const me = await entrance.enter({ request, reply }, account);
      await audit.record({
        actor: staffId,
        action: 'console.acceptInvitation',
        target: staffId,
        outcome: 'done',
      });
      return { me };
    },
  };
}

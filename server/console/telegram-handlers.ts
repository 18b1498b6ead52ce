import type { LoginData } from '../../bot/channels/telegram/login-data.ts';
import type { ConsolePorts } from '../contract.ts';
import type { Entrance } from './entrance.ts';
import type { Handlers, SignedIn } from './handlers.ts';
import type { Passwords } from './passwords.ts';
import { Refused } from './refusals.ts';
import { createSignInLimit } from './sign-in-limit.ts';
import type { telegramOperations } from './telegram-operations.ts';

/** Signing in with Telegram, where a bot is connected: instead of the password, not of the second step. */
export function telegramHandlers(
  ports: ConsolePorts & { passwords: Passwords; entrance: Entrance },
): Handlers<keyof typeof telegramOperations> {
  const { accounts, telegram, telegramLogin, audit, clock, passwords, entrance } = ports;
  const limit = createSignInLimit(clock);

  /** The Telegram account whose login this is, which is thereby used up. Throws `Refused`. */
  const take = async (data: LoginData): Promise<string> => {
    if (telegramLogin.botId() === null) throw new Refused('telegramOff');
    const now = clock.now();
    const checked = telegramLogin.check(data, now);
    if (checked.outcome === 'forged') throw new Refused('telegramForged');
    if (checked.outcome === 'stale') throw new Refused('telegramStale');
    const { userId, hash, until } = checked;
    if (!(await telegram.takeLogin(hash, now.toISOString(), until.toISOString())))
      throw new Refused('telegramStale');
    return userId;
  };
  const count = (from: string, whose: string): void => {
    if (!limit.allow(from, whose)) throw new Refused('tooManyTries');
  };
  const note = async ({ account: { staffId } }: SignedIn, action: string): Promise<void> =>
    audit.record({ actor: staffId, action: `console.${action}`, target: staffId, outcome: 'done' });

  return {
    signInByTelegram: async ({ body: { data }, ...http }) => {
      const entry = {
        action: 'console.signIn',
        target: 'console',
        detail: JSON.stringify({ by: 'telegram' }),
      };
      count(http.request.ip, `telegram ${String(data['id'])}`);
      const telegramId = await take(data).catch(async (error: unknown) => {
        if (error instanceof Refused) await audit.record({ ...entry, actor: 'nobody', outcome: error.code });
        throw error;
      });
      const account = await telegram.accountWith(telegramId);
      if (account === null || account.disabled) {
        const outcome = account === null ? 'unlinked' : 'disabled';
        await audit.record({ ...entry, actor: account?.staffId ?? 'nobody', outcome });
        throw new Refused('telegramUnknown');
      }
      const me = await entrance.enter(http, account);
      const outcome = me === null ? 'codeAwaited' : 'done';
      await audit.record({ ...entry, actor: account.staffId, outcome });
      return { me };
    },

    readTelegram: async ({ viewer }) => ({ linked: await telegram.isLinked(viewer.account.staffId) }),

    linkTelegram: async ({ viewer, body: { password, data } }) => {
      const { staffId } = viewer.account;
      // A screen that was left open must not do for a way in that stays.
      count(viewer.session.id, staffId);
      const stored = await accounts.find(staffId);
      if (!(await passwords.verify(stored?.passwordHash ?? null, password)))
        throw new Refused('wrongPassword');
      if (!(await telegram.link(staffId, await take(data)))) throw new Refused('telegramTaken');
      await note(viewer, 'linkTelegram');
      return {};
    },

    unlinkTelegram: async ({ viewer }) => {
      if (await telegram.unlink(viewer.account.staffId)) await note(viewer, 'unlinkTelegram');
      return {};
    },
  };
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  codeIn,
  cookieIn,
  password,
  startConsoleServer,
  telegramBotToken,
} from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { signedByTelegram } from '../support/telegram-login.ts';
import { totpCode } from '../support/totp-code.ts';

let server: ConsoleServer;
let pages: string;
let audited: { actor: string; action: string; outcome: string; detail?: string }[];
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'tongbao-pages-'));
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>x</title>');
  server = await startConsoleServer({
    pages,
    prepare: async (stores) => {
      const record = stores.audit.record.bind(stores.audit);
      stores.audit.record = async (entry) => {
        audited.push(entry);
        await record(entry);
      };
    },
  });
});
afterAll(async () => {
  await server.dispose();
  await rm(pages, { recursive: true });
});
beforeEach(() => {
  audited = [];
  // Tries of the test before are forgotten.
  pass(3600);
});

const pass = (seconds: number): void => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000);
};
const post = async (path: string, body: unknown, cookie = ''): Promise<Response> =>
  server.call('POST', path, { body, headers: { cookie } });
let people = 700_000_000;
/** A login of that Telegram account, another one each time. */
const loginOf = (id: number) => {
  pass(1);
  const auth_date = Math.floor(server.clock.now.getTime() / 1000);
  return signedByTelegram(telegramBotToken, { id, first_name: '测', auth_date });
};
async function linked() {
  const account = await server.signedIn('operator');
  const id = (people += 1);
  const response = await post('/telegram/link', { password, data: loginOf(id) }, account.cookie);
  expect(response.status).toBe(200);
  return { ...account, id };
}
const isIn = async (cookie: string): Promise<boolean> => {
  const response = await server.call('GET', '/session', { headers: { cookie } });
  return ((await response.json()) as { me: unknown }).me !== null;
};

describe('signing in with Telegram', () => {
  it('lets in whoever linked it, and notes that', async () => {
    const { id, login, staffId } = await linked();
    audited = [];
    const response = await post('/sign-in/telegram', { data: loginOf(id) });
    expect(await response.json()).toMatchObject({ me: { login, role: 'operator' } });
    expect(await isIn(cookieIn(response))).toBe(true);
    expect(audited).toMatchObject([
      { actor: staffId, action: 'console.signIn', outcome: 'done', detail: '{"by":"telegram"}' },
    ]);
    expect(JSON.stringify(server.logged)).not.toContain(String(id));
  });

  it('takes a login of Telegram once', async () => {
    const { id } = await linked();
    const data = loginOf(id);
    const both = await Promise.all([
      post('/sign-in/telegram', { data }),
      post('/sign-in/telegram', { data }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect(await codeIn(await post('/sign-in/telegram', { data }))).toBe('telegramStale');
    const used = loginOf(id);
    const { cookie } = await server.signedIn('viewer');
    expect(await codeIn(await post('/telegram/link', { password, data: used }, cookie))).toBe(
      'telegramTaken',
    );
    expect(await codeIn(await post('/sign-in/telegram', { data: used }))).toBe('telegramStale');
  });

  it('refuses what is forged, stale, of nobody, and of a disabled account', async () => {
    const { id, staffId } = await linked();
    const refusalOf = async (data: object): Promise<unknown> =>
      codeIn(await post('/sign-in/telegram', { data }));
    expect(await refusalOf({ ...loginOf(id), hash: '0'.repeat(64) })).toBe('telegramForged');
    const stale = loginOf(id);
    pass(301);
    expect(await refusalOf(stale)).toBe('telegramStale');
    expect(await refusalOf(loginOf(699_999_999))).toBe('telegramUnknown');
    await server.stores.consoleAccounts.change(staffId, { disabled: true });
    expect(await refusalOf(loginOf(id))).toBe('telegramUnknown');
    expect(audited.slice(-4).map(({ actor, outcome }) => [actor, outcome])).toEqual([
      ['nobody', 'telegramForged'],
      ['nobody', 'telegramStale'],
      ['nobody', 'unlinked'],
      [staffId, 'disabled'],
    ]);
  });

  it('does not do for the second step', async () => {
    const { id, cookie } = await linked();
    const begun = await post('/totp/begin', { password }, cookie);
    const { secret } = (await begun.json()) as { secret: string };
    await post('/totp/confirm', { code: totpCode(secret, server.clock.now) }, cookie);
    const response = await post('/sign-in/telegram', { data: loginOf(id) });
    expect(await response.json()).toEqual({ me: null });
    expect(await isIn(cookieIn(response))).toBe(false);
    pass(60);
    const code = totpCode(secret, server.clock.now);
    const entered = await post('/sign-in/code', { code }, cookieIn(response));
    expect(await isIn(cookieIn(entered))).toBe(true);
  });

  it('holds back who tries too often', async () => {
    const data = { ...loginOf(people + 1000), hash: 'x' };
    for (let i = 0; i < 10; i += 1)
      expect(await codeIn(await post('/sign-in/telegram', { data }))).toBe('telegramForged');
    expect(await codeIn(await post('/sign-in/telegram', { data }))).toBe('tooManyTries');
  });
});

describe('linking Telegram', () => {
  it('takes the password, and ends when it is undone or an administrator lets somebody choose a new password', async () => {
    const { id, cookie, staffId, login } = await linked();
    expect(await codeIn(await post('/telegram/link', { password: 'x', data: loginOf(id) }, cookie))).toBe(
      'wrongPassword',
    );
    const state = await server.call('GET', '/telegram', { headers: { cookie } });
    expect(await state.json()).toEqual({ linked: true });
    for (let i = 0; i < 2; i += 1) expect((await post('/telegram/unlink', {}, cookie)).status).toBe(200);
    expect(audited.filter(({ action }) => action === 'console.unlinkTelegram')).toHaveLength(1);
    expect(await codeIn(await post('/sign-in/telegram', { data: loginOf(id) }))).toBe('telegramUnknown');
    await post('/telegram/link', { password, data: loginOf(id) }, cookie);
    const now = server.clock.now.toISOString();
    const expiresAt = new Date(server.clock.now.getTime() + 60_000).toISOString();
    const invited = {
      staffId,
      token: 't'.repeat(43),
      role: 'operator' as const,
      cities: null,
      now,
      expiresAt,
    };
    await server.stores.consoleAccounts.invite(invited);
    await post('/invitation/accept', { token: invited.token, name: '测试员', login, password });
    expect(await server.stores.consoleTelegram.isLinked(staffId)).toBe(false);
  });
});

describe('the pages', () => {
  const headersOf = async (path: string, of = server): Promise<(string | null)[]> => {
    const { headers } = await fetch(`${of.url}/console${path}`);
    return ['content-security-policy', 'cross-origin-opener-policy'].map((name) => headers.get(name));
  };

  it('load from Telegram on one page alone, where a bot is connected', async () => {
    const [policy, opener] = await headersOf('/telegram');
    expect(policy).toContain("script-src 'self' https://telegram.org/js/telegram-widget.js;");
    expect(policy).toContain("connect-src 'self' https://oauth.telegram.org;");
    expect(opener).toBe('same-origin-allow-popups');
    for (const path of ['', '/account', '/telegram/more', '/firms']) {
      const [strict, alone] = await headersOf(path);
      expect([path, strict?.includes('telegram'), alone]).toEqual([path, false, 'same-origin']);
    }
  });

  it('do not where there is none, and nobody signs in by it', async () => {
    const other = await startConsoleServer({ pages, telegram: false });
    try {
      expect((await headersOf('/telegram', other))[0]).not.toContain('telegram');
      const session = await other.call('GET', '/session');
      expect(await session.json()).toMatchObject({ telegramBotId: null });
      const data = signedByTelegram(telegramBotToken, {
        ...{ id: 1, auth_date: Math.floor(other.clock.now.getTime() / 1000) },
      });
      const refused = await other.call('POST', '/sign-in/telegram', { body: { data } });
      expect([refused.status, await codeIn(refused)]).toEqual([409, 'telegramOff']);
    } finally {
      await other.dispose();
    }
  });
});

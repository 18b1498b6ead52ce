import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cookieIn, codeIn, password, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';

let server: ConsoleServer;
let audited: { actor: string; action: string; outcome: string; detail?: string }[];
beforeEach(async () => {
  audited = [];
  server = await startConsoleServer({
    prepare: async (stores) => {
      const record = stores.audit.record.bind(stores.audit);
      stores.audit.record = async (entry) => {
        audited.push(entry);
        await record(entry);
      };
    },
  });
});
afterEach(() => server.dispose());

const minutes = (n: number): void => {
  server.clock.now = new Date(server.clock.now.getTime() + n * 60_000);
};
const signIn = async (login: string, given = password, headers: Record<string, string> = {}) =>
  server.call('POST', '/sign-in', { body: { login, password: given }, headers });
const whoIs = async (cookie: string): Promise<unknown> => {
  const response = await server.call('GET', '/session', { headers: { cookie } });
  return ((await response.json()) as { me: { login: string } | null }).me?.login ?? null;
};

describe('an invitation', () => {
  it('makes an account once, and signs in', async () => {
    const { token, staffId } = await server.invite('operator', ['淮安']);
    const known = await server.call('POST', '/invitation', { body: { token } });
    expect(await known.json()).toEqual({ name: '测试员', login: null });
    const body = { token, name: ' 李四 ', login: 'Li.Si', password };
    const response = await server.call('POST', '/invitation/accept', { body });
    expect(await response.json()).toEqual({
      me: { staffId, name: '李四', login: 'li.si', role: 'operator', cities: ['淮安'] },
    });
    expect(await whoIs(cookieIn(response))).toBe('li.si');
    expect(await codeIn(await server.call('POST', '/invitation/accept', { body }))).toBe('invitationGone');
    expect(await codeIn(await server.call('POST', '/invitation', { body: { token } }))).toBe(
      'invitationGone',
    );
  });

  it('ends with its time, and with a newer one', async () => {
    const { token } = await server.invite('admin');
    minutes(61);
    expect(await codeIn(await server.call('POST', '/invitation', { body: { token } }))).toBe(
      'invitationGone',
    );
  });

  it.each([
    ['passwordTooShort', { password: '短密码' }],
    ['passwordIsLogin', { login: 'wang.wu.2026', password: 'Wang.Wu.2026' }],
    ['passwordCommon', { password: 'Password123!' }],
    ['passwordCommon', { password: '1234567890' }],
    ['passwordTooLong', { password: 'x1'.repeat(65) }],
    ['loginBad', { login: '王五' }],
    ['nameBad', { name: ' ' }],
  ])('is not used up by what is refused as %s', async (code, wrong) => {
    const { token } = await server.invite('viewer');
    const right = { token, name: '王五', login: 'wangwu', password };
    const refused = await server.call('POST', '/invitation/accept', { body: { ...right, ...wrong } });
    expect(await codeIn(refused)).toBe(code);
    expect((await server.call('POST', '/invitation/accept', { body: right })).status).toBe(200);
  });

  it('gives nobody the login of somebody else', async () => {
    const { login } = await server.signedIn('viewer');
    const { token } = await server.invite('viewer');
    const body = { token, name: '王五', login, password };
    expect(await codeIn(await server.call('POST', '/invitation/accept', { body }))).toBe('loginTaken');
  });
});

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends', async () => {
    const { login } = await server.signedIn('viewer');
    const response = await signIn(login.toUpperCase());
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^tongbao_console=[\w-]{43}; Path=\/api\/console\/v1; HttpOnly; SameSite=Strict; Max-Age=43200$/,
    );
    expect(await whoIs(cookieIn(response))).toBe(login);
  });

  it('answers an unknown login, a wrong password and a disabled account alike', async () => {
    const { login } = await server.signedIn('viewer');
    const disabled = await server.signedIn('viewer');
    await server.stores.consoleAccounts.change(disabled.staffId, { disabled: true });
    const answers = [
      await signIn(login, 'wrong password'),
      await signIn('nobody-at-all'),
      await signIn(disabled.login),
    ];
    const told = await Promise.all(answers.map(async (one) => [one.status, await one.text()]));
    expect(new Set(told.map(String)).size).toBe(1);
    expect(told[0]?.[0]).toBe(401);
    expect(await whoIs(disabled.cookie)).toBe(null);
  });

  it('notes who came in and who did not, without password, login or address', async () => {
    const { login, staffId } = await server.signedIn('viewer');
    audited.length = 0;
    await signIn(login, 'wrong password');
    await signIn('secret-typed-as-login');
    await signIn(login);
    expect(audited.map(({ actor, action, outcome }) => [actor, action, outcome])).toEqual([
      [staffId, 'console.signIn', 'wrong'],
      ['nobody', 'console.signIn', 'wrong'],
      [staffId, 'console.signIn', 'done'],
    ]);
    const all = JSON.stringify(audited);
    for (const hidden of ['wrong password', 'secret-typed', login, '127.0.0.1'])
      expect(all).not.toContain(hidden);
    expect(JSON.stringify(server.logged)).not.toContain(login);
  });

  it('refuses a login after ten tries, for a quarter of an hour, and nobody else', async () => {
    const { login } = await server.signedIn('viewer');
    const other = await server.signedIn('viewer');
    const tries = await Promise.all(Array.from({ length: 12 }, async () => signIn(login, 'wrong password')));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
    const refused = await signIn(login);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
    expect((await signIn(other.login)).status).toBe(200);
    minutes(16);
    expect((await signIn(login)).status).toBe(200);
  });

  it('counts by the address that a trusted proxy saw, not by what is claimed to it', async () => {
    await server.dispose();
    server = await startConsoleServer({ settings: { trustProxy: ['127.0.0.1'] } });
    const from = async (last: string): Promise<number> =>
      (await signIn(`l${Math.random()}`, 'x', { 'x-forwarded-for': `${Math.random()}, ${last}` })).status;
    for (let i = 0; i < 50; i += 1) expect(await from('203.0.113.9')).toBe(401);
    expect(await from('203.0.113.9')).toBe(429);
    expect(await from('203.0.113.10')).toBe(401);
    // Of IPv6 somebody has a whole network to try from.
    for (let i = 0; i < 50; i += 1) await from(`2001:db8:1:2::${i.toString(16)}`);
    expect(await from('2001:db8:1:2:ffff::1')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(401);
  });
});

describe('a session', () => {
  it('ends after an hour without use, and after twelve in any case', async () => {
    const { login, cookie } = await server.signedIn('viewer');
    minutes(61);
    expect(await whoIs(cookie)).toBe(null);
    const used = cookieIn(await signIn(login));
    for (let i = 0; i < 14; i += 1) {
      minutes(50);
      expect(await whoIs(used)).toBe(login);
    }
    minutes(30);
    expect(await whoIs(used)).toBe(null);
  });

  it('is listed with its browser, and ended alone or with all others', async () => {
    const { login, cookie } = await server.signedIn('viewer');
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
    const other = cookieIn(await signIn(login, password, { 'user-agent': agent }));
    const list = async (): Promise<{ id: string; browser: string | null; current: boolean }[]> => {
      const response = await server.call('GET', '/sessions', { headers: { cookie } });
      return ((await response.json()) as { sessions: { id: string; browser: string; current: boolean }[] })
        .sessions;
    };
    const sessions = await list();
    const another = sessions.find(({ current }) => !current);
    expect([sessions.length, another?.browser]).toEqual([2, 'Chrome, Windows']);
    await server.call('POST', '/sessions/end', { headers: { cookie }, body: { id: another?.id } });
    expect(await whoIs(other)).toBe(null);
    const third = cookieIn(await signIn(login));
    await server.call('POST', '/sign-out-everywhere', { headers: { cookie }, body: {} });
    expect([await whoIs(cookie), await whoIs(third)]).toEqual([null, null]);
  });

  it('of somebody else cannot be ended', async () => {
    const mine = await server.signedIn('admin');
    const theirs = await server.signedIn('viewer');
    const now = server.clock.now.toISOString();
    const [session] = await server.stores.consoleSessions.listOf(
      theirs.staffId,
      now,
      new Date(0).toISOString(),
    );
    const { cookie } = mine;
    const response = await server.call('POST', '/sessions/end', {
      headers: { cookie },
      body: { id: session?.id },
    });
    expect(response.status).toBe(404);
    expect(await whoIs(theirs.cookie)).toBe(theirs.login);
  });

  it('is over after signing out, with its cookie', async () => {
    const { cookie } = await server.signedIn('viewer');
    const response = await server.call('POST', '/sign-out', { headers: { cookie }, body: {} });
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await whoIs(cookie)).toBe(null);
    expect(audited.at(-1)?.action).toBe('console.signOut');
  });
});

describe('changing the password', () => {
  it('wants the current one, keeps this session and ends the others', async () => {
    const { login, cookie } = await server.signedIn('viewer');
    const other = cookieIn(await signIn(login));
    const change = async (current: string, next: string) =>
      server.call('POST', '/password', { headers: { cookie }, body: { current, next } });
    expect(await codeIn(await change('not it at all', '另外一个 全新的密码'))).toBe('wrongPassword');
    expect(await codeIn(await change(password, login))).toBe('passwordTooShort');
    expect((await change(password, '另外一个 全新的密码')).status).toBe(200);
    expect([await whoIs(cookie), await whoIs(other)]).toEqual([login, null]);
    expect((await signIn(login)).status).toBe(401);
    expect((await signIn(login, '另外一个 全新的密码')).status).toBe(200);
  });
});

describe('accounts', () => {
  it('are changed by another administrator, at once, and noted', async () => {
    const { cookie, staffId } = await server.signedIn('admin');
    const other = await server.signedIn('viewer');
    const change = async (body: object) =>
      server.call('POST', '/accounts/change', { headers: { cookie }, body });
    expect(await codeIn(await change({ staffId, role: 'viewer' }))).toBe('ownAccount');
    expect(await codeIn(await change({ staffId: 'nobody', role: 'viewer' }))).toBe('notFound');
    expect((await change({ staffId: other.staffId, role: 'admin', cities: ['南京'] })).status).toBe(200);
    expect(audited.at(-1)).toMatchObject({
      action: 'console.changeAccount',
      detail: '{"role":"admin","cities":["南京"]}',
    });
    const asOther = await server.call('GET', '/accounts', { headers: { cookie: other.cookie } });
    // Who manages some cities only manages no accounts.
    expect(asOther.status).toBe(403);
    expect(await codeIn(await change({ staffId: other.staffId, cities: [] }))).toBe('citiesMissing');
    expect(await codeIn(await change({ staffId: other.staffId, cities: ['上海'] }))).toBe('cityUnknown');
    expect((await server.stores.consoleAccounts.find(other.staffId))?.cities).toEqual(['南京']);
    await change({ staffId: other.staffId, cities: ['江苏省淮安市', '淮安', '南京市'] });
    expect((await server.stores.consoleAccounts.find(other.staffId))?.cities).toEqual(['南京', '淮安']);
    await change({ staffId: other.staffId, cities: null });
    expect((await server.stores.consoleAccounts.find(other.staffId))?.cities).toBe(null);
    await change({ staffId: other.staffId, disabled: true });
    expect(await whoIs(other.cookie)).toBe(null);
  });

  it('are not changed by an administrator of some cities, nor is the last of the whole office', async () => {
    const { cookie, staffId } = await server.signedIn('admin', ['南京']);
    const whole = await server.signedIn('admin');
    const change = async (body: object, by: string) =>
      codeIn(await server.call('POST', '/accounts/change', { headers: { cookie: by }, body }));
    expect(await change({ staffId: whole.staffId, disabled: true }, cookie)).toBe('forbidden');
    for (const one of await server.stores.consoleAccounts.list())
      if (one.staffId !== whole.staffId)
        await server.stores.consoleAccounts.change(one.staffId, { cities: ['南京'] });
    const accounts = server.stores.consoleAccounts;
    for (const part of [{ disabled: true }, { role: 'viewer' as const }, { cities: ['南京'] }])
      expect(await accounts.change(whole.staffId, part)).toBe('lastAdmin');
    expect(await accounts.change(staffId, { disabled: true })).toBe('changed');
  });

  it('go with the member of staff', async () => {
    const { cookie, staffId } = await server.signedIn('viewer');
    await server.stores.identities.removeStaff(staffId);
    expect(await whoIs(cookie)).toBe(null);
  });
});

describe('under a public HTTPS address', () => {
  it('gives the cookie for HTTPS only', async () => {
    await server.dispose();
    server = await startConsoleServer({ settings: { publicUrl: 'https://tongbao.example' } });
    const { login } = await server.signedIn('viewer');
    const { request } = await import('node:http');
    const cookie = await new Promise<string>((resolve, reject) => {
      const headers = {
        ...{ host: 'tongbao.example', origin: 'https://tongbao.example' },
        ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      };
      const sent = request(
        `${server.url}/api/console/v1/sign-in`,
        { method: 'POST', headers },
        (response) => {
          response.resume();
          resolve(response.headers['set-cookie']?.[0] ?? '');
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify({ login, password }));
    });
    expect(cookie).toContain('; Secure');
  });
});

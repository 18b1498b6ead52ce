import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeIn, cookieIn, password, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { totpCode } from '../support/totp-code.ts';

let server: ConsoleServer;
let audited: { actor: string; action: string; target: string; outcome: string; detail?: string }[];
beforeAll(async () => {
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
afterAll(() => server.dispose());
beforeEach(() => {
  audited = [];
  // Tries of the test before are forgotten.
  pass(3600);
});

const pass = (seconds: number): void => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000);
};

const codeOf = (secret: string, at = server.clock.now): string => totpCode(secret, at);
const post = async (path: string, body: unknown, cookie = ''): Promise<Response> =>
  server.call('POST', path, { body, headers: { cookie } });
const signIn = async (login: string): Promise<string> => {
  const response = await post('/sign-in', { login, password });
  expect(await response.json()).toEqual({ me: null });
  return cookieIn(response);
};
const isIn = async (cookie: string): Promise<boolean> => {
  const response = await server.call('GET', '/session', { headers: { cookie } });
  return ((await response.json()) as { me: unknown }).me !== null;
};
type Role = Parameters<ConsoleServer['signedIn']>[0];
async function withTotp(role: Role = 'viewer') {
  const account = await server.signedIn(role);
  const begun = await post('/totp/begin', { password }, account.cookie);
  const { secret, uri } = (await begun.json()) as { secret: string; uri: string };
  const confirmed = await post('/totp/confirm', { code: codeOf(secret) }, account.cookie);
  const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
  pass(60);
  return { ...account, secret, uri, recoveryCodes };
}

describe('turning on the second step', () => {
  it('takes the password, then a first code, and nothing is asked before that', async () => {
    const { login, cookie, staffId } = await server.signedIn('viewer');
    expect(await codeIn(await post('/totp/begin', { password: 'wrong' }, cookie))).toBe('wrongPassword');
    expect(await codeIn(await post('/totp/confirm', { code: '123456' }, cookie))).toBe('totpNotBegun');
    const begun = await post('/totp/begin', { password }, cookie);
    const { secret, uri } = (await begun.json()) as { secret: string; uri: string };
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(uri);
    expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
      ...['otpauth:', 'totp', `/统保:${login}`],
    ]);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      ...{ issuer: '统保', secret, algorithm: 'SHA1', digits: '6', period: '30' },
    });
    for (const code of ['12345x', '１２３４５é'])
      expect(await codeIn(await post('/totp/confirm', { code }, cookie))).toBe('wrongCode');
    expect(audited.map(({ action, outcome }) => [action, outcome])).toEqual(
      expect.arrayContaining([
        ['console.totpBegin', 'wrongPassword'],
        ['console.totpOn', 'wrongCode'],
      ]),
    );
    expect((await post('/sign-in', { login, password })).status).toBe(200);
    const stored = await server.stores.consoleTotp.find(staffId);
    expect(stored).toMatchObject({ on: false, recoveryCodes: 0 });
    expect(stored?.secret).not.toContain(secret);
    const other = cookieIn(await post('/sign-in', { login, password }));
    const confirmed = await post('/totp/confirm', { code: codeOf(secret) }, cookie);
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes.every((code) => /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/.test(code))).toBe(true);
    expect([await isIn(cookie), await isIn(other)]).toEqual([true, false]);
    expect(await codeIn(await post('/totp/begin', { password }, cookie))).toBe('totpOn');
    expect(audited.at(-1)).toMatchObject({ actor: staffId, action: 'console.totpOn', outcome: 'done' });
    expect(JSON.stringify(audited)).not.toContain(secret);
  });
});

describe('signing in with a second step', () => {
  it('gives no session before the code, and one cookie that is good for nothing else', async () => {
    const { login, secret, staffId } = await withTotp();
    audited = [];
    const response = await post('/sign-in', { login, password });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^tongbao_console_pending=[\w-]{43}; Path=\/api\/console\/v1\/sign-in\/code; HttpOnly; SameSite=Strict; Max-Age=300$/,
      ),
    ]);
    const pending = cookieIn(response);
    const asSession = pending.replace('_pending', '');
    expect([await isIn(pending), await isIn(asSession)]).toEqual([false, false]);
    const entered = await post(
      '/sign-in/code',
      { code: ` ${codeOf(secret).replace(/(...)/, '$1 ')}` },
      pending,
    );
    expect(await entered.json()).toMatchObject({ me: { login } });
    expect(await isIn(cookieIn(entered))).toBe(true);
    expect(entered.headers.getSetCookie()[1]).toContain('tongbao_console_pending=;');
    expect(audited.map(({ actor, outcome, detail }) => [actor, outcome, detail])).toEqual([
      [staffId, 'codeAwaited', undefined],
      [staffId, 'done', '{"by":"totp"}'],
    ]);
    pass(60);
    expect(await codeIn(await post('/sign-in/code', { code: codeOf(secret) }, pending))).toBe('signInOver');
  });

  it('takes no code twice, nor an older one after it', async () => {
    const { login, secret } = await withTotp();
    const before = codeOf(secret, new Date(server.clock.now.getTime() - 30_000));
    const code = codeOf(secret);
    expect((await post('/sign-in/code', { code }, await signIn(login))).status).toBe(200);
    expect(await codeIn(await post('/sign-in/code', { code }, await signIn(login)))).toBe('codeUsed');
    expect(await codeIn(await post('/sign-in/code', { code: before }, await signIn(login)))).toBe('codeUsed');
  });

  it('lets only one of two in who send the same code at once', async () => {
    const { login, secret } = await withTotp();
    const waiting = [await signIn(login), await signIn(login)];
    const code = codeOf(secret);
    const answers = await Promise.all(waiting.map(async (cookie) => post('/sign-in/code', { code }, cookie)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it.each([
    [-61, 'wrongCode'],
    [61, 'wrongCode'],
    [-29, undefined],
    [29, undefined],
  ])('bears with a clock that is wrong by half a minute, not more: %i', async (seconds, code) => {
    const { login, secret } = await withTotp();
    // At the middle of a step, so that a second more or less is none.
    pass(15 - ((server.clock.now.getTime() / 1000) % 30));
    const pending = await signIn(login);
    const shown = codeOf(secret, new Date(server.clock.now.getTime() + seconds * 1000));
    expect(await codeIn(await post('/sign-in/code', { code: shown }, pending))).toBe(code);
  });

  it('takes each recovery code once, and only of its account', async () => {
    const { login, recoveryCodes } = await withTotp();
    const other = await withTotp();
    const [first = '', second = ''] = recoveryCodes;
    const wrong = await post('/sign-in/code', { code: first }, await signIn(other.login));
    expect(await codeIn(wrong)).toBe('wrongCode');
    const typed = first.toUpperCase().replaceAll('-', ' ');
    expect((await post('/sign-in/code', { code: typed }, await signIn(login))).status).toBe(200);
    expect(audited.at(-1)?.detail).toBe('{"by":"recovery"}');
    expect(await codeIn(await post('/sign-in/code', { code: first }, await signIn(login)))).toBe('wrongCode');
    expect((await post('/sign-in/code', { code: second }, await signIn(login))).status).toBe(200);
  });

  it('is over after five tries, or five minutes, and holds an account back after ten', async () => {
    const { login, secret } = await withTotp();
    const wrong = async (pending: string): Promise<unknown> =>
      codeIn(await post('/sign-in/code', { code: 'not a code' }, pending));
    const first = await signIn(login);
    for (let i = 0; i < 5; i += 1) expect(await wrong(first)).toBe('wrongCode');
    expect(await codeIn(await post('/sign-in/code', { code: codeOf(secret) }, first))).toBe('signInOver');
    const late = await signIn(login);
    pass(301);
    expect(await wrong(late)).toBe('signInOver');
    const second = await signIn(login);
    // With the one that turned it on, and the five above, the tenth is among these.
    for (let i = 0; i < 5; i += 1) await wrong(second);
    const refused = await post('/sign-in/code', { code: codeOf(secret) }, await signIn(login));
    expect([refused.status, await codeIn(refused)]).toEqual([429, 'tooManyTries']);
    pass(16 * 60);
    expect((await post('/sign-in/code', { code: codeOf(secret) }, await signIn(login))).status).toBe(200);
  });

  it('takes recovery codes alone after fifty wrong codes, however long they took, until one is right', async () => {
    const { login, secret, recoveryCodes } = await withTotp();
    const send = async (code: string): Promise<Response> =>
      post('/sign-in/code', { code }, await signIn(login));
    for (let n = 0; n < 50; n += 1) {
      if (n % 5 === 0) pass(3600);
      expect(await codeIn(await send('000000'))).toBe('wrongCode');
    }
    pass(3600);
    expect(await codeIn(await send(codeOf(secret)))).toBe('codesStopped');
    expect((await send(recoveryCodes[0] ?? '')).status).toBe(200);
    expect((await send(codeOf(secret))).status).toBe(200);
  });

  it('is over when the account is disabled, or its password changes', async () => {
    const { login, secret, staffId } = await withTotp();
    const { consoleAccounts } = server.stores;
    const disabled = await signIn(login);
    await consoleAccounts.change(staffId, { disabled: true });
    expect(await codeIn(await post('/sign-in/code', { code: codeOf(secret) }, disabled))).toBe('signInOver');
    await consoleAccounts.change(staffId, { disabled: false });
    const changed = await signIn(login);
    const stored = await consoleAccounts.find(staffId);
    await consoleAccounts.setPassword(staffId, stored?.passwordHash ?? '', '');
    expect(await codeIn(await post('/sign-in/code', { code: codeOf(secret) }, changed))).toBe('signInOver');
  });

  it('is asked for after an invitation, too', async () => {
    const { login, staffId, secret } = await withTotp();
    const token = 'i'.repeat(43);
    const now = server.clock.now.toISOString();
    const expiresAt = new Date(server.clock.now.getTime() + 60_000).toISOString();
    const invited = { staffId, token, role: 'viewer' as const, cities: null, now, expiresAt };
    await server.stores.consoleAccounts.invite(invited);
    const accepted = await post('/invitation/accept', { token, name: '测试员', login, password });
    expect(await accepted.json()).toEqual({ me: null });
    const entered = await post('/sign-in/code', { code: codeOf(secret) }, cookieIn(accepted));
    expect(await isIn(cookieIn(entered))).toBe(true);
  });

  it('says when a key is missing, and recovery codes still work', async () => {
    const { login, staffId, secret, recoveryCodes } = await withTotp();
    const { consoleTotp } = server.stores;
    // Sealed for somebody else: it opens for nobody but them.
    const other = await withTotp();
    const theirs = (await consoleTotp.find(other.staffId))?.secret ?? '';
    await consoleTotp.end(staffId, null);
    await consoleTotp.begin(staffId, theirs);
    const codes = recoveryCodes.map((code) => code.replaceAll('-', ''));
    const kept = { staffId, secret: theirs, step: 1, recoveryCodes: codes, keepSession: '' };
    await consoleTotp.confirm(kept);
    const answer = await post('/sign-in/code', { code: codeOf(secret) }, await signIn(login));
    expect([answer.status, await codeIn(answer)]).toEqual([503, 'totpUnreadable']);
    const code = recoveryCodes[0] ?? '';
    expect((await post('/sign-in/code', { code }, await signIn(login))).status).toBe(200);
  });
});

describe('the second step that is on', () => {
  it('is turned off by password and code, and its recovery codes renewed so', async () => {
    const { login, secret, cookie, recoveryCodes, staffId } = await withTotp();
    const refusals = [
      await post('/totp/end', { password: 'wrong', code: codeOf(secret) }, cookie),
      await post('/totp/end', { password, code: '12345678' }, cookie),
      await post('/totp/recovery-codes', { password: 'wrong', code: codeOf(secret) }, cookie),
    ];
    expect(await Promise.all(refusals.map(codeIn))).toEqual(['wrongPassword', 'wrongCode', 'wrongPassword']);
    const renewed = await post('/totp/recovery-codes', { password, code: codeOf(secret) }, cookie);
    const { recoveryCodes: fresh } = (await renewed.json()) as { recoveryCodes: string[] };
    const former = { password, code: recoveryCodes[0] };
    expect(await codeIn(await post('/totp/end', former, cookie))).toBe('wrongCode');
    expect((await post('/totp/end', { password, code: fresh[0] }, cookie)).status).toBe(200);
    expect(await server.stores.consoleTotp.find(staffId)).toBe(null);
    expect((await post('/sign-in', { login, password })).headers.get('set-cookie')).toContain(
      'tongbao_console=',
    );
  });

  it('is reset by an administrator of all cities, for somebody else', async () => {
    const lost = await withTotp('operator');
    const of = { staffId: lost.staffId };
    const limited = await server.signedIn('admin', ['淮安']);
    expect(await codeIn(await post('/accounts/totp', of, limited.cookie))).toBe('forbidden');
    const admin = await withTotp('admin');
    expect(await codeIn(await post('/accounts/totp', { staffId: admin.staffId }, admin.cookie))).toBe(
      'ownTotp',
    );
    expect(await codeIn(await post('/accounts/totp', { staffId: 'nobody' }, admin.cookie))).toBe('notFound');
    const listed = await server.call('GET', '/accounts', { headers: { cookie: admin.cookie } });
    const { accounts } = (await listed.json()) as { accounts: { staffId: string; totp: boolean }[] };
    const [a, b] = [lost, limited].map(
      ({ staffId }) => accounts.find((one) => one.staffId === staffId)?.totp,
    );
    expect([a, b]).toEqual([true, false]);
    const pending = await signIn(lost.login);
    expect((await post('/accounts/totp', of, admin.cookie)).status).toBe(200);
    expect(audited.at(-1)).toMatchObject({
      actor: admin.staffId,
      action: 'console.totpReset',
      target: lost.staffId,
    });
    expect([
      await isIn(lost.cookie),
      await codeIn(await post('/sign-in/code', { code: '1' }, pending)),
    ]).toEqual([...[false, 'signInOver']]);
    expect(await codeIn(await post('/accounts/totp', of, admin.cookie))).toBe('totpOff');
  });
});

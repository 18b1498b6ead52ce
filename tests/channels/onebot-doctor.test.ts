import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { states } from '../../bot/channels/onebot/contract.ts';
import { checkOneBot } from '../../cli/doctor/onebot-check.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { doubleToken, startOneBotDouble } from '../support/onebot-double.ts';
import type { OneBotDouble } from '../support/onebot-double.ts';

let qq: OneBotDouble;
let server: Server;
/** What the running program says of its door. */
let detail: string;
let given: Record<string, string>;
beforeEach(async () => {
  qq = await startOneBotDouble();
  detail = states.online;
  server = createServer((_request, response) => {
    response.end(JSON.stringify({ ok: true, parts: { 'channel:onebot': { ok: true, detail } } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  given = { ONEBOT_REVERSE: 'on', ONEBOT_ACCESS_TOKEN: doubleToken, TONGBAO_PORT: String(port) };
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await qq.close();
});

const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const check = async (): Promise<string[]> =>
  (await checkOneBot({ settings: readSettings(given), log })).map(
    ({ mark, say }) => `${mark} ${say(textsFor('zh-CN'))}`,
  );

describe('doctor, where a program connects to us', () => {
  it('says nothing of QQ where it is not used', async () => {
    given = {};
    expect(await check()).toEqual([]);
  });

  it.each([
    [states.online, '✓', '可以发消息'],
    [states.unchecked, '!', '稍后再查'],
    [states.waiting, '✗', '还没有程序连进来'],
    [states.wrongToken, '✗', '口令不对'],
    [states.offline, '✗', '不在线'],
    [states.silent, '✗', '不答复调用'],
    [states.stopped, '!', '没在运行'],
  ])('says what "%s" means', async (said, mark, words) => {
    detail = said;
    const [address, state] = await check();
    expect(address).toContain(`ws://127.0.0.1:${given['TONGBAO_PORT']}/onebot/v11/ws`);
    expect(state?.[0]).toBe(mark);
    expect(state).toContain(words);
    expect([address, state].join()).not.toContain(doubleToken);
  });

  it('says that it cannot know while nothing runs, and warns of a line that others can read', async () => {
    given['TONGBAO_PORT'] = '9';
    given['TONGBAO_HOST'] = '0.0.0.0';
    const [, open, state] = await check();
    expect(open).toContain('不加密');
    expect(state).toContain('没在运行');
  });

  it('has nothing against a public address with encryption', async () => {
    given['TONGBAO_PUBLIC_URL'] = 'https://tongbao.invalid/a';
    const lines = await check();
    expect(lines[0]).toContain('wss://tongbao.invalid/a/onebot/v11/ws');
    expect(lines.join()).not.toContain('不加密');
  });
});

describe('doctor, where we connect to a program', () => {
  beforeEach(async () => {
    given = { ONEBOT_URL: await qq.serve(doubleToken), ONEBOT_ACCESS_TOKEN: doubleToken };
  });

  it('is content with one that can send', async () => {
    expect(await check()).toEqual([expect.stringContaining('✓')]);
  });

  it('notices an account that is logged out', async () => {
    qq.status = { online: false, good: true };
    expect((await check())[0]).toMatch(/^✗.*不在线/);
  });

  it('notices a wrong token, and a program that is not there', async () => {
    given['ONEBOT_ACCESS_TOKEN'] = 'another-token-than-theirs';
    expect((await check())[0]).toMatch(/^✗.*ONEBOT_ACCESS_TOKEN/);
    given['ONEBOT_URL'] = 'ws://127.0.0.1:9';
    expect((await check())[0]).toMatch(/^✗.*ONEBOT_URL/);
  });

  it('warns of another machine without a token or encryption', async () => {
    given = { ONEBOT_URL: 'ws://qq.invalid:3001' };
    const [plain, token, state] = await check();
    expect(plain).toContain('qq.invalid');
    expect(token).toContain('口令');
    expect(state).toMatch(/^✗/);
  });
});

describe('settings', () => {
  it.each([
    [{ ONEBOT_REVERSE: 'on' }, 'ONEBOT_ACCESS_TOKEN'],
    [{ ONEBOT_ACCESS_TOKEN: doubleToken }, 'ONEBOT_REVERSE=on'],
    [
      { ONEBOT_REVERSE: 'on', ONEBOT_URL: 'ws://127.0.0.1:1', ONEBOT_ACCESS_TOKEN: doubleToken },
      '只能用一个',
    ],
    [{ ONEBOT_REVERSE: 'on', ONEBOT_ACCESS_TOKEN: 'too-short' }, 'ONEBOT_ACCESS_TOKEN'],
    [{ ONEBOT_URL: 'http://127.0.0.1:1' }, 'ONEBOT_URL'],
    [{ ONEBOT_URL: 'ws://127.0.0.1:1/?access_token=secret' }, 'ONEBOT_URL'],
    [{ ONEBOT_URL: 'ws://127.0.0.1:1', ONEBOT_FRIEND_REQUESTS: 'yes' }, 'ONEBOT_FRIEND_REQUESTS'],
  ])('refuse %j and say what to do', (env, hint) => {
    expect(() => readSettings(env)).toThrow(UserError);
    expect(() => readSettings(env)).toThrow(hint);
    expect(() => readSettings(env)).not.toThrow(/=secret|too-short/);
  });

  it('leave requests to who owns the account, and keep the token from child processes', () => {
    const { onebot, childEnv } = readSettings({ ONEBOT_REVERSE: 'on', ONEBOT_ACCESS_TOKEN: doubleToken });
    expect(onebot).toMatchObject({ url: null, friendRequests: 'ignore', groupInvitations: 'ignore' });
    expect(childEnv).not.toHaveProperty('ONEBOT_ACCESS_TOKEN');
    expect(readSettings({ ONEBOT_REVERSE: 'off' }).onebot).toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OneBotChannel, OneBotOptions } from '../../bot/channels/onebot/create-onebot-channel.ts';
import { messageFrom, reply, startOneBotBot, text } from '../support/onebot-bot.ts';
import type { OneBotBot } from '../support/onebot-bot.ts';
import { doubleToken, Refused, startOneBotDouble, textIn } from '../support/onebot-double.ts';
import type { OneBotDouble } from '../support/onebot-double.ts';
import { createScriptedEngine, say } from '../support/scripted-engine.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

let temp: TempStores;
let bot: OneBotBot;
let qq: OneBotDouble;
let engine: ReturnType<typeof createScriptedEngine>;
let logged: string[];
const others: OneBotDouble[] = [];

beforeEach(async () => {
  temp = await openTempStores();
  bot = await startOneBotBot();
  qq = bot.qq;
  engine = createScriptedEngine();
  logged = [];
});
afterEach(async () => {
  await bot.close();
  for (const other of others.splice(0)) await other.close();
  await temp.dispose();
});

const note = (message: string): void => void logged.push(message);
const log = { debug: note, info: note, warn: note, error: note };
const open = (o: Parameters<OneBotBot['open']>[1] = {}): Promise<OneBotChannel> =>
  bot.open({ engine, stores: temp.stores, log }, o);
const another = async (selfId: number): Promise<OneBotDouble> => {
  const other = await startOneBotDouble(selfId);
  others.push(other);
  return other;
};
const refusedWith = (error: unknown): number | null => (error instanceof Refused ? error.status : null);
const says = (id: number, said: string): Promise<void> =>
  qq.push(messageFrom(5, 'private', id, [text(said)]));

describe('a program that connects to us', () => {
  it.each([
    ['without a token', { token: null }, 401],
    ['with a wrong token', { token: 'a-token-of-somebody-else' }, 403],
    ['with the beginning of the token', { token: doubleToken.slice(0, -1) }, 403],
    ['and does not say which account it is', { selfId: null }, 400],
    ['for a purpose of its own', { role: 'Spectator' }, 400],
  ] as const)('is refused %s', async (_how, o, status) => {
    const channel = await open({ connects: false });
    const refused: unknown = await qq.connect(bot.url(), o).catch((error: unknown) => error);
    expect(refusedWith(refused)).toBe(status);
    expect(channel.status().ok).toBe(false);
    expect(logged).toContain('onebot.connectionRefused');
  });

  it('may give the token in the address', async () => {
    const channel = await open({ connects: false });
    await qq.connect(`${bot.url()}?access_token=${doubleToken}`, { token: null });
    await until(() => channel.status().ok);
  });

  it('is told apart by where it connects', async () => {
    await open();
    const elsewhere = bot.url().replace('/onebot/v11/ws', '/somewhere');
    expect(refusedWith(await qq.connect(elsewhere).catch((error: unknown) => error))).toBe(404);
  });

  it('is refused for a second account while one is connected, and taken when that is gone', async () => {
    const channel = await open();
    const second = await another(10_002);
    expect(refusedWith(await second.connect(bot.url()).catch((error: unknown) => error))).toBe(403);
    qq.drop();
    await until(() => !channel.status().ok);
    await second.connect(bot.url());
    await until(() => channel.status().ok);
  });

  it('is heard once when it connects anew while the old connection is still there', async () => {
    await open();
    await qq.connect(bot.url());
    await until(() => qq.connections() === 1);
    await says(1, '一');
    await until(() => qq.sent.length === 1);
    await says(2, '二');
    await until(() => qq.sent.length === 2);
    expect(engine.handled.map((message) => message.text)).toEqual(['一', '二']);
  });

  it('may have one connection for calls and one for events', async () => {
    const channel = await open({ connects: false });
    await qq.connect(bot.url(), { role: 'Event' });
    expect(channel.status()).toEqual({ ok: false, detail: 'no connection', outside: true });
    await qq.connect(bot.url(), { role: 'API' });
    await until(() => channel.status().ok);
    await says(1, '分开的连接');
    await until(() => qq.sent.length === 1);
    expect(textIn(qq.sent[0]?.message)).toBe('收到：分开的连接');
  });

  it('says nothing of what a frame holds that is no event', async () => {
    const channel = await open();
    await qq.push({ post_type: 'message', message_type: 'private', message: { odd: true } });
    await qq.push({ post_type: 'message', message: 7, user_id: {} });
    await says(1, '还在吗');
    await until(() => qq.sent.length === 1);
    expect(channel.status().ok).toBe(true);
    expect(engine.handled).toHaveLength(1);
  });
});

describe('a connection that fails', () => {
  it('that is lost leaves open what became of a call, and says so of what was not sent', async () => {
    const channel = await open();
    qq.fail('send_private_msg', 'cut');
    await expect(channel.sender.send('private:5', say('提醒'))).rejects.toMatchObject({
      fate: 'ambiguous',
      code: 'network',
    });
    await expect(channel.sender.send('private:5', say('提醒'))).rejects.toMatchObject({
      fate: 'notSent',
      code: 'network',
    });
    expect(channel.status()).toEqual({ ok: false, detail: 'no connection', outside: true });
  });

  it('whose calls are not answered is closed, though its events still come', async () => {
    const channel = await open({ timings: { callMs: 50 } });
    for (const time of [1, 2]) {
      qq.fail('send_private_msg', 'noAnswer');
      await expect(channel.sender.send('private:5', say('提醒'))).rejects.toMatchObject({
        fate: 'ambiguous',
        code: 'timeout',
      });
      if (time === 1) expect(channel.status()).toMatchObject({ ok: false, detail: 'calls are not answered' });
    }
    await until(() => qq.connections() === 0);
    expect(logged).toContain('onebot.silent');
  });

  it('is not judged by how long the program looks for a quoted message, nor by one after another', async () => {
    const channel = await open({ timings: { callMs: 50 } });
    qq.answers('get_msg', () => new Promise(() => undefined));
    const quoting = [1, 2, 3].map((id) => ({
      ...messageFrom(5, 'private', id, [reply(900 + id), text(`第${id}句`)]),
    }));
    for (const event of quoting) await qq.push(event);
    await until(() => qq.of('get_msg').length === 3);
    await until(() => engine.handled.length === 3);
    expect(engine.handled.map((message) => message.text)).toEqual(['第1句', '第2句', '第3句']);
    expect([qq.connections(), channel.status().ok]).toEqual([1, true]);
  });

  it('is closed when nothing comes any more, though the socket lives', async () => {
    await open();
    await qq.heartbeat({ intervalMs: 30, online: true });
    await until(() => qq.connections() === 0);
    expect(logged).toContain('onebot.silent');
  });

  it('without heartbeats stays as long as the socket answers', async () => {
    const channel = await open({ timings: { silentMs: 90 }, connects: false });
    const socket = await qq.connect(bot.url());
    let pings = 0;
    socket.on('ping', () => (pings += 1));
    // Three of them come within the time after which a silent one is closed.
    await until(() => pings > 8);
    await until(() => channel.status().ok);
    expect(logged).not.toContain('onebot.silent');
  });
});

describe('whether it can send', () => {
  it('is asked over the way of calls, and heartbeats are believed', async () => {
    qq.status = { online: true, good: false };
    const channel = await open({ connects: false, timings: { checkMs: 30 } });
    await qq.connect(bot.url());
    await until(() => channel.status().detail === 'account offline');
    expect(channel.status().ok).toBe(false);
    qq.status = { online: true, good: true };
    await until(() => channel.status().ok);
    qq.answers('get_status', () => ({}));
    await qq.heartbeat({ intervalMs: 30_000, online: false });
    qq.fail('get_status', 'noAnswer');
    expect(channel.status().detail).toBe('account offline');
  });

  it('is asked in another way of a program that says nothing in its status', async () => {
    qq.answers('get_status', () => ({ stat: {} }));
    const channel = await open();
    expect(channel.status().ok).toBe(true);
    expect(qq.of('get_login_info').length).toBeGreaterThan(0);
  });

  it('is not believed of a stranger who knocks without the token', async () => {
    const channel = await open({ connects: false });
    await qq.connect(bot.url(), { token: null, selfId: null }).catch(() => undefined);
    expect(channel.status().detail).toBe('no connection');
    await qq.connect(bot.url(), { token: 'another-token-than-ours' }).catch(() => undefined);
    expect(channel.status().detail).toBe('wrong token');
  });

  it('is asked in another way of a program that has no status', async () => {
    qq.fail('get_status', { retcode: 1404, message: '不支持的API' });
    const channel = await open();
    expect(channel.status().ok).toBe(true);
    expect(qq.of('get_login_info').length).toBeGreaterThan(0);
  });
});

describe('a program that we connect to', () => {
  const forward = async (
    o: Partial<OneBotOptions> = {},
    token?: string,
  ): Promise<{ channel: OneBotChannel }> => {
    const url = await qq.serve(token);
    const channel = await open({ url, timings: { againMs: 10 }, ...o, connects: false });
    return { channel };
  };

  it('is heard and answered', async () => {
    const { channel } = await forward({}, doubleToken);
    expect(channel.direction).toBe('forward');
    await until(() => channel.status().ok);
    await says(1, '在吗');
    await until(() => qq.sent.length === 1);
    expect(refusedWith(await qq.connect(bot.url()).catch((error: unknown) => error))).toBe(404);
  });

  it('is connected with again after it was lost, once, and heard once', async () => {
    const { channel } = await forward();
    await until(() => channel.status().ok);
    for (const round of [1, 2, 3]) {
      qq.drop();
      await until(() => qq.connections() === 1);
      await until(() => channel.status().ok);
      await says(round, `第${round}次`);
      await until(() => qq.sent.length === round);
    }
    expect(engine.handled).toHaveLength(3);
  });

  it('that refuses the token is told of, and tried again', async () => {
    const { channel } = await forward({ accessToken: 'another-token-than-theirs' }, doubleToken);
    await until(() => channel.status().detail === 'wrong token');
    expect(channel.status().ok).toBe(false);
  });

  it('may refuse the token after it has let us in', async () => {
    qq.fail('get_login_info', 'noAnswer');
    const { channel } = await forward();
    await until(() => qq.of('get_login_info').length === 1);
    await qq.push({ post_type: undefined, status: 'failed', retcode: 1403, message: 'token验证失败' });
    expect(channel.status()).toMatchObject({ ok: false, detail: 'wrong token' });
  });

  it('that is not there is waited for', async () => {
    const channel = await open({
      ...{ url: 'ws://127.0.0.1:9', connects: false, timings: { againMs: 10 } },
    });
    await until(() => channel.status().detail === 'unreachable');
    await channel.stop();
    expect(channel.status().detail).toBe('stopped');
  });
});

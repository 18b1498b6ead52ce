import { afterEach, beforeEach, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import { createOneBotChannel } from '../../bot/channels/onebot/create-onebot-channel.ts';
import { relayed, sendForOthers } from '../../bot/channels/onebot/relay.ts';
import type { RelayTimings } from '../../bot/channels/onebot/relay.ts';
import { createOneBotSender } from '../../bot/channels/onebot/sender.ts';
import type { Transmit } from '../../bot/channels/onebot/transmit.ts';
import { openStores } from '../../prisma/open-stores.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { startOneBotBot } from '../support/onebot-bot.ts';
import { doubleToken, textIn } from '../support/onebot-double.ts';
import { createScriptedEngine } from '../support/scripted-engine.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const patient: RelayTimings = {
  lookMs: 5,
  beginWithinMs: 60_000,
  whileNobodyMs: 60_000,
  endWithinMs: 60_000,
};
const message = (said: string) => ({ paragraphs: [said], buttons: [], citation: null });

let temp: TempStores;
/** Of the process without the connection. */
let other: Stores;
let stopping: AbortController;
let holding: Promise<void>;
beforeEach(async () => {
  temp = await openTempStores();
  other = await openStores(temp.url, 'fast');
  stopping = new AbortController();
  holding = Promise.resolve();
});
afterEach(async () => {
  stopping.abort();
  await holding;
  await other.close();
  await temp.dispose();
});

const hold = (transmit: Transmit): void => {
  holding = sendForOthers({ relay: temp.stores.relay, transmit, log, signal: stopping.signal, lookMs: 5 });
};
const sender = (timings = patient) => createOneBotSender(relayed(other.relay, timings));
const left = async (): Promise<number> => (await temp.stores.relay.take('onebot', [])).length;

it('sends by the process that has the connection, with all that was offered', async () => {
  const sent: unknown[] = [];
  hold(async (chatId, rendered) => {
    sent.push({ chatId, rendered });
    return { messageId: '41' };
  });
  const buttons = [[{ kind: 'callback' as const, label: '已提交', data: 'step/submitted' }]];
  const out = { paragraphs: ['还没有确认'], buttons, citation: null };
  expect(await sender().send('private:7', out, { replyTo: '3' })).toEqual({ messageId: '41' });
  expect(sent).toMatchObject([
    {
      chatId: 'private:7',
      rendered: { replyTo: '3', offered: [{ letter: 'A', label: '已提交', data: 'step/submitted' }] },
    },
  ]);
});

it('says what became of it as the channel itself would', async () => {
  const ends = [
    new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: 900 }),
    new SendError({ fate: 'ambiguous', code: 'timeout' }),
  ];
  hold(() => Promise.reject(ends.shift() ?? new Error('no more')));
  const [first, second] = [
    sender().send('private:7', message('一')),
    sender().send('private:7', message('二')),
  ];
  await expect(first).rejects.toMatchObject({ fate: 'notSent', code: 'rateLimited', retryAfterMs: 900 });
  await expect(second).rejects.toMatchObject({ fate: 'ambiguous', code: 'timeout' });
});

it('is surely not sent while no process has the connection, nor later', async () => {
  const hasty = sender({ lookMs: 5, beginWithinMs: 20, whileNobodyMs: 20, endWithinMs: 60_000 });
  await expect(hasty.send('private:7', message('一'))).rejects.toMatchObject({
    fate: 'notSent',
    code: 'network',
  });
  expect(await left()).toBe(0);
});

it('is not waited for long while it is known that no process has the connection, and again once one has', async () => {
  const waits: number[] = [];
  const ask: Stores['relay']['ask'] = (asked) => {
    waits.push(asked.beginBefore.getTime() - Date.now());
    return other.relay.ask(asked);
  };
  const timings = { lookMs: 5, beginWithinMs: 60_000, whileNobodyMs: 60_000, endWithinMs: 60_000 };
  const impatient = { ...timings, beginWithinMs: 20 };
  const known = createOneBotSender(relayed({ ...other.relay, ask }, impatient));
  await expect(known.send('private:7', message('一'))).rejects.toMatchObject({ code: 'network' });
  const waiting = known.send('private:7', message('二'));
  await until(() => waits.length === 2);
  hold(async () => ({ messageId: '41' }));
  expect(await waiting).toEqual({ messageId: '41' });
  await known.send('private:7', message('三'));
  // By the other limit, which in this test is the longer one, while nobody was there; by the usual one before and after.
  expect(waits.map((ms) => ms > 10_000)).toEqual([false, true, false]);
});

it('may have been sent where the process with the connection ends before it says so', async () => {
  const ask: Stores['relay']['ask'] = async (asked) => {
    const id = await other.relay.ask(asked);
    // Taken, and never heard of again.
    await temp.stores.relay.take('onebot', []);
    return id;
  };
  const timings = { ...patient, endWithinMs: 0 };
  const asking = createOneBotSender(relayed({ ...other.relay, ask }, timings));
  await expect(asking.send('private:7', message('一'))).rejects.toMatchObject({
    fate: 'ambiguous',
    code: 'timeout',
  });
});

it('keeps the order of a chat, and lets no chat wait for another', async () => {
  const sent: string[] = [];
  const doors = new Map<string, () => void>();
  hold(async (chatId, { texts }) => {
    if (chatId === 'private:1' && !doors.has(chatId))
      await new Promise<void>((resolve) => doors.set(chatId, resolve));
    sent.push(`${chatId} ${texts.join('')}`);
    return { messageId: '1' };
  });
  const slow = sender().send('private:1', message('一'));
  await until(() => doors.has('private:1'));
  const next = sender().send('private:1', message('二'));
  await sender().send('private:2', message('三'));
  expect(sent).toEqual(['private:2 三']);
  doors.get('private:1')?.();
  await Promise.all([slow, next]);
  expect(sent).toEqual(['private:2 三', 'private:1 一', 'private:1 二']);
});

it('relays nothing into a group that is not made for one', async () => {
  await expect(sender().send('group:1', message('淮安示例机电有限公司'))).rejects.toMatchObject({
    fate: 'notSent',
    code: 'badRequest',
  });
  expect(await left()).toBe(0);
});

it('lets each message be taken by one of two processes that have a connection', async () => {
  const beginBefore = new Date(Date.now() + 60_000);
  for (let n = 0; n < 10; n += 1)
    await other.relay.ask({ channel: 'onebot', chatId: `private:${n}`, content: '{}', beginBefore });
  const taken = await Promise.all([temp.stores.relay.take('onebot', []), other.relay.take('onebot', [])]);
  expect(taken.flat()).toHaveLength(10);
});

it('takes one of a chat at a time: the rest can still be taken back', async () => {
  const ask = { channel: 'onebot', content: '{}', beginBefore: new Date(Date.now() + 60_000) };
  const first = await other.relay.ask({ ...ask, chatId: 'private:1' });
  const second = await other.relay.ask({ ...ask, chatId: 'private:1' });
  const third = await other.relay.ask({ ...ask, chatId: 'private:2' });
  const taken = await temp.stores.relay.take('onebot', []);
  expect(taken.map(({ id }) => id)).toEqual([first, third]);
  expect(await temp.stores.relay.take('onebot', ['private:1'])).toEqual([]);
  expect(await other.relay.takeBack(second)).toBe(true);
});

it('lets a channel that was not started, as the bot’s beside a server, send by the one that was', async () => {
  const bot = await startOneBotBot();
  const engine = createScriptedEngine();
  try {
    await bot.open({ engine, stores: temp.stores, log });
    const notStarted = createOneBotChannel({
      ...{ engine, stores: other, log, url: null, accessToken: doubleToken },
      ...{ friendRequests: 'ignore', groupInvitations: 'ignore' },
    });
    await notStarted.sender.send('private:7', message('工作人员答复'));
    expect(bot.qq.sent.map(({ chat, message: said }) => [chat, textIn(said)])).toEqual([
      ['private:7', '工作人员答复'],
    ]);
  } finally {
    await bot.close();
  }
});

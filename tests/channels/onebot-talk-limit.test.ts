import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTalkLimit } from '../../bot/channels/onebot/talk-limit.ts';
import { at, messageFrom, startOneBotBot, text } from '../support/onebot-bot.ts';
import type { OneBotBot } from '../support/onebot-bot.ts';
import { textIn } from '../support/onebot-double.ts';
import { createScriptedEngine } from '../support/scripted-engine.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

let temp: TempStores;
let bot: OneBotBot;
beforeEach(async () => {
  temp = await openTempStores();
  bot = await startOneBotBot();
});
afterEach(async () => {
  await bot.close();
  await temp.dispose();
});

const quiet = (): void => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

it('counts each person in each chat, and begins again after five minutes', () => {
  let now = new Date('2026-03-02T02:00:00Z');
  const limit = createTalkLimit({ inGroup: 2, inPrivate: 3 }, () => now);
  const says = (id: string, kind: 'private' | 'group', externalUserId = '5') =>
    limit.take({ chat: { id, kind }, sender: { externalUserId } });
  expect([says('group:1', 'group'), says('group:1', 'group'), says('group:1', 'group')]).toEqual([
    ...[null, null, 'now'],
  ]);
  expect(says('group:1', 'group')).toBe('still');
  expect([says('group:1', 'group', '6'), says('group:2', 'group'), says('private:5', 'private')]).toEqual([
    ...[null, null, null],
  ]);
  now = new Date('2026-03-02T02:05:01Z');
  expect(says('group:1', 'group')).toBeNull();
});

it('lets two bots in a group not answer one another for ever', async () => {
  const engine = createScriptedEngine();
  await bot.open({ engine, stores: temp.stores, log }, { talk: { inGroup: 3, inPrivate: 60 } });
  let ids = 100;
  const other = (said: string): Promise<void> =>
    bot.qq.push(messageFrom(9, 'group', (ids += 1), [at(bot.qq.selfId), text(said)]));
  // Whatever is said, it has an answer.
  bot.qq.onSent = ({ message }) => void other(`回复：${textIn(message)}`);
  await other('你好');
  await until(() => bot.qq.sent.length === 4);
  // Somebody else is answered in the same group; by then nothing more was said to the other one.
  bot.qq.onSent = null;
  await bot.qq.push(messageFrom(5, 'group', (ids += 1), [at(bot.qq.selfId), text('在吗')]));
  await until(() => bot.qq.sent.length === 5);
  const said = bot.qq.sent.map(({ message }) => textIn(message));
  expect(said[3]).toContain('发得太多');
  expect(said[4]).toContain('在吗');
  expect(engine.handled).toHaveLength(4);
});

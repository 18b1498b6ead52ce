import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MessageSender } from '../../activities/ports/services.ts';
import { createOutsideActions } from '../../bot/engine/outside-actions.ts';
import { startBotpressBot, webchat } from '../support/botpress-bot.ts';
import type { BotpressBot } from '../support/botpress-bot.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';

const own = webchat('conv-own');
const key = 'notice/huaian-2022/91320800MA1ABCDE0X/7/person-1';
const notice = { paragraphs: ['虚构锦程进出口有限公司：已承保。'], buttons: [], citation: null };

let office: EngineOffice;
let bot: BotpressBot;
let logged: string[];
let sender: MessageSender;
beforeEach(async () => {
  office = await openEngineOffice();
  bot = await startBotpressBot();
  logged = [];
  const at = (message: string): void => void logged.push(message);
  const { engine, stores } = office;
  const ports = { engine, stores, log: { debug: at, info: at, warn: at, error: at } };
  ({ sender } = await bot.open(ports, createOutsideActions(office.ports)));
  const firm = await office.addFirm(2, { name: '虚构锦程进出口有限公司' });
  const { id } = await stores.identities.upsertIdentity({ channel: 'botpress', externalUserId: 'user-1' });
  await stores.identities.linkFirm(id, firm.uscc);
  bot.botpress.conversation({ ...own, participants: ['user-1'] });
});
afterEach(async () => {
  await bot.close();
  await office.dispose();
});

const tell = (o: { key?: string } = {}) =>
  sender.send(own.id, notice, { about: 'statusNotice', key, to: 'user-1', ...o });
const comesBack = (payload: object, id = 'evt_1') =>
  bot.call('event_received', 'statusChanged', {
    event: { id, type: 'statusChanged', createdAt: '2022-03-02T02:00:00.000Z', payload },
  });
const said = () => bot.botpress.messagesIn(own.id);

it('of a change that the person was told goes to the bot, and names nothing of the firm', async () => {
  await tell();
  expect(bot.botpress.events).toEqual([
    {
      ...{ type: 'statusChanged', conversationId: own.id, userId: 'user-1' },
      payload: {
        ...{ conversationId: own.id, userId: 'user-1', told: true },
        changeId: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    },
  ]);
  expect(JSON.stringify(bot.botpress.events)).not.toContain('91320800');
});

it('comes back to us, once or more often, and nobody is told a second time', async () => {
  await tell();
  const [event] = bot.botpress.events;
  for (const id of ['evt_1', 'evt_1', 'evt_2'])
    expect((await comesBack(event?.payload ?? {}, id)).status).toBe(200);
  expect(await office.stores.inbound.unprocessed('botpress')).toEqual([]);
  expect(said()).toHaveLength(1);
});

it('has the same ID when the notice is repeated, and another for another change', async () => {
  for (const next of [key, `${key}/again`, key.replace('/7/', '/8/')]) await tell({ key: next });
  const [first, again, other] = bot.botpress.events.map(({ payload }) => payload['changeId']);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

it.each([[500], [429], ['cut']] as const)(
  'is sent once more, as the same, when Botpress fails: %s',
  async (fault) => {
    bot.botpress.fail('/events', fault);
    await expect(tell()).resolves.toMatchObject({ messageId: 'msg_1' });
    expect(bot.botpress.events).toHaveLength(1);
    expect(said()).toHaveLength(1);
  },
);

it('that Botpress refuses, or does not take twice, leaves the notice as it is', async () => {
  bot.botpress.fail('/events', 400);
  await expect(tell()).resolves.toMatchObject({ messageId: 'msg_1' });
  expect(bot.botpress.calls.filter(({ path }) => path.includes('/events'))).toHaveLength(1);
  bot.botpress.fail('/events', 503, 'cut');
  await expect(tell()).resolves.toMatchObject({ messageId: 'msg_2' });
  expect(bot.botpress.events).toEqual([]);
  expect(logged.filter((line) => line === 'botpress.statusEventNotSent')).toHaveLength(3);
});

it('is of nothing else: not of a notice that did not arrive, of a reminder, or of a group', async () => {
  bot.botpress.fail('/messages', 503);
  await expect(tell()).rejects.toMatchObject({ fate: 'ambiguous' });
  await sender.send(own.id, notice, { about: 'reminder', key, to: 'user-1' });
  await expect(
    sender.send('group:conv-group', notice, { about: 'statusNotice', key, to: 'user-1' }),
  ).rejects.toMatchObject({ code: 'badRequest' });
  expect(bot.botpress.events).toEqual([]);
});

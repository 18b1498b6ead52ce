import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createOutsideActions } from '../../bot/engine/outside-actions.ts';
import type { Firm } from '../../activities/ports/store.ts';
import type { BotpressChannel } from '../../bot/channels/botpress/create-botpress-channel.ts';
import { messageCreated, startBotpressBot, telegramChat, webchat } from '../support/botpress-bot.ts';
import type { BotpressBot, Said } from '../support/botpress-bot.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { until } from '../support/until.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';

let office: EngineOffice;
let bot: BotpressBot;
let logged: string[];
beforeEach(async () => {
  office = await openEngineOffice();
  bot = await startBotpressBot();
  logged = [];
  await opened();
});
afterEach(async () => {
  await bot.close();
  await office.dispose();
});

function opened(): Promise<BotpressChannel> {
  const at = (message: string): void => void logged.push(message);
  const { engine, stores } = office;
  const ports = { engine, stores, log: { debug: at, info: at, warn: at, error: at } };
  return bot.open(ports, createOutsideActions(office.ports));
}

let serial = 0;
const own = webchat('conv-own');
async function says(text: string, more: Partial<Said> = {}): Promise<{ status: number; messageId: string }> {
  const messageId = more.messageId ?? `in-${(serial += 1)}`;
  const said = { messageId, conversation: own, userId: 'user-1', payload: { text }, ...more };
  const { status } = await bot.call('event_received', 'message_created', messageCreated(said));
  return { status, messageId };
}
const done = async (): Promise<boolean> => (await office.stores.inbound.unprocessed('botpress')).length === 0;
const shown = (conversationId: string): string =>
  bot.botpress
    .messagesIn(conversationId)
    .map(({ payload: { text = '', options = [] } }) => [text, ...options.map((o) => o.label)].join('\n'))
    .join('\n');

it('is mounted on our own server, with its body as it came', async () => {
  const calls: { secret: string | null; headers: Record<string, string | undefined>; body: string }[] = [];
  const server = await startWebChatServer({
    botpressWebhook: async (call) => {
      calls.push(call);
      return { status: 202, body: '{"output":{}}' };
    },
  });
  onTestFinished(() => server.dispose());
  const body = '{"不完整';
  const call = { method: 'POST', body, headers: { 'x-bp-type': 'ping', 'content-type': 'application/json' } };
  const response = await fetch(`${server.url}/botpress/a-secret`, call);
  expect([response.status, await response.text()]).toEqual([202, '{"output":{}}']);
  expect(calls).toMatchObject([{ secret: 'a-secret', headers: { 'x-bp-type': 'ping' }, body }]);
});

describe('a call', () => {
  it('without the secret, for another bot, or that is no call of Botpress is turned away', async () => {
    const ping = (o: object = {}) => bot.call('ping', 'ping', '', o);
    expect((await ping()).status).toBe(200);
    expect((await ping({ secret: 'a-secret-of-twenty-four-character' })).status).toBe(401);
    expect((await ping({ botId: 'bot-2' })).status).toBe(403);
    expect((await ping({ headers: { 'x-bp-operation': 'dance' } })).status).toBe(400);
    expect((await ping({ headers: { 'x-bp-configuration': 'no json' } })).status).toBe(400);
    expect((await bot.call('event_received', 'message_created', 'no json')).status).toBe(400);
    expect((await bot.call('register', 'register', '')).status).toBe(200);
  });

  it('is answered with 500 when the message could not be stored, so that it comes again', async () => {
    const { engine, stores } = office;
    const quiet = (): void => undefined;
    const inbound = { ...stores.inbound, accept: () => Promise.reject(new Error('disk full')) };
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const broken = await bot.open({ engine, stores: { ...stores, inbound }, log });
    expect((await says('在吗')).status).toBe(500);
    await broken.stop();
    expect((await says('在吗')).status).toBe(503);
  });

  it('whose body is cut inside a character is read whole', async () => {
    const text = '赔付比例是多少'.repeat(50);
    const body = JSON.stringify(
      messageCreated({ messageId: 'in-cut', conversation: own, userId: 'user-1', payload: { text } }),
    );
    const cutAt = Buffer.from(body.slice(0, body.indexOf('赔'))).length + 1;
    expect((await bot.call('event_received', 'message_created', body, { cutAt })).status).toBe(200);
    const [stored] = await office.stores.inbound.unprocessed('botpress');
    expect(stored?.payload ?? shown(own.id)).not.toContain('\uFFFD');
    await until(done);
    expect(shown(own.id)).toContain('80%');
  });

  it('that is repeated is answered once', async () => {
    const { messageId } = await says('赔付比例是多少');
    await until(done);
    await says('赔付比例是多少', { messageId });
    await says('赔付比例是多少', { messageId });
    await until(done);
    expect(bot.botpress.messagesIn(own.id)).toHaveLength(1);
    expect(bot.botpress.calls.every(({ authorization }) => authorization === 'Bearer token-1')).toBe(true);
  });
});

describe('a Botpress that fails', () => {
  it('is waited for at its limit, and not asked twice for what it may have done', async () => {
    bot.botpress.fail('/messages', 429, 429);
    await says('赔付比例是多少');
    await until(done);
    expect(shown(own.id)).toContain('80%');
    bot.botpress.fail('/messages', 503);
    await says('信用期最长多少天');
    await until(done);
    expect(bot.botpress.messagesIn(own.id)).toHaveLength(1);
    expect(logged).toContain('door.replyNotDelivered');
    bot.botpress.fail('/messages', 'cut');
    await says('怎么投保');
    await until(done);
    await says('费用是多少');
    await until(() => shown(own.id).includes('不收'));
  });

  it('does not take the buttons away: they are known without it', async () => {
    bot.botpress.fail('/states', 500, 500);
    await says('/help');
    await until(() => shown(own.id).includes('查参保资格'));
    await says('查参保资格');
    await until(() => shown(own.id).includes('多少美元'));
  });
});

it('a button is understood by another process too, from the conversation’s state', async () => {
  await says('/help');
  await until(() =>
    bot.botpress.calls.some(({ path, method }) => path.includes('/states') && method !== 'GET'),
  );
  await opened();
  await says('查参保资格');
  await until(() => shown(own.id).includes('多少美元'));
});

async function firmOfUser1(): Promise<Firm> {
  const firm = await office.addFirm(2, { name: '虚构锦程进出口有限公司' });
  const { identities } = office.stores;
  const { id } = await identities.upsertIdentity({ channel: 'botpress', externalUserId: 'user-1' });
  await identities.linkFirm(id, firm.uscc);
  return firm;
}

describe('where more than one person may read', () => {
  let firm: Firm;
  beforeEach(async () => {
    firm = await firmOfUser1();
  });

  it.each([
    ['a Telegram group', telegramChat('conv-group', -1001)],
    ['a Telegram chat of which nothing is known', { ...telegramChat('conv-x', 5), tags: {} }],
    ['an integration that is not known', { ...webchat('conv-y'), integration: 'office/own' }],
    ['a Slack channel', { ...webchat('conv-z'), integration: 'slack' }],
  ])('nothing of a firm is said: %s', async (_what, conversation) => {
    for (const text of ['@tongbao 进度', `/status ${firm.uscc}`, `@tongbao ${firm.name}到哪一步了`])
      await says(text, { conversation });
    await until(done);
    expect(shown(conversation.id)).toContain('私聊');
    expect(shown(conversation.id)).not.toContain(firm.name);
    expect(shown(conversation.id)).not.toContain(firm.uscc);
  });

  it('in private it is, and a reminder goes only where Botpress takes one', async () => {
    await says('进度');
    await until(() => shown(own.id).includes(firm.name));
    await says('进度', { conversation: telegramChat('conv-tg', 5), userId: 'user-2' });
    await until(done);
    const { identities } = office.stores;
    const chatOf = async (externalUserId: string): Promise<string | null> =>
      (await identities.upsertIdentity({ channel: 'botpress', externalUserId })).privateChatId;
    expect(await chatOf('user-1')).toBe(own.id);
    expect(await chatOf('user-2')).toBeNull();
  });
});

describe('actions', () => {
  let firm: Firm;
  beforeEach(async () => {
    firm = await firmOfUser1();
    bot.botpress.conversation({ ...own, participants: ['user-1', 'user-2'] });
    bot.botpress.conversation({ ...telegramChat('conv-group', -1001), participants: ['user-1'] });
  });
  const act = async (type: string, input: object): Promise<Record<string, unknown>> => {
    const { status, text } = await bot.call('action_triggered', type, { type, input });
    expect(status).toBe(200);
    return (JSON.parse(text) as { output: Record<string, unknown> }).output;
  };
  const who = { conversationId: own.id, userId: 'user-1' };

  it('answer policy questions with their source, for everybody', async () => {
    const answer = await act('askPolicy', { question: '赔付比例是多少' });
    expect(answer).toMatchObject({ outcome: 'answer' });
    expect(answer['text']).toContain('80%');
    expect(answer['source']).toContain('来源');
    expect(await act('askPolicy', { question: '天气怎么样' })).not.toHaveProperty('source');
  });

  it('tell a verified contact where the own firm stands, and note a step once', async () => {
    expect(await act('enrollmentStatus', who)).toMatchObject({ outcome: 'done', officialStatus: 'invited' });
    const report = { ...who, uscc: firm.uscc, step: 'sealed', requestId: 'r-1' };
    expect(await act('reportStep', report)).toMatchObject({ outcome: 'done', reportedStep: 'sealed' });
    await act('reportStep', report);
    expect(await act('enrollmentStatus', who)).toMatchObject({ reportedStep: 'sealed' });
    const verdict = await act('checkEligibility', { ...who, exportValueUsd: 450_000, year: 2021 });
    expect(verdict).toMatchObject({ outcome: 'done', verdict: 'eligible' });
  });

  it.each(['enrollmentStatus', 'checkEligibility', 'reportStep'])(
    'tell nobody else anything, and change nothing: %s',
    async (type) => {
      const rest = { exportValueUsd: 100_000, step: 'submitted', requestId: 'r-2' };
      const refusals = [
        [{ conversationId: own.id, userId: 'user-2' }, 'notLinked'],
        [{ ...who, uscc: (await office.addFirm(3)).uscc }, 'notYours'],
        [{ ...who, conversationId: 'conv-group' }, 'notPrivate'],
        [{ ...who, userId: 'user-3' }, 'notPrivate'],
        [{ ...who, conversationId: 'conv-none' }, 'notPrivate'],
      ] as const;
      office.commands.calls.length = 0;
      for (const [asker, refusal] of refusals) {
        const output = await act(type, { ...asker, ...rest });
        expect(output).toMatchObject({ outcome: 'refused', refusal });
        expect(JSON.stringify(output)).not.toContain(firm.name);
      }
      expect(office.commands.calls).toEqual([]);
    },
  );

  it('of two persons with the same request number are two reports, and without an answer one is to be asked again', async () => {
    const report = { ...who, step: 'opened', requestId: '1' };
    office.commands.unavailable = 'noAnswer';
    const silent = await act('reportStep', report);
    expect(silent).toMatchObject({ outcome: 'refused', refusal: 'noAnswer' });
    expect(JSON.stringify(silent)).not.toMatch(/会接着登记|不用重复/);
    office.commands.unavailable = null;
    expect(await act('reportStep', report)).toMatchObject({ outcome: 'done' });
    const { identities } = office.stores;
    const colleague = await identities.upsertIdentity({ channel: 'botpress', externalUserId: 'user-2' });
    await identities.linkFirm(colleague.id, firm.uscc);
    await act('reportStep', { ...report, userId: 'user-2', step: 'sealed' });
    expect(await act('enrollmentStatus', who)).toMatchObject({ reportedStep: 'sealed' });
  });

  it('of one with several firms ask which is meant', async () => {
    const other = await office.addFirm(3);
    const { identities } = office.stores;
    const { id } = await identities.upsertIdentity({ channel: 'botpress', externalUserId: 'user-1' });
    await identities.linkFirm(id, other.uscc);
    const output = await act('enrollmentStatus', who);
    expect(output).toMatchObject({ outcome: 'refused', refusal: 'chooseFirm' });
    expect(output['firms']).toHaveLength(2);
    expect(await act('enrollmentStatus', { ...who, uscc: other.uscc })).toMatchObject({ outcome: 'done' });
  });

  it('are refused as a call when they have another form than declared', async () => {
    for (const input of [{}, { ...who, step: 'dancing', requestId: 'r' }, 'x']) {
      const call = await bot.call('action_triggered', 'reportStep', { type: 'reportStep', input });
      expect(call.status).toBe(400);
    }
    const unknown = await bot.call('action_triggered', 'dance', { type: 'dance', input: {} });
    expect(unknown.status).toBe(400);
  });

  it('fail as a call when Botpress cannot vouch for who asks', async () => {
    bot.botpress.fail('/participants', 500);
    const input = { type: 'enrollmentStatus', input: who };
    expect((await bot.call('action_triggered', 'enrollmentStatus', input)).status).toBe(500);
  });

  it('a change of status is told in the language that the person wrote in last', async () => {
    await says('what is the payout ratio?');
    await until(done);
    await bot.call('event_received', 'statusChanged', {
      event: { id: 'e-9', type: 'statusChanged', createdAt: '2022-03-02T02:00:00.000Z', payload: who },
    });
    await until(() => shown(own.id).includes(firm.name));
    expect(shown(own.id)).toContain('Your company');
  });

  it('a change of status is told to the contact in private, once, and to nobody else', async () => {
    const changed = (id: string, payload: object): object => ({
      event: { id, type: 'statusChanged', createdAt: '2022-03-02T02:00:00.000Z', payload },
    });
    const tell = (id: string, payload: object) =>
      bot.call('event_received', 'statusChanged', changed(id, payload));
    await tell('e-1', { ...who, conversationId: 'conv-group' });
    await tell('e-2', { ...who, userId: 'user-3' });
    await tell('e-3', { conversationId: own.id, userId: 'user-2' });
    await until(done);
    expect(shown('conv-group')).toBe('');
    expect(shown(own.id)).not.toContain(firm.name);
    await tell('e-4', who);
    await tell('e-4', who);
    await until(() => shown(own.id).includes(firm.name));
    await until(done);
    expect(shown(own.id).split(`${firm.name}：`)).toHaveLength(2);
  });
});

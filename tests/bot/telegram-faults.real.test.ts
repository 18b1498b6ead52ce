import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import type { Logger } from '../../activities/ports/services.ts';
import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type {
  TelegramChannel,
  TelegramOptions,
} from '../../bot/channels/telegram/create-telegram-channel.ts';
import type { HandleResult, InboundMessage } from '../../bot/model.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { forGroup, replyWith, say } from '../support/scripted-engine.ts';
import { refused, startTelegramDouble } from '../support/telegram-double.ts';
import type { TelegramDouble } from '../support/telegram-double.ts';
import {
  group,
  groupText,
  mentioning,
  privateChat,
  privateTap,
  privateText,
  user,
  me,
} from '../support/telegram-updates.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

let telegram: TelegramDouble;
let temp: TempStores;
let channels: TelegramChannel[];
let handled: InboundMessage[];
let logged: string[];
let respond: (message: InboundMessage) => HandleResult | Promise<HandleResult>;

beforeEach(async () => {
  telegram = await startTelegramDouble();
  temp = await openTempStores();
  channels = [];
  handled = [];
  logged = [];
  respond = (m) => replyWith(forGroup(`收到：${m.text}`));
});
afterEach(async () => {
  for (const channel of channels) await channel.stop();
  await telegram.close();
  await temp.dispose();
});

function channel(changes: Partial<TelegramOptions> = {}): TelegramChannel {
  const at = (message: string): void => void logged.push(message);
  const log: Logger = { debug: at, info: at, warn: at, error: at };
  const created = createTelegramChannel({
    token: '1:double',
    apiRoot: telegram.apiRoot,
    fetch: null,
    webhookSecret: null,
    publicUrl: null,
    engine: {
      handle: async (message) => {
        handled.push(message);
        return respond(message);
      },
    },
    stores: temp.stores,
    log,
    ...changes,
  });
  channels.push(created);
  return created;
}
async function started(changes: Partial<TelegramOptions> = {}): Promise<TelegramChannel> {
  const created = channel(changes);
  await created.start();
  return created;
}
const left = () => temp.stores.inbound.unprocessed('telegram');
const allDone = async (): Promise<boolean> => (await left()).length === 0;

describe('receiving by polling', () => {
  it('ends a webhook first, knows its name, and sets the menus of each scope in both languages', async () => {
    const running = await started();
    expect(telegram.calls.slice(0, 2).map((c) => c.method)).toEqual(['getMe', 'deleteWebhook']);
    expect(running.username()).toBe('tongbao_bot');
    expect(running.links.start('7KQ2M9XD4R')).toBe('https://t.me/tongbao_bot?start=7KQ2M9XD4R');
    expect(running.links.start('不行')).toBeNull();
    await until(() => telegram.heldPolls() === 1);
    expect(running.status()).toEqual({ ok: true, detail: 'polling' });
    const menus = telegram
      .of('setMyCommands')
      .map((c) => [
        (JSON.parse(c.params['scope'] ?? '{}') as { type: string }).type,
        c.params['language_code'] ?? 'default',
      ]);
    expect(menus).toEqual([
      ['all_private_chats', 'default'],
      ['all_private_chats', 'en'],
      ['all_group_chats', 'default'],
      ['all_group_chats', 'en'],
      ['all_chat_administrators', 'default'],
      ['all_chat_administrators', 'en'],
    ]);
    expect(telegram.of('setChatMenuButton').map((c) => c.params['menu_button'])).toEqual([
      '{"type":"commands"}',
    ]);
    expect(telegram.of('setMyCommands')[0]?.params['commands']).toMatch(/[\u4e00-\u9fff]/);
    expect(telegram.of('setMyCommands')[1]?.params['commands']).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('answers, marks the update done and acknowledges it', async () => {
    await started();
    const id = telegram.push(privateText(5, '你好'));
    await until(() => telegram.textsTo('5').length === 1);
    expect(telegram.textsTo('5')).toEqual(['收到：你好']);
    await until(() => telegram.of('getUpdates').at(-1)?.params['offset'] === String(id + 1));
    await until(allDone);
  });

  it('handles an update that comes twice once', async () => {
    await started();
    const update = privateText(5, '你好');
    const id = telegram.push(update);
    await until(() => handled.length === 1);
    telegram.push({ ...update, update_id: id });
    telegram.push({ ...privateText(5, '再见') });
    await until(() => telegram.textsTo('5').length === 2);
    expect(handled.map((m) => m.text)).toEqual(['你好', '再见']);
    await (await started()).stop();
    expect(handled).toHaveLength(2);
  });

  it('keeps the order within a chat while other chats go on', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    respond = async (m) => {
      if (m.text === '慢') await gate;
      return replyWith(say(m.text));
    };
    await started();
    telegram.push(privateText(5, '慢'));
    telegram.push(privateText(5, '快'));
    telegram.push(privateText(6, '别人'));
    await until(() => telegram.textsTo('6').length === 1);
    expect(telegram.textsTo('5')).toEqual([]);
    letGo();
    await until(() => telegram.textsTo('5').length === 2);
    expect(telegram.textsTo('5')).toEqual(['慢', '快']);
  });

  it('takes up what an earlier run stored and did not finish', async () => {
    let die = (): void => undefined;
    respond = () =>
      new Promise((_resolve, reject) => {
        die = () => reject(new Error('the process dies here'));
      });
    const first = await started();
    telegram.push(privateText(5, '一'));
    telegram.push(privateText(5, '二'));
    await until(() => handled.length === 1);
    await until(async () => (await left()).length === 2);
    const stopping = first.stop();
    die();
    await stopping;
    // The one in work was answered with an apology and is done; the one behind it was never begun.
    expect((await left()).length).toBe(1);

    respond = (m) => replyWith(say(`收到：${m.text}`));
    await started();
    await until(() => telegram.textsTo('5').includes('收到：二'));
    await until(allDone);
  });

  it('stops although the server holds the poll', async () => {
    const running = await started({ pollSeconds: 3_000 });
    await until(() => telegram.heldPolls() === 1);
    await running.stop();
    expect(running.status().ok).toBe(false);
    await until(() => telegram.heldPolls() === 0);
  });

  it('waits out errors of a poll and a second poller, and says so in its status', async () => {
    telegram.fail('getUpdates', refused(409, 'Conflict: terminated by other getUpdates request'), 'cut');
    const running = await started();
    await until(() => !running.status().ok);
    expect(running.status().detail).toContain('another process');
    telegram.push(privateText(5, '你好'));
    await until(() => telegram.textsTo('5').length === 1);
    await until(() => running.status().ok);
  });

  it('names a refused token, and waits for a Telegram that cannot be reached', async () => {
    telegram.fail('getMe', refused(401, 'Unauthorized'));
    await expect(channel().start()).rejects.toBeInstanceOf(UserError);
    telegram.fail('getMe', 'cut');
    const running = await started();
    expect(running.status().ok).toBe(false);
    expect(running.links.privateChat()).toBeNull();
    telegram.push(privateText(5, '你好'));
    await until(() => telegram.textsTo('5').length === 1);
    expect(running.status().ok).toBe(true);
  });
});

describe('in groups', () => {
  it('replies where it was asked, in a forum topic into the topic', async () => {
    await started();
    telegram.push(groupText(5, '', mentioning('@tongbao_bot', '@tongbao_bot 费用')));
    telegram.push(groupText(5, '/help@tongbao_bot', { is_topic_message: true, message_thread_id: 33 }));
    telegram.push(groupText(5, '/help@other_bot'));
    await until(() => telegram.of('sendMessage').length === 2);
    expect(handled.map((m) => m.chat)).toEqual([
      { id: '-1001', kind: 'group' },
      { id: '-1001:33', kind: 'group', groupId: '-1001' },
    ]);
    const threads = telegram.of('sendMessage').map((c) => c.params['message_thread_id']);
    expect(threads.sort()).toEqual(['33', undefined]);
    expect(telegram.of('sendMessage').every((c) => c.params['chat_id'] === String(group.id))).toBe(true);
  });

  it('follows a group that became a supergroup', async () => {
    telegram.fail(
      'sendMessage',
      refused(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1002 }),
    );
    const running = await started();
    await running.sender.send('-1001', forGroup('你好'));
    expect(telegram.textsTo('-1002')).toEqual(['你好']);
  });
});

describe('buttons', () => {
  it('are answered with the toast, and the tapped message is changed', async () => {
    respond = () => ({ replies: [{ kind: 'edit', message: say('改好了') }], toast: '记下了' });
    await started();
    telegram.push(privateTap(5, 'topic|fees', 77));
    await until(() => telegram.of('editMessageText').length === 1);
    expect(telegram.of('editMessageText')[0]?.params).toMatchObject({
      chat_id: '5',
      message_id: '77',
      text: '改好了',
    });
    expect(telegram.of('answerCallbackQuery')[0]?.params['text']).toBe('记下了');
  });

  it('are answered when the engine fails, with an apology, and the update is done', async () => {
    respond = () => {
      throw new Error('broken');
    };
    await started();
    telegram.push(privateTap(5, 'topic|fees'));
    await until(() => telegram.textsTo('5').length === 1);
    expect(telegram.textsTo('5')[0]).toContain('抱歉');
    expect(telegram.of('answerCallbackQuery')).toHaveLength(1);
    expect(logged).toContain('door.engineFailed');
    await until(allDone);
  });

  it('of a message that is gone are answered too', async () => {
    await started();
    telegram.push({ callback_query: { id: 'q', from: user(5), chat_instance: '1', data: 'x' } });
    await until(() => telegram.of('answerCallbackQuery').length === 1);
    expect(handled).toEqual([]);
  });

  it('under a message that can no longer be edited lead to a new message', async () => {
    respond = () => ({ replies: [{ kind: 'edit', message: say('改好了') }], toast: null });
    telegram.fail('editMessageText', refused(400, "Bad Request: message can't be edited"));
    await started();
    telegram.push(privateTap(5, 'x'));
    await until(() => telegram.textsTo('5').length === 1);
  });

  it('tapped again under an unchanged message cause no second one', async () => {
    respond = () => ({ replies: [{ kind: 'edit', message: say('一样') }], toast: null });
    telegram.fail('editMessageText', refused(400, 'Bad Request: message is not modified: same content'));
    await started();
    telegram.push(privateTap(5, 'x'));
    await until(allDone);
    expect(telegram.of('sendMessage')).toEqual([]);
  });

  it('let a reply act once it is in the chat, and replace it', async () => {
    const seen: string[] = [];
    respond = () => ({
      replies: [
        {
          kind: 'edit',
          message: say('正在提醒'),
          onSent: async (id) => {
            seen.push(id, String(telegram.of('editMessageText').length));
            return say('没有开始');
          },
        },
      ],
      toast: null,
    });
    await started();
    telegram.push(privateTap(5, 'x', 77));
    await until(() => telegram.of('editMessageText').length === 2);
    expect(seen).toEqual(['77', '1']);
    expect(telegram.of('editMessageText')[1]?.params).toMatchObject({ message_id: '77', text: '没有开始' });
  });
});

describe('what becomes of a message that could not be sent', () => {
  const attempt = async (running: TelegramChannel): Promise<SendError> => {
    try {
      await running.sender.send('5', say('提醒'));
    } catch (error) {
      if (error instanceof SendError) return error;
      throw error;
    }
    throw new Error('it was sent');
  };

  it.each([
    ['429', refused(429, 'Too Many Requests', { retry_after: 12_000 }), 'notSent', 'rateLimited', 12_000_000],
    ['a block', refused(403, 'Forbidden: bot was blocked by the user'), 'notSent', 'blocked', null],
    ['a deactivated user', refused(403, 'Forbidden: user is deactivated'), 'notSent', 'deactivated', null],
    ['an unknown chat', refused(400, 'Bad Request: chat not found'), 'notSent', 'chatNotFound', null],
    ['a bad request', refused(400, 'Bad Request: BUTTON_URL_INVALID'), 'notSent', 'badRequest', null],
    ['a server error', refused(502, 'Bad Gateway'), 'ambiguous', 'server', null],
    ['a page instead of JSON', { status: 200, body: '<html>' }, 'ambiguous', 'server', null],
    ['a page with an error', { status: 503, body: '<html>' }, 'ambiguous', 'server', null],
    ['a cut line', 'cut', 'ambiguous', 'network', null],
    ['no answer', 'hang', 'ambiguous', 'timeout', null],
  ] as const)('after %s', async (_what, fault, fate, code, retryAfterMs) => {
    const running = await started({ timeoutMs: 400 });
    telegram.fail('sendMessage', fault);
    expect(await attempt(running)).toMatchObject({ fate, code, retryAfterMs });
    // Not repeated by itself: that would be a duplicate where the first one arrived.
    expect(telegram.of('sendMessage')).toHaveLength(1);
  });

  it('after no connection at all: surely not sent', async () => {
    const dead = await startTelegramDouble();
    await dead.close();
    expect(await attempt(channel({ apiRoot: dead.apiRoot }))).toMatchObject({
      fate: 'notSent',
      code: 'network',
    });
  });

  it('in parts: what was sent in part may not be sent again', async () => {
    const running = await started();
    telegram.fail(
      'sendMessage',
      { status: 200, body: { ok: true, result: { message_id: 1 } } },
      refused(403, 'Forbidden'),
    );
    const long = say('很长的话。'.repeat(1_500));
    await expect(running.sender.send('5', long)).rejects.toMatchObject({
      fate: 'ambiguous',
      code: 'blocked',
    });
  });

  it('splits a long one and returns the ID of the part with the buttons', async () => {
    const running = await started();
    const sent = await running.sender.send('5', {
      paragraphs: ['很长的话。'.repeat(1_500)],
      buttons: [[{ kind: 'callback', label: '好', data: 'topic|fees' }]],
      citation: null,
    });
    const parts = telegram.of('sendMessage');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((p) => p.params['reply_markup'] !== undefined)).toEqual([
      ...parts.slice(1).map(() => false),
      true,
    ]);
    expect(sent.messageId).toBe(String(parts.length));
  });

  it('a reply waits as often as it is asked to', async () => {
    await started();
    const limited = refused(429, 'Too Many Requests', { retry_after: 0 });
    for (let i = 0; i < 5; i += 1) telegram.fail('sendMessage', limited);
    telegram.push(privateText(5, '你好'));
    await until(() => telegram.textsTo('5').length === 6);
    await until(allDone);
  });

  it('a reply that waits when the channel stops is given after the next start', async () => {
    const first = await started();
    telegram.fail('sendMessage', refused(429, 'Too Many Requests', { retry_after: 300 }));
    telegram.push(privateText(5, '你好'));
    await until(() => logged.includes('door.replyDelayed'));
    await first.stop();
    expect(await allDone()).toBe(false);
    await started();
    await until(() => telegram.textsTo('5').length === 2);
    await until(allDone);
  });

  it('a reply to one who has blocked the bot marks the person, and the update is done', async () => {
    const blocked = await blockedState(5);
    await started();
    telegram.fail('sendMessage', refused(403, 'Forbidden: bot was blocked by the user'));
    telegram.push(privateText(5, '你好'));
    await until(blocked);
    await until(allDone);
  });

  it('a person who blocks is marked, and unmarked when let in again', async () => {
    const blocked = await blockedState(5);
    await started();
    const member = (status: string) => ({
      my_chat_member: {
        chat: privateChat(5),
        from: user(5),
        date: 0,
        new_chat_member: { status, user: me },
      },
    });
    telegram.push(member('kicked'));
    await until(blocked);
    telegram.push(member('member'));
    await until(async () => !(await blocked()));
    expect(handled).toEqual([]);
  });

  async function blockedState(userId: number): Promise<() => Promise<boolean>> {
    const { id } = await temp.stores.identities.upsertIdentity({
      channel: 'telegram',
      externalUserId: String(userId),
    });
    return async () => (await temp.stores.identities.findIdentity(id))?.blocked === true;
  }
});

describe('receiving by webhook', () => {
  const publicUrl = 'https://office.example/';
  const update = (text: string) => ({ update_id: 900, ...privateText(5, text) });

  it('is set with a secret, and takes updates once and only with it', async () => {
    const running = await started({ publicUrl, webhookSecret: 'a-secret' });
    expect(telegram.of('setWebhook')[0]?.params).toMatchObject({
      url: 'https://office.example/telegram/webhook',
      secret_token: 'a-secret',
    });
    expect(running.status()).toEqual({ ok: true, detail: 'webhook' });
    const body = update('你好');
    expect(await running.webhook({ body, secretToken: null })).toEqual({ status: 401 });
    expect(await running.webhook({ body, secretToken: 'a-secrets' })).toEqual({ status: 401 });
    expect(await running.webhook({ body: 'nonsense', secretToken: 'a-secret' })).toEqual({ status: 400 });
    expect(await running.webhook({ body, secretToken: 'a-secret' })).toEqual({ status: 200 });
    expect(await running.webhook({ body, secretToken: 'a-secret' })).toEqual({ status: 200 });
    await until(() => telegram.textsTo('5').length === 1);
    await until(allDone);
    expect(handled.map((m) => m.text)).toEqual(['你好']);
    expect(telegram.of('getUpdates')).toEqual([]);
  });

  it('makes up a secret that fits Telegram when none is set', async () => {
    await started({ publicUrl });
    expect(telegram.of('setWebhook')[0]?.params['secret_token']).toMatch(/^[A-Za-z0-9_-]{32,256}$/);
  });

  it('asks for an update again that could not be stored', async () => {
    const running = await started({
      publicUrl,
      webhookSecret: 's',
      stores: {
        ...temp.stores,
        inbound: { ...temp.stores.inbound, accept: () => Promise.reject(new Error('disk full')) },
      },
    });
    expect(await running.webhook({ body: update('你好'), secretToken: 's' })).toEqual({ status: 500 });
    expect(handled).toEqual([]);
  });

  it('polls where the public address is none that Telegram can call', async () => {
    await started({ publicUrl: 'http://192.168.1.5:8080' });
    await until(() => telegram.heldPolls() === 1);
    expect(telegram.of('setWebhook')).toEqual([]);
  });
});

describe('the menu of staff', () => {
  const chatScopes = (): string[] =>
    telegram
      .of('setMyCommands')
      .map((c) => c.params['scope'] ?? '')
      .filter((scope) => scope.includes('"chat"'));

  it('is offered in the chat of a member when linked, and again at the next start', async () => {
    respond = () => ({ ...replyWith(say('您已登记')), staffLinked: true });
    const first = await started();
    telegram.push(privateText(5, '/start 9STAFF00AA'));
    await until(() => chatScopes().length === 2);
    expect(JSON.parse(chatScopes()[0] ?? '')).toEqual({ type: 'chat', chat_id: 5 });
    await first.stop();

    const { identities } = temp.stores;
    const { id } = await identities.upsertIdentity({
      channel: 'telegram',
      externalUserId: '6',
      privateChatId: '6',
    });
    const { staffId } = await identities.addStaff('老李');
    await identities.mintCode({ purpose: 'staff', staffId }, '9STAFF00AB', '2099-01-01T00:00:00.000Z', 'cli');
    await identities.redeemCode('9STAFF00AB', id, new Date().toISOString());
    await started();
    await until(() => chatScopes().filter((scope) => scope.includes('6')).length === 2);
  });

  it('does not hold up the rest when Telegram refuses it', async () => {
    telegram.fail('setMyCommands', refused(400, 'Bad Request'), refused(400, 'Bad Request'));
    await started();
    telegram.push(privateText(5, '你好'));
    await until(() => telegram.textsTo('5').length === 1);
    expect(logged).toContain('telegram.menuNotSet');
  });
});

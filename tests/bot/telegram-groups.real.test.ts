import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Logger } from '../../activities/ports/services.ts';
import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type {
  TelegramChannel,
  TelegramOptions,
} from '../../bot/channels/telegram/create-telegram-channel.ts';
import { groupSays } from '../../bot/engine/group-message.ts';
import type { GroupMessage } from '../../bot/engine/group-message.ts';
import type { Engine, HandleResult, InboundMessage } from '../../bot/model.ts';
import { noLinks } from '../../bot/channels/channel.ts';
import { replyWith, say } from '../support/scripted-engine.ts';
import { refused, startTelegramDouble } from '../support/telegram-double.ts';
import type { TelegramDouble } from '../support/telegram-double.ts';
import {
  group,
  groupText,
  me,
  mentioning,
  privateTap,
  privateText,
  user,
} from '../support/telegram-updates.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

const place = { locale: 'zh-CN' as const, links: noLinks };
const forAll: GroupMessage = groupSays(place, ['help']);
const greeting: GroupMessage = groupSays(place, ['emptyAsk']);
const groupId = String(group.id);

let telegram: TelegramDouble;
let temp: TempStores;
let channel: TelegramChannel | null;
let handled: InboundMessage[];
let respond: (message: InboundMessage) => HandleResult | Promise<HandleResult>;
let unasked: NonNullable<Engine['answersUnasked']>;

beforeEach(async () => {
  telegram = await startTelegramDouble();
  temp = await openTempStores();
  channel = null;
  handled = [];
  respond = (m) => replyWith(m.chat.kind === 'group' ? forAll : say(`收到：${m.text}`));
  unasked = async () => false;
});
afterEach(async () => {
  await channel?.stop();
  await telegram.close();
  await temp.dispose();
});

async function started(changes: Partial<TelegramOptions> = {}): Promise<TelegramChannel> {
  const silent = (): void => undefined;
  const log: Logger = { debug: silent, info: silent, warn: silent, error: silent };
  channel = createTelegramChannel({
    ...{ token: '1:double', apiRoot: telegram.apiRoot, fetch: null, webhookSecret: null, publicUrl: null },
    engine: {
      handle: async (message) => {
        handled.push(message);
        return respond(message);
      },
      answersUnasked: (message) => unasked(message),
      groupGreeting: () => greeting,
    },
    stores: temp.stores,
    log,
    ...changes,
  });
  await channel.start();
  return channel;
}

const asked = (text: string, more: object = {}): Record<string, unknown> =>
  groupText(5, '', { ...mentioning('@tongbao_bot', `@tongbao_bot ${text}`), ...more });
const membership = (status: string): Record<string, unknown> => ({
  my_chat_member: { chat: group, from: user(5), date: 0, new_chat_member: { status, user: me } },
});
const sent = () => telegram.of('sendMessage').map(({ params }) => params);
const allDone = async (): Promise<boolean> =>
  (await temp.stores.inbound.unprocessed('telegram')).length === 0;
const present = async (): Promise<string[]> =>
  (await temp.stores.groups.present('telegram')).map(({ chatId }) => chatId);

describe('coming into a group and going', () => {
  it('greets once, and again only after it was gone', async () => {
    await started();
    for (const status of ['member', 'administrator', 'left', 'kicked', 'member']) {
      telegram.push(membership(status));
    }
    telegram.push(asked('费用'));
    await until(() => sent().length === 3);
    await until(allDone);
    expect(sent().map(({ text }) => text === greeting.paragraphs[0])).toEqual([true, true, false]);
    expect(await present()).toEqual([groupId]);
  });

  it('knows a group where somebody talks to it, and forgets one that it can write to no more', async () => {
    await started();
    telegram.push(asked('费用'));
    await until(() => sent().length === 1);
    expect(await present()).toEqual([groupId]);
    expect(sent().some(({ text }) => text === greeting.paragraphs[0])).toBe(false);
    telegram.fail('sendMessage', refused(403, 'Forbidden: bot was kicked from the supergroup chat'));
    telegram.push(asked('费用'));
    await until(async () => (await present()).length === 0);
    await until(allDone);
  });
});

describe('a group that becomes a supergroup', () => {
  const old = { id: -77, type: 'group', title: '老群' };
  beforeEach(async () => {
    await temp.stores.groups.joined('telegram', '-77');
    await temp.stores.groups.change('telegram', '-77', { city: '淮安', announcements: false });
  });
  const chosen = () => temp.stores.groups.settingsOf('telegram', groupId);

  it('takes its settings along when it says so', async () => {
    await started();
    telegram.push(groupText(5, '', { text: undefined, chat: old, migrate_to_chat_id: group.id }));
    telegram.push(groupText(5, '', { text: undefined, migrate_from_chat_id: -77 }));
    telegram.push(membership('member'));
    await until(async () => (await chosen()).city === '淮安');
    await until(allDone);
    expect(await chosen()).toMatchObject({ city: '淮安', announcements: false });
    expect(await present()).toEqual([groupId]);
  });

  it('takes them along when a message is refused for it, and the message arrives', async () => {
    const running = await started();
    telegram.fail(
      'sendMessage',
      refused(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: group.id }),
    );
    await running.sender.send('-77', forAll, { replyTo: '12' });
    expect(sent().map((params) => [params['chat_id'], params['reply_parameters'] !== undefined])).toEqual([
      ['-77', true],
      [groupId, false],
    ]);
    expect(await chosen()).toMatchObject({ city: '淮安', announcements: false });
  });
});

describe('an answer in a group', () => {
  it('is a reply to the question, in its topic, and goes out where the question is gone', async () => {
    await started();
    telegram.push(asked('费用', { message_id: 42, is_topic_message: true, message_thread_id: 33 }));
    await until(() => sent().length === 1);
    expect(sent()[0]).toMatchObject({ chat_id: groupId, message_thread_id: '33' });
    expect(JSON.parse(sent()[0]?.['reply_parameters'] ?? '')).toEqual({
      message_id: 42,
      allow_sending_without_reply: true,
    });
    telegram.push(privateText(5, '费用'));
    await until(() => sent().length === 2);
    expect(sent()[1]?.['reply_parameters']).toBeUndefined();
  });

  it('that nobody asked for is stored and given only where the engine says so, and never to others', async () => {
    unasked = async ({ text }) => {
      if (text === '坏') throw new Error('broken');
      return text.startsWith('请问');
    };
    const { inbound } = temp.stores;
    const stored: string[] = [];
    await started({
      stores: {
        ...temp.stores,
        inbound: {
          ...inbound,
          accept: (name, id, payload) => {
            stored.push(payload);
            return inbound.accept(name, id, payload);
          },
        },
      },
    });
    telegram.push(groupText(5, '老张，我的手机换成13912345678了'));
    telegram.push(groupText(5, '坏'));
    telegram.push(groupText(5, '请问费用', { reply_to_message: { message_id: 1, from: user(6) } }));
    telegram.push(groupText(5, '请问赔付比例'));
    await until(() => sent().length === 1);
    expect(handled.map((m) => m.text)).toEqual(['请问赔付比例']);
    expect(stored).toHaveLength(1);
  });
});

describe('who administers a group', () => {
  const by = (externalUserId: string, more: object = {}): InboundMessage => ({
    ...{ channel: 'telegram', externalId: 'x', text: '', command: null, callback: null, addressed: true },
    chat: { id: `${groupId}:33`, kind: 'group', groupId },
    sender: { externalUserId, locale: 'zh-CN', ...more },
  });

  it.each([
    ['creator', true],
    ['administrator', true],
    ['member', false],
    ['restricted', false],
    ['left', false],
    ['kicked', false],
  ])('%s: %s, as Telegram says at that moment', async (status, is) => {
    const running = await started();
    telegram.answer('getChatMember', { status, user: user(5) });
    expect(await running.isGroupAdmin(by('5'))).toBe(is);
    expect(telegram.of('getChatMember')[0]?.params).toEqual({ chat_id: groupId, user_id: '5' });
  });

  it('is who writes in the group’s name, and no channel, and nobody in private', async () => {
    const running = await started();
    telegram.answer('getChatMember', { status: 'creator', user: user(5) });
    expect(await running.isGroupAdmin(by(groupId, { asGroup: true }))).toBe(true);
    expect(await running.isGroupAdmin(by('-1009'))).toBe(false);
    expect(await running.isGroupAdmin({ ...by('5'), chat: { id: '5', kind: 'private' } })).toBe(false);
    expect(telegram.of('getChatMember')).toEqual([]);
  });

  it('is not somebody who is not there, and is unknown when Telegram does not say', async () => {
    const running = await started();
    telegram.fail('getChatMember', refused(400, 'Bad Request: user not found'), refused(502, 'Bad Gateway'));
    expect(await running.isGroupAdmin(by('5'))).toBe(false);
    await expect(running.isGroupAdmin(by('5'))).rejects.toThrow();
  });
});

describe('leaving', () => {
  it('is what Telegram is asked for, and a group that has the bot no more is left already', async () => {
    const running = await started();
    const { groups } = temp.stores;
    for (const id of ['-77', '-78']) await groups.joined('telegram', id);
    const there = async () => (await groups.present('telegram')).map(({ chatId }) => chatId);
    telegram.fail('leaveChat', refused(502, 'Bad Gateway'));
    await expect(running.leaveGroup('-77')).rejects.toMatchObject({ fate: 'ambiguous' });
    expect(await there()).toEqual(['-77', '-78']);
    await running.leaveGroup('-77');
    telegram.fail('leaveChat', refused(403, 'Forbidden: bot is not a member of the supergroup chat'));
    await running.leaveGroup('-78');
    expect(await there()).toEqual([]);
    expect(telegram.of('leaveChat').map(({ params }) => params['chat_id'])).toEqual(['-77', '-77', '-78']);
  });
});

describe('limits', () => {
  it('of any call are waited out', async () => {
    telegram.fail('getMe', refused(429, 'Too Many Requests', { retry_after: 0 }));
    telegram.fail('setMyCommands', refused(429, 'Too Many Requests', { retry_after: 0 }));
    telegram.fail('answerCallbackQuery', refused(429, 'Too Many Requests', { retry_after: 0 }));
    respond = () => ({ replies: [], toast: '记下了' });
    await started();
    telegram.push(privateTap(5, 'x'));
    await until(() => telegram.of('answerCallbackQuery').length === 2);
    expect(telegram.of('getMe')).toHaveLength(2);
    await until(() => telegram.of('setMyCommands').length === 7);
  });

  it('that last long keep the answer for the next start', async () => {
    const first = await started();
    telegram.fail('sendMessage', refused(429, 'Too Many Requests', { retry_after: 500 }));
    telegram.push(privateText(5, '费用'));
    await until(() => sent().length === 1);
    await first.stop();
    expect(await allDone()).toBe(false);
    await started();
    await until(() => sent().length === 2);
    await until(allDone);
    expect(telegram.textsTo('5')).toEqual(['收到：费用', '收到：费用']);
  });
});

describe('while an answer takes long', () => {
  it('the chat shows that one is coming, in the topic that asked', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    respond = async () => {
      await gate;
      return replyWith(forAll);
    };
    telegram.fail('sendChatAction', refused(429, 'Too Many Requests', { retry_after: 1 }));
    await started({ typingAfterMs: 1 });
    telegram.push(asked('费用', { is_topic_message: true, message_thread_id: 33 }));
    await until(() => telegram.of('sendChatAction').length === 1);
    expect(telegram.of('sendChatAction')[0]?.params).toEqual({
      ...{ chat_id: groupId, message_thread_id: '33', action: 'typing' },
    });
    letGo();
    await until(() => sent().length === 1);
    await until(allDone);
  });
});

describe('pictures sent together', () => {
  it('are one message', async () => {
    await started();
    const picture = { text: undefined, photo: [], media_group_id: 'album' };
    telegram.push(privateText(5, '', { ...picture, caption: '这一页怎么填' }));
    telegram.push(privateText(5, '', picture));
    telegram.push(privateText(5, '再见'));
    await until(() => sent().length === 2);
    expect(handled.map((m) => m.text)).toEqual(['这一页怎么填', '再见']);
  });
});

describe('an edited question', () => {
  const edited = (text: string): Record<string, unknown> => ({
    edited_message: { ...(privateText(5, text, { message_id: 41, edit_date: 60 })['message'] as object) },
  });

  it('is answered in the place of the earlier answer, also after a new start', async () => {
    const first = await started();
    telegram.push(privateText(5, '费用', { message_id: 41 }));
    await until(() => sent().length === 1);
    await until(allDone);
    await first.stop();
    await started();
    telegram.push(edited('信用期限'));
    await until(() => telegram.of('editMessageText').length === 1);
    expect(telegram.of('editMessageText')[0]?.params).toMatchObject({
      ...{ chat_id: '5', message_id: '1', text: '收到：信用期限' },
    });
    await until(allDone);
    expect(sent()).toHaveLength(1);
  });

  it('is answered anew where the earlier answer is gone', async () => {
    await started();
    telegram.push(privateText(5, '费用', { message_id: 41 }));
    await until(() => sent().length === 1);
    telegram.fail('editMessageText', refused(400, 'Bad Request: message to edit not found'));
    telegram.push(edited('信用期限'));
    await until(() => telegram.textsTo('5').includes('收到：信用期限'));
  });
});

describe('what only one member of a group sees', () => {
  const only = { message_id: 0, ephemeral_message_id: 21, receiver_user: me };

  it('is answered so that only that member sees it, and changed in place', async () => {
    telegram.answer('sendMessage', { message_id: 0, ephemeral_message_id: 22, date: 0, chat: group });
    await started();
    telegram.push(groupText(5, '/settings@tongbao_bot', only));
    await until(() => sent().length === 1);
    expect(JSON.parse(sent()[0]?.['ephemeral_message_parameters'] ?? '')).toEqual({ receiver_user_id: 5 });
    expect(JSON.parse(sent()[0]?.['reply_parameters'] ?? '')).toEqual({ ephemeral_message_id: 21 });

    respond = () => ({ replies: [{ kind: 'edit', message: forAll }], toast: null });
    const tap = privateTap(5, 'group|show')['callback_query'] as object;
    const message = { ...only, ephemeral_message_id: 22, date: 1, chat: group, from: me, text: '…' };
    telegram.push({ callback_query: { ...tap, message } });
    await until(() => telegram.of('editEphemeralMessageText').length === 1);
    expect(telegram.of('editEphemeralMessageText')[0]?.params).toMatchObject({
      ...{ chat_id: groupId, receiver_user_id: '5', ephemeral_message_id: '22' },
    });
    await until(allDone);
    expect(telegram.of('editMessageText')).toEqual([]);
  });

  it('is never assumed: a plain message is answered in the open', async () => {
    await started();
    telegram.push(asked('费用'));
    await until(() => sent().length === 1);
    expect(sent()[0]?.['ephemeral_message_parameters']).toBeUndefined();
  });
});

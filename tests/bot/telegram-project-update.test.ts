import { describe, expect, it } from 'vitest';
import type { Update } from 'node-telegram-bot-api/types';
import { decodeChatId, encodeChatId } from '../../bot/channels/telegram/chat-id.ts';
import { projectUpdate } from '../../bot/channels/telegram/project-update.ts';
import type { InboundMessage } from '../../bot/model.ts';
import {
  group,
  groupText,
  me,
  mentioning,
  privateChat,
  privateTap,
  privateText,
  user,
} from '../support/telegram-updates.ts';

const self = { id: me.id, username: me.username };
const project = (update: Record<string, unknown>) =>
  projectUpdate({ update_id: 9, ...update } as unknown as Update, self);
function messageOf(update: Record<string, unknown>): InboundMessage {
  const projected = project(update);
  if (projected.kind !== 'message') throw new Error(projected.kind);
  return projected.message;
}

describe('a private message', () => {
  it('becomes ours, without a name in it', () => {
    expect(project(privateText(5, '赔付比例是多少'))).toEqual({
      kind: 'message',
      callbackQueryId: null,
      message: {
        channel: 'telegram',
        externalId: '9',
        messageId: expect.any(String) as string,
        chat: { id: '5', kind: 'private' },
        sender: { externalUserId: '5', locale: 'zh-CN' },
        text: '赔付比例是多少',
        command: null,
        callback: null,
        addressed: true,
      },
    });
  });

  it.each([
    ['/start 7KQ2M9XD4R', { name: 'start', args: '7KQ2M9XD4R' }],
    ['/Status', { name: 'status', args: '' }],
    ['/return@tongbao_bot 913 不在\n名单', { name: 'return', args: '913 不在\n名单' }],
    ['/ 什么', null],
    ['出口/转内销', null],
  ])('"%s" is a command where it is one', (text, command) => {
    expect(messageOf(privateText(5, text)).command).toEqual(command);
  });

  it('takes the caption of a picture for its text, and a picture without one for nothing', () => {
    const picture = (more: object) => ({
      message: { message_id: 1, date: 0, from: user(5), chat: privateChat(5), photo: [], ...more },
    });
    expect(messageOf(picture({ caption: '这一步怎么弄' })).text).toBe('这一步怎么弄');
    expect(messageOf(picture({})).text).toBe('');
  });

  it('is English only for an English client', () => {
    const from = (code: string) =>
      messageOf(privateText(5, 'x', { from: user(5, { language_code: code }) })).sender.locale;
    expect([from('en'), from('en-GB'), from('zh-hans'), from('ru')]).toEqual(['en', 'en', 'zh-CN', 'zh-CN']);
  });

  it('of another bot, or in a channel, is not answered', () => {
    expect(project(privateText(5, 'x', { from: user(5, { is_bot: true }) })).kind).toBe('ignored');
    expect(project(privateText(5, 'x', { chat: { id: 1, type: 'channel' } })).kind).toBe('ignored');
    expect(project({ poll: {} }).kind).toBe('ignored');
  });
});

describe('a group message', () => {
  it.each([
    ['a mention', mentioning('@tongbao_bot', '@tongbao_bot 赔付比例'), '赔付比例'],
    ['a mention in other case', mentioning('@TongBao_Bot', '请问 @TongBao_Bot 赔付比例'), '请问   赔付比例'],
    ['a mention after emoji', mentioning('@tongbao_bot', '😀😀 @tongbao_bot 你好'), '😀😀   你好'],
    ['a reply to the bot', { text: '那银行呢', reply_to_message: { from: me } }, '那银行呢'],
  ])('is addressed by %s', (_how, more, text) => {
    const message = messageOf(groupText(5, more.text, more));
    expect(message.addressed).toBe(true);
    expect(message.text.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
    expect(message.chat).toEqual({ id: '-1001', kind: 'group' });
  });

  it.each([
    ['nothing', { text: '大家好' }],
    ['a mention of somebody else', mentioning('@laowang', '@laowang 在吗')],
    ['a longer name', mentioning('@tongbao_bot2', '@tongbao_bot2 在吗')],
    ['the name without being a mention', { text: 'tongbao_bot 是什么' }],
    ['a reply to somebody else', { text: '对', reply_to_message: { from: user(6) } }],
    [
      'the opening of a topic by the bot',
      { text: '对', reply_to_message: { from: me, forum_topic_created: { name: 't' } } },
    ],
  ])('is not addressed by %s', (_how, more) => {
    expect(messageOf(groupText(5, more.text, more)).addressed).toBe(false);
  });

  it('is addressed by a command, and ignored when the command is for another bot', () => {
    expect(messageOf(groupText(5, '/help@tongbao_bot'))).toMatchObject({
      addressed: true,
      command: { name: 'help', args: '' },
    });
    expect(
      messageOf(groupText(5, '@tongbao_bot /ask 费用', mentioning('@tongbao_bot', '@tongbao_bot /ask 费用')))
        .command,
    ).toEqual({ name: 'ask', args: '费用' });
    expect(project(groupText(5, '/help@other_bot')).kind).toBe('ignored');
  });

  it('of a forum topic stays in its topic, and a reply thread is no topic', () => {
    expect(messageOf(groupText(5, 'x', { is_topic_message: true, message_thread_id: 33 })).chat.id).toBe(
      '-1001:33',
    );
    expect(messageOf(groupText(5, 'x', { message_thread_id: 33 })).chat.id).toBe('-1001');
  });

  it('of an anonymous administrator is read', () => {
    expect(
      messageOf(
        groupText(1087968824, '/help', { from: user(1087968824, { is_bot: true }), sender_chat: group }),
      ).addressed,
    ).toBe(true);
  });
});

describe('other updates', () => {
  it('are tapped buttons', () => {
    expect(project(privateTap(5, 'topic|fees', 77))).toMatchObject({
      kind: 'message',
      message: { callback: { data: 'topic|fees', messageId: '77' }, chat: { id: '5', kind: 'private' } },
    });
  });

  it('are buttons whose message is gone', () => {
    expect(project({ callback_query: { id: 'q', from: user(5), chat_instance: '1', data: 'x' } })).toEqual({
      kind: 'orphanCallback',
      externalId: '9',
      callbackQueryId: 'q',
      locale: 'zh-CN',
    });
  });

  it.each([
    ['kicked', true],
    ['member', false],
  ])('are a person who blocks and lets in again: %s', (status, blocked) => {
    expect(
      project({
        my_chat_member: {
          chat: privateChat(5),
          from: user(5),
          date: 0,
          new_chat_member: { status, user: me },
        },
      }),
    ).toMatchObject({ kind: 'membership', externalUserId: '5', blocked });
    const channel = { id: -3, type: 'channel' };
    expect(
      project({ my_chat_member: { chat: channel, from: user(5), date: 0, new_chat_member: { status } } })
        .kind,
    ).toBe('ignored');
  });
});

it.each([
  [-1001, undefined],
  [-1001, 33],
  [5, undefined],
])('writes and reads chat %s, topic %s', (chat, topic) => {
  expect(decodeChatId(encodeChatId(chat, topic))).toEqual({
    chat_id: chat,
    ...(topic === undefined ? {} : { message_thread_id: topic }),
  });
});

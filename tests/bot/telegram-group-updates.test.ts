import { describe, expect, it } from 'vitest';
import type { Update } from 'node-telegram-bot-api/types';
import { projectUpdate } from '../../bot/channels/telegram/project-update.ts';
import type { Projected } from '../../bot/channels/telegram/projected.ts';
import type { InboundMessage } from '../../bot/model.ts';
import { group, groupText, me, mentioning, privateText, user } from '../support/telegram-updates.ts';

const self = { id: me.id, username: me.username };
const project = (update: Record<string, unknown>): Projected =>
  projectUpdate({ update_id: 9, ...update } as unknown as Update, self);
function messageOf(update: Record<string, unknown>): InboundMessage {
  const projected = project(update);
  if (projected.kind !== 'message') throw new Error(projected.kind);
  return projected.message;
}
const mention = mentioning('@tongbao_bot', '@tongbao_bot');
const otherBot = user(77, { is_bot: true });
const said = (text: string, more: object = {}): object => ({
  ...{ message_id: 3, date: 0, chat: group, from: user(6), text },
  ...more,
});

describe('a quoted message', () => {
  it.each([
    ['the whole message', { reply_to_message: said('信用期限最长多少天') }, '信用期限最长多少天'],
    [
      'the part that was marked',
      {
        reply_to_message: said('很长的话。信用期限最长多少天'),
        quote: { text: '信用期限最长多少天', position: 5 },
      },
      '信用期限最长多少天',
    ],
    [
      'the words under a picture',
      { reply_to_message: { ...said(''), text: undefined, caption: '这一页怎么填', photo: [] } },
      '这一页怎么填',
    ],
    ['what called the bot there', { reply_to_message: said('/ask@tongbao_bot 费用') }, '费用'],
    [
      'a message of another chat',
      { external_reply: { origin: { type: 'hidden_user' } }, quote: { text: '费用' } },
      '费用',
    ],
  ])('comes along: %s', (_what, more, text) => {
    expect(messageOf(groupText(5, '@tongbao_bot', { ...mention, ...more })).quoted?.text).toBe(text);
  });

  it('is told from the bot’s own, also from one of its private messages', () => {
    const own = { reply_to_message: said('您已关联', { from: me }) };
    expect(messageOf(groupText(5, '@tongbao_bot', { ...mention, ...own })).quoted?.fromBot).toBe(true);
    const elsewhere = {
      external_reply: { origin: { type: 'user', sender_user: me } },
      quote: { text: '进度' },
    };
    expect(messageOf(groupText(5, '@tongbao_bot', { ...mention, ...elsewhere })).quoted).toEqual({
      text: '进度',
      fromBot: true,
    });
  });

  it.each([
    ['the opening of a topic', { forum_topic_created: { name: 't' } }],
    ['a whole post of the channel', { is_automatic_forward: true, sender_chat: { id: -5, type: 'channel' } }],
  ])('is none: %s', (_what, more) => {
    const replied = { reply_to_message: said('通知全文', more) };
    expect(messageOf(groupText(5, '@tongbao_bot', { ...mention, ...replied })).quoted).toBeUndefined();
  });
});

describe('several bots in one group', () => {
  it.each([
    ['a command of another', groupText(5, '/ask@other_bot 费用')],
    ['a command of another after a mention of us', groupText(5, '/help@other_bot', {})],
    [
      'a bare command that replies to another',
      groupText(5, '/help', { reply_to_message: said('', { from: otherBot }) }),
    ],
  ])('%s is not ours', (_what, update) => {
    expect(project(update).kind).toBe('ignored');
  });

  it('a reply to another is not for us', () => {
    const update = groupText(5, '赔付比例是多少', { reply_to_message: said('', { from: otherBot }) });
    expect(project(update)).toMatchObject({ toOthers: true, message: { addressed: false } });
  });

  it('a command with our name, or a mention, in a reply to another is', () => {
    const reply = { reply_to_message: said('费用', { from: otherBot }) };
    expect(messageOf(groupText(5, '/help@tongbao_bot', reply)).addressed).toBe(true);
    expect(messageOf(groupText(5, '@tongbao_bot', { ...mention, ...reply })).addressed).toBe(true);
  });

  it('a bare command that replies to a person, or to an anonymous administrator, is', () => {
    const anonymous = { from: user(1087968824, { is_bot: true }), sender_chat: group };
    for (const more of [{}, anonymous]) {
      expect(messageOf(groupText(5, '/ask', { reply_to_message: said('费用', more) })).addressed).toBe(true);
    }
  });
});

describe('who writes in the name of a chat', () => {
  it('is an anonymous administrator where the chat is the group', () => {
    const message = messageOf(
      groupText(1087968824, '/settings', { from: user(1087968824, { is_bot: true }), sender_chat: group }),
    );
    expect(message.sender).toEqual({ externalUserId: String(group.id), locale: 'zh-CN', asGroup: true });
  });

  it('is nobody in particular where it is a channel', () => {
    const channel = { id: -1009, type: 'channel', title: '频道' };
    const message = messageOf(
      groupText(136817688, '/settings', { from: user(136817688, { is_bot: true }), sender_chat: channel }),
    );
    expect(message.sender).toEqual({ externalUserId: '-1009', locale: 'zh-CN' });
  });

  it('is not heard where it is a post that the channel sends on by itself', () => {
    const post = {
      is_automatic_forward: true,
      sender_chat: { id: -1009, type: 'channel' },
      from: user(777000),
    };
    expect(project(groupText(777000, '@tongbao_bot', { ...mention, ...post })).kind).toBe('ignored');
  });

  it('a comment under such a post is heard, and stays in the group’s own place', () => {
    const post = said('通知', { is_automatic_forward: true, sender_chat: { id: -1009, type: 'channel' } });
    const comment = { message_thread_id: 3, reply_to_message: post };
    const message = messageOf(
      groupText(5, '', { ...mentioning('@tongbao_bot', '@tongbao_bot 费用'), ...comment }),
    );
    expect(message).toMatchObject({
      addressed: true,
      text: '费用',
      chat: { id: String(group.id), kind: 'group' },
    });
  });
});

describe('what is not text', () => {
  it.each([
    ['photo', { photo: [] }],
    ['document', { document: {} }],
    ['video', { animation: {}, document: {} }],
    ['voice', { voice: {} }],
    ['sticker', { sticker: {} }],
    ['other', { location: {} }],
  ])('is a %s', (kind, more) => {
    expect(messageOf(privateText(5, '', { text: undefined, ...more })).attachments).toEqual([kind]);
  });

  it('is for us in a group where it replies to us or its words call us, and else is not', () => {
    const picture = { text: undefined, photo: [] };
    expect(
      messageOf(groupText(5, '', { ...picture, reply_to_message: said('', { from: me }) })).addressed,
    ).toBe(true);
    const caption = { ...picture, caption: '@tongbao_bot', caption_entities: mention.entities };
    expect(messageOf(groupText(5, '', caption))).toMatchObject({ addressed: true, attachments: ['photo'] });
    expect(messageOf(groupText(5, '', picture)).addressed).toBe(false);
  });

  it('is nothing where it only tells of the group', () => {
    expect(project(groupText(5, '', { text: undefined, new_chat_title: 'x' })).kind).toBe('ignored');
    expect(project(groupText(5, '', { text: undefined, new_chat_members: [me] })).kind).toBe('ignored');
  });
});

describe('an edited message', () => {
  const edited = (update: Record<string, unknown>, editDate = 60): Record<string, unknown> => ({
    edited_message: { ...(update['message'] as object), edit_date: editDate },
  });

  it('is a question again, with the ID that it had', () => {
    const before = privateText(5, '费用是多少', { message_id: 41 });
    expect(messageOf(edited(before))).toMatchObject({ messageId: '41', edited: true, text: '费用是多少' });
    expect(messageOf(edited(privateText(5, '/ask 费用'))).edited).toBe(true);
  });

  it.each([
    ['a command, which was carried out', edited(privateText(5, '/stop'))],
    ['what is long past', edited(privateText(5, '费用'), 3 * 86_400)],
    ['what people say to one another', edited(groupText(5, '赔付比例是多少？'))],
  ])('is left alone: %s', (_what, update) => {
    expect(project(update).kind).toBe('ignored');
  });
});

describe('a group itself', () => {
  const member = (status: string, more: object = {}) =>
    project({
      my_chat_member: { chat: group, from: user(5), date: 0, new_chat_member: { status, ...more } },
    });

  it.each([
    ['member', {}, true],
    ['administrator', {}, true],
    ['restricted', { is_member: true }, true],
    ['restricted', { is_member: false }, false],
    ['left', {}, false],
    ['kicked', {}, false],
  ])('has the bot as %s %j', (status, more, present) => {
    expect(member(status, more)).toMatchObject({ kind: 'group', chatId: String(group.id), present });
  });

  it('moves to another ID, as both of its chats tell', () => {
    const move = { kind: 'moved', fromChatId: '-7', toChatId: '-1001' };
    const old = { ...group, id: -7, type: 'group' };
    expect(
      project(groupText(5, '', { text: undefined, chat: old, migrate_to_chat_id: -1001 })),
    ).toMatchObject(move);
    expect(project(groupText(5, '', { text: undefined, migrate_from_chat_id: -7 }))).toMatchObject(move);
  });
});

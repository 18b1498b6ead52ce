import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import type { OneBotChannel } from '../../bot/channels/onebot/create-onebot-channel.ts';
import { groupWords } from '../../bot/engine/group-message.ts';
import type { GroupMessage } from '../../bot/engine/group-message.ts';
import type { InboundMessage } from '../../bot/model.ts';
import { at, groupId, messageFrom, reply, startOneBotBot, text } from '../support/onebot-bot.ts';
import type { OneBotBot } from '../support/onebot-bot.ts';
import { textIn } from '../support/onebot-double.ts';
import type { DoubleSegment, OneBotDouble } from '../support/onebot-double.ts';
import { createScriptedEngine, forGroup, replyWith, say } from '../support/scripted-engine.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

let temp: TempStores;
let bot: OneBotBot;
let qq: OneBotDouble;
let engine: ReturnType<typeof createScriptedEngine>;
let logged: string[];

beforeEach(async () => {
  temp = await openTempStores();
  bot = await startOneBotBot();
  qq = bot.qq;
  engine = createScriptedEngine();
  logged = [];
});
afterEach(async () => {
  await bot.close();
  await temp.dispose();
});

const note = (message: string): void => void logged.push(message);
const log = { debug: note, info: note, warn: note, error: note };
const open = (o: Parameters<OneBotBot['open']>[1] = {}): Promise<OneBotChannel> =>
  bot.open({ engine, stores: temp.stores, log }, o);
let messageIds = 100;
const says = (place: 'private' | 'group', message: unknown, who = 5): Promise<void> =>
  qq.push(messageFrom(who, place, (messageIds += 1), message));
/** What the engine got of a message that comes alone. */
async function got(place: 'private' | 'group', message: unknown): Promise<InboundMessage | undefined> {
  const before = engine.handled.length;
  await says(place, message);
  await until(() => engine.handled.length === before + 1);
  return engine.handled.at(-1);
}
/** Nothing was made of what came before: a private message that comes after is the first that is handled. */
async function nothingHandled(): Promise<void> {
  await says('private', [text('之后')], 77);
  await until(() => engine.handled.length > 0);
  expect(engine.handled.map((message) => message.text)).toEqual(['之后']);
}

describe('a message', () => {
  it('is read alike in segments and in CQ codes', async () => {
    await open();
    const said = '[CQ:at,qq=1] & 方括号[x]，逗号';
    const bySegments = await got('group', [at(qq.selfId), text(` ${said}`)]);
    const escaped = said.replaceAll('&', '&amp;').replaceAll('[', '&#91;').replaceAll(']', '&#93;');
    const byCodes = await got('group', `[CQ:at,qq=${qq.selfId}] ${escaped}`);
    expect(bySegments?.text).toBe(said);
    expect(byCodes?.text).toBe(said);
    const file = await got('private', '[CQ:image,file=a&#44;b.jpg,url=https://x.example/?a=1&amp;b=2]这个呢');
    expect(file).toMatchObject({ text: '这个呢', attachments: ['photo'] });
  });

  it.each([
    [[{ type: 'face', data: { id: '14' } }], { text: '', attachments: ['sticker'] }],
    [[{ type: 'image', data: { file: 'x', sub_type: 1 } }], { attachments: ['sticker'] }],
    [[{ type: 'mface', data: {} }], { attachments: ['sticker'] }],
    [[{ type: 'json', data: { data: '{}' } }], { attachments: ['other'] }],
    [[{ type: 'video', data: {} }, text('看这个')], { text: '看这个', attachments: ['video'] }],
  ])('tells what it holds besides text: %j', async (segments, expected) => {
    await open();
    expect(await got('private', segments)).toMatchObject(expected);
  });

  it('with a face in its text is text', async () => {
    await open();
    const message = await got('private', [text('你好'), { type: 'face', data: { id: '14' } }]);
    expect(message).toMatchObject({ text: '你好' });
    expect(message).not.toHaveProperty('attachments');
  });

  it('of the account itself is not answered, nor what hides its sender or is a line of QQ', async () => {
    await open();
    await says('private', [text('我自己')], qq.selfId);
    await qq.push({ ...messageFrom(5, 'group', 1, [at(qq.selfId), text('匿名')]), sub_type: 'anonymous' });
    await qq.push({ ...messageFrom(5, 'group', 2, [at(qq.selfId), text('提示')]), sub_type: 'notice' });
    await qq.push({ ...messageFrom(5, 'private', 3, [text('另一台手机')]), post_type: 'message_sent' });
    await nothingHandled();
  });

  it('comes from the same person and chat whether IDs are numbers or text', async () => {
    await open();
    const asText = { ...messageFrom(5, 'private', 9, [text('在吗')]), user_id: '5', message_id: '9' };
    await qq.push(asText);
    await qq.push(messageFrom(5, 'private', 9, [text('在吗')]));
    await says('private', [text('二')]);
    await until(() => engine.handled.length === 2);
    expect(engine.handled.map((message) => message.text)).toEqual(['在吗', '二']);
  });

  it('that cannot be stored at once is stored a moment later', async () => {
    const { inbound } = temp.stores;
    let failing = 2;
    const stores = {
      ...temp.stores,
      inbound: {
        ...inbound,
        accept: (...given: Parameters<typeof inbound.accept>) => {
          if ((failing -= 1) >= 0) throw new Error('busy');
          return inbound.accept(...given);
        },
      },
    };
    await bot.open({ engine, stores, log });
    await says('private', [text('别丢')]);
    await until(() => qq.sent.length === 1);
    expect(logged.filter((line) => line === 'onebot.eventNotStored')).toHaveLength(2);
  });
});

describe('in a group', () => {
  it('the question is quoted by its answer', async () => {
    await open();
    await qq.push(messageFrom(5, 'group', 4_321, [at(qq.selfId), text('赔付比例')]));
    await until(() => qq.sent.length === 1);
    const [call] = qq.of('send_group_msg');
    expect(call?.params['group_id']).toBe(groupId);
    const [first, second] = call?.params['message'] as DoubleSegment[];
    expect(first).toEqual({ type: 'reply', data: { id: '4321' } });
    expect(second?.type).toBe('text');
  });

  it('a reply to the bot is for it, and one to somebody else is not', async () => {
    await open();
    qq.knows(1, { message: [text('企业：费用')], sender: { user_id: 8 }, group_id: groupId });
    qq.knows(2, { message: [text('不收费')], sender: { user_id: qq.selfId }, group_id: groupId });
    await says('group', [reply(1), text('是啊')]);
    const message = await got('group', [reply(2), text('为什么')]);
    expect(message).toMatchObject({ text: '为什么', quoted: { text: '不收费', fromBot: true } });
    expect(engine.handled).toHaveLength(1);
  });

  it('what is quoted from another chat is not read', async () => {
    await open();
    qq.knows(3, { message: [text('虚构锦程公司待确认')], sender: { user_id: qq.selfId }, group_id: 999 });
    const message = await got('group', [reply(3), at(qq.selfId), text('这个呢')]);
    expect(message).not.toHaveProperty('quoted');
  });

  it('a message with somebody else mentioned, and one for everybody, are not for it', async () => {
    await open();
    await says('group', [at(8), text('赔付比例是多少')]);
    await says('group', [{ type: 'at', data: { qq: 'all' } }, text('赔付比例是多少')]);
    await says('group', [at(8), text('/help')]);
    await nothingHandled();
    await until(async () => (await temp.stores.inbound.unprocessed('onebot')).length === 0);
  });

  it('is left and joined as QQ tells, with one greeting', async () => {
    engine.groupGreeting = () => forGroup('大家好');
    await open();
    const came = { post_type: 'notice', notice_type: 'group_increase', sub_type: 'invite' };
    const mine = { group_id: groupId, user_id: qq.selfId, operator_id: 5 };
    const { groups } = temp.stores;
    await qq.push({ ...came, ...mine, user_id: 6 });
    await qq.push({ ...came, ...mine });
    await qq.push({ ...came, ...mine });
    await until(() => qq.sent.length === 1);
    await until(async () => (await groups.present('onebot')).length === 1);
    expect((await groups.present('onebot'))[0]?.chatId).toBe(`group:${groupId}`);
    const kicked = { post_type: 'notice', notice_type: 'group_decrease', sub_type: 'kick_me' };
    await qq.push({ ...kicked, ...mine });
    await until(async () => (await groups.present('onebot')).length === 0);
    expect(qq.sent).toHaveLength(1);
  });

  it('is noted as left when QQ says that the account is not in it', async () => {
    await open();
    const { groups } = temp.stores;
    await says('group', [at(qq.selfId), text('在吗')]);
    await until(() => qq.sent.length === 1);
    expect(await groups.present('onebot')).toHaveLength(1);
    qq.fail('send_group_msg', { retcode: 1200, message: '你已被移出该群' });
    await says('group', [at(qq.selfId), text('在吗')]);
    await until(async () => (await groups.present('onebot')).length === 0);
  });

  it('is left when the office says so, and noted as left unless QQ keeps the account in', async () => {
    const channel = await open();
    const { groups } = temp.stores;
    await got('group', [at(qq.selfId), text('在吗')]);
    const [group] = await groups.present('onebot');
    const chatId = group?.chatId ?? '';
    qq.fail('set_group_leave', { retcode: 1200, message: '群主不能退群' });
    await expect(channel.leaveGroup(chatId)).rejects.toThrow(SendError);
    expect(await groups.present('onebot')).toHaveLength(1);
    qq.answers('set_group_leave', () => null);
    await channel.leaveGroup(chatId);
    expect(qq.of('set_group_leave').at(-1)?.params).toEqual({ group_id: groupId, is_dismiss: false });
    expect(await groups.present('onebot')).toEqual([]);
    await expect(channel.leaveGroup('private:5')).rejects.toThrow(SendError);
  });

  it('has administrators by what QQ says now', async () => {
    const channel = await open();
    const message = await got('group', [at(qq.selfId), text('/settings')]);
    if (message === undefined) throw new Error('nothing came');
    expect(await channel.isGroupAdmin(message)).toBe(false);
    qq.answers('get_group_member_info', () => ({ role: 'admin' }));
    expect(await channel.isGroupAdmin(message)).toBe(true);
    expect(await channel.isGroupAdmin({ ...message, chat: { id: 'private:5', kind: 'private' } })).toBe(
      false,
    );
  });

  it('a message that calls nobody is kept only where the group wants it answered', async () => {
    engine.answersUnasked = async (message) => message.text.includes('赔付');
    await open();
    await says('group', [text('今天天气不错')]);
    await says('group', [text('赔付比例是多少')]);
    await says('group', [at(8), text('赔付比例是多少')]);
    await until(() => engine.handled.length === 1);
    expect(engine.handled[0]).toMatchObject({ text: '赔付比例是多少', addressed: false });
  });
});

describe('in private', () => {
  it('somebody met in a group is answered through it, and not written to otherwise', async () => {
    await open();
    const said = messageFrom(5, 'private', 31, [text('我想单独问')]);
    await qq.push({ ...said, sub_type: 'group', sender: { user_id: 5, group_id: groupId } });
    await until(() => qq.sent.length === 1);
    expect(qq.of('send_private_msg')[0]?.params).toMatchObject({ user_id: 5, group_id: groupId });
    expect(engine.handled[0]?.chat).toEqual({
      ...{ id: `temporary:${groupId}:5`, kind: 'private', answersOnly: true },
    });
    const friend = await got('private', [text('加好友了')]);
    expect(friend?.chat).toEqual({ id: 'private:5', kind: 'private' });
    expect(friend?.sender.externalUserId).toBe('5');
  });

  it('a new friend is greeted as one who opens the chat', async () => {
    await open();
    await qq.push({ post_type: 'notice', notice_type: 'friend_add', user_id: 5 });
    await until(() => engine.handled.length === 1);
    expect(engine.handled[0]).toMatchObject({
      ...{ command: { name: 'start', args: '' }, chat: { id: 'private:5' } },
    });
  });

  it('the language is that of what is written', async () => {
    await open();
    expect((await got('private', [text('what is the payout ratio')]))?.sender.locale).toBe('en');
    expect((await got('private', [text('赔付比例')]))?.sender.locale).toBe('zh-CN');
  });
});

describe('requests', () => {
  const friend = {
    post_type: 'request',
    request_type: 'friend',
    user_id: 5,
    comment: '我是企业',
    flag: 'u_Kq-7w|1700000000',
  };
  const invite = { post_type: 'request', request_type: 'group', sub_type: 'invite', user_id: 5, flag: 'g1' };

  it('are left to who owns the account, and noted without names', async () => {
    await open();
    await qq.push(friend);
    await qq.push({ ...invite, group_id: groupId });
    await until(() => logged.filter((line) => line === 'onebot.request').length === 2);
    expect(qq.of('set_friend_add_request')).toEqual([]);
    expect(qq.of('set_group_add_request')).toEqual([]);
  });

  it('are accepted where the office wants it, but not those of others into a group', async () => {
    await open({ friendRequests: 'accept', groupInvitations: 'accept' });
    await qq.push({ ...invite, group_id: groupId, sub_type: 'add', flag: 'g0' });
    await qq.push(friend);
    await qq.push({ ...invite, group_id: groupId });
    await until(() => qq.of('set_group_add_request').length + qq.of('set_friend_add_request').length === 2);
    expect(qq.of('set_friend_add_request')[0]?.params).toEqual({ flag: 'u_Kq-7w|1700000000', approve: true });
    expect(qq.of('set_group_add_request')[0]?.params).toMatchObject({
      ...{ flag: 'g1', sub_type: 'invite', approve: true },
    });
  });
});

describe('buttons', () => {
  function choiceInGroup(topic: string): GroupMessage {
    const message = groupWords(['选一个'], [], [[choice(topic, `topic|${topic}`)]]);
    if (message === null) throw new Error('this names a firm');
    return message;
  }
  const choice = (label: string, data: string) => ({ kind: 'callback' as const, label, data });
  const buttons = [[choice('费用', 'topic|fees')], [choice('怎么投保', 'topic|how-to-apply')]];

  it.each(['A', 'a', 'Ａ', 'A.', '费用', 'A. 费用', ' 费用。'])('are tapped by typing %s', async (typed) => {
    const channel = await open();
    await channel.sender.send('private:5', { ...say('选一个'), buttons });
    expect(textIn(qq.sent[0]?.message)).toContain('A. 费用\nB. 怎么投保');
    const message = await got('private', [text(typed)]);
    expect(message).toMatchObject({ text: '', callback: { data: 'topic|fees' } });
  });

  it('are those shown last for a letter, and earlier ones for their words', async () => {
    const channel = await open();
    await channel.sender.send('private:5', { ...say('选一个'), buttons });
    await channel.sender.send('private:5', {
      ...say('再选'),
      buttons: [[choice('联系人', 'topic|contacts')]],
    });
    expect((await got('private', [text('A')]))?.callback?.data).toBe('topic|contacts');
    expect((await got('private', [text('怎么投保')]))?.callback?.data).toBe('topic|how-to-apply');
    expect(await got('private', [text('B')])).toMatchObject({ text: 'B', callback: null });
    expect(await got('private', [text('赔付比例')])).toMatchObject({ text: '赔付比例', callback: null });
  });

  it('that are answered by a short text alone are answered by a message', async () => {
    engine = createScriptedEngine(() => ({ replies: [], toast: '已经处理过了' }));
    const channel = await open();
    await channel.sender.send('private:5', { ...say('选一个'), buttons });
    await got('private', [text('A')]);
    await until(() => qq.sent.length === 2);
    expect(textIn(qq.sent[1]?.message)).toBe('已经处理过了');
  });

  it('of a group are each asker’s own by letter', async () => {
    engine = createScriptedEngine((message) =>
      message.callback !== null
        ? replyWith(forGroup('好'))
        : replyWith(choiceInGroup(message.sender.externalUserId === '5' ? 'fees' : 'contacts')),
    );
    await open();
    await says('group', [at(qq.selfId), text('问')], 5);
    await until(() => qq.sent.length === 1);
    await says('group', [at(qq.selfId), text('问')], 6);
    await until(() => qq.sent.length === 2);
    expect((await got('group', [at(qq.selfId), text('A')]))?.callback?.data).toBe('topic|fees');
    const quoted = qq.sent[1]?.id ?? 0;
    expect((await got('group', [reply(quoted), text('a')]))?.callback?.data).toBe('topic|contacts');
  });
});

describe('what goes out', () => {
  it('is never read as a code, whatever it says', async () => {
    await open();
    await says('private', [text('[CQ:at,qq=all]')]);
    await until(() => qq.sent.length === 1);
    expect(qq.sent[0]?.message).toEqual([{ type: 'text', data: { text: '收到：[CQ:at,qq=all]' } }]);
  });
});

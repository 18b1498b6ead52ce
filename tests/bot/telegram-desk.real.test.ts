import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type { TelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import { createStaffSide } from '../../bot/tickets/staff-side.ts';
import type { Ticket } from '../../activities/ports/tickets.ts';
import { defaultOfficeHours } from '../../knowledge/tickets/office-hours.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';
import { refused, startTelegramDouble } from '../support/telegram-double.ts';
import type { TelegramDouble } from '../support/telegram-double.ts';
import { me, privateText, user } from '../support/telegram-updates.ts';
import { until } from '../support/until.ts';

const staffGroup = -100777;
const [li, stranger, asker] = [31, 32, 33];
const topic = 900;

let office: EngineOffice;
let telegram: TelegramDouble;
let channel: TelegramChannel;
let nextMessage = 5_000;

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

beforeEach(async () => {
  office = await openEngineOffice();
  telegram = await startTelegramDouble();
  telegram.answer('createForumTopic', { message_thread_id: topic, name: '…', icon_color: 0 });
  telegram.answer('getChatMember', { status: 'administrator', user: user(li) });
  channel = createTelegramChannel({
    ...{ token: '1:double', apiRoot: telegram.apiRoot, fetch: null, webhookSecret: null, publicUrl: null },
    ...{ engine: office.engine, stores: office.stores, log: silent },
    desk: {
      ...{ stores: office.stores, staffSide: createStaffSide(ports()) },
      now: () => new Date(office.now()),
    },
  });
  await channel.start();
  const { staffId } = await office.stores.identities.addStaff('老李');
  await office.stores.identities.mintCode(
    { purpose: 'staff', staffId },
    '5TAFF00001',
    '2099-01-01T00:00:00.000Z',
    'test',
  );
  await give(privateText(li, '/start 5TAFF00001'));
});
afterEach(async () => {
  await channel.stop();
  await telegram.close();
  await office.dispose();
});

const ports = () => ({
  ...{ stores: office.stores, packId: office.pack.id, officeHours: defaultOfficeHours, log: silent },
  ...{ clock: { now: () => new Date(office.now()) }, knownNames: () => [] },
});
const deliver = async (): Promise<void> => {
  const all = { ...ports(), senders: { telegram: channel.sender }, desk: channel.desk };
  while ((await deliverTickets(all)) > 0);
};

/** Gives an update and waits until it is worked off. */
async function give(update: Record<string, unknown>): Promise<void> {
  const id = telegram.push(update);
  await until(() => telegram.of('getUpdates').some((c) => Number(c.params['offset'] ?? 0) > id));
  await until(async () => (await office.stores.inbound.unprocessed('telegram')).length === 0);
}

const inGroup = (from: number, more: Record<string, unknown>, forum = true): Record<string, unknown> => ({
  message: {
    ...{ message_id: (nextMessage += 1), date: 1, from: user(from) },
    chat: { id: staffGroup, type: 'supergroup', title: '工作人员', ...(forum ? { is_forum: true } : {}) },
    ...more,
  },
});
const inTopic = (from: number, text: string, more: object = {}): Record<string, unknown> =>
  inGroup(from, { text, message_thread_id: topic, is_topic_message: true, ...more });
const replying = (to: number, from: number, text: string): Record<string, unknown> =>
  inGroup(
    from,
    {
      text,
      reply_to_message: { message_id: to, date: 1, chat: { id: staffGroup, type: 'group' }, from: me },
    },
    false,
  );

const toGroup = () => telegram.of('sendMessage').filter((c) => c.params['chat_id'] === String(staffGroup));
const groupTexts = (): string =>
  toGroup()
    .map((c) => c.params['text'])
    .join('\n');
const toAsker = (): string[] => telegram.textsTo(String(asker));

async function ticket(): Promise<Ticket> {
  const identity = await office.stores.identities.upsertIdentity({
    ...{ channel: 'telegram', externalUserId: String(asker) },
  });
  const found =
    (await office.stores.tickets.openOf(identity.id)) ??
    (await office.stores.tickets.lastClosedOf(identity.id));
  if (found === null) throw new Error('no ticket');
  return found;
}

/** The group is tied, and the asker has a ticket that is shown there. */
async function ready(forum = true): Promise<Ticket> {
  if (!forum) telegram.fail('createForumTopic', refused(400, 'Bad Request: the chat is not a forum'));
  await give(inGroup(li, { text: '/staffgroup' }, forum));
  await give(privateText(asker, '转人工，买方限额怎么申请'));
  await deliver();
  return ticket();
}

describe('tying a group', () => {
  it('is for linked staff who administer it, and for nobody else', async () => {
    await give(inGroup(stranger, { text: '/staffgroup' }));
    expect(await office.stores.tickets.staffGroup('telegram')).toBeNull();
    expect(groupTexts()).toContain('只有登记过的工作人员');
    telegram.answer('getChatMember', { status: 'member', user: user(li) });
    await give(inGroup(li, { text: '/staffgroup' }));
    expect(await office.stores.tickets.staffGroup('telegram')).toBeNull();
    telegram.answer('getChatMember', { status: 'creator', user: user(li), is_anonymous: false });
    await give(inGroup(li, { text: '/staffgroup@another_bot' }));
    expect(await office.stores.tickets.staffGroup('telegram')).toBeNull();
    await give(inGroup(li, { text: '/staffgroup@tongbao_bot' }, false));
    expect((await office.stores.tickets.staffGroup('telegram'))?.chatId).toBe(String(staffGroup));
    expect(groupTexts()).toContain('打开“话题”');
    await give(inGroup(stranger, { text: '/staffgroup off' }));
    expect(await office.stores.tickets.staffGroup('telegram')).not.toBeNull();
    await give(inGroup(li, { text: '/staffgroup 不要了' }));
    expect(groupTexts()).toContain('没看懂，什么都没有改');
    expect(await office.stores.tickets.staffGroup('telegram')).not.toBeNull();
    await give(inGroup(li, { text: '/staffgroup 关闭。' }));
    expect(await office.stores.tickets.staffGroup('telegram')).toBeNull();
  });
});

describe('a ticket in a forum', () => {
  it('has a topic of its own, in which staff answer and see what became of it', async () => {
    await ready();
    expect(telegram.of('createForumTopic')).toHaveLength(1);
    expect(telegram.of('createForumTopic')[0]?.params['name']).toContain('买方限额怎么申请');
    expect(toGroup().filter((c) => c.params['message_thread_id'] === String(topic))).toHaveLength(2);
    expect(groupTexts()).toContain('您写的，会私聊发给对方');

    await give(inTopic(li, '请把买方名称发来'));
    await deliver();
    expect(toAsker().at(-1)).toContain('请把买方名称发来');
    const reaction = telegram.of('setMessageReaction').at(-1)?.params;
    expect(reaction?.['message_id']).toBe(String(nextMessage));
    expect((await ticket()).state).toBe('waitingAsker');

    await give(privateText(asker, '买方是虚构买家'));
    await deliver();
    expect(toGroup().at(-1)?.params['text']).toContain('对方：买方是虚构买家');
    expect(toGroup().at(-1)?.params['message_thread_id']).toBe(String(topic));
  });

  it('takes nothing from who is not linked, and tells them so', async () => {
    const { id } = await ready();
    const before = toAsker().length;
    await give(inTopic(stranger, '我来答：免费的'));
    await give(inTopic(stranger, '/close'));
    await give(
      inGroup(stranger, { message_thread_id: topic, is_topic_message: true, forum_topic_closed: {} }),
    );
    await deliver();
    expect(toAsker()).toHaveLength(before);
    expect(groupTexts()).toContain('您还没有登记为工作人员');
    expect(await office.stores.tickets.find(id)).toMatchObject({ state: 'open' });
  });

  it('keeps notes inside, and passes no pictures on unnoticed', async () => {
    await ready();
    const before = toAsker().length;
    await give(inTopic(li, '// 这家上周来过'));
    await give(inTopic(li, '／／ 全角也算'));
    await give(inGroup(li, { photo: [], message_thread_id: topic, is_topic_message: true }));
    await deliver();
    expect(toAsker()).toHaveLength(before);
    expect(groupTexts()).toContain('目前只能转文字');
    const kinds = (await office.stores.tickets.transcript((await ticket()).id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'note')).toHaveLength(2);
  });

  it('changes at the asker what staff change in the topic', async () => {
    await ready();
    await give(inTopic(li, '周一来'));
    await deliver();
    const message = { ...(inTopic(li, '周二来')['message'] as object), message_id: nextMessage - 1 };
    await give({ edited_message: message });
    await deliver();
    const edit = telegram.of('editMessageText').at(-1)?.params;
    expect([edit?.['chat_id'], edit?.['text']]).toEqual([String(asker), expect.stringContaining('周二来')]);
    expect(groupTexts()).toContain('按修改后的文字');
  });

  it('is closed and opened again with its topic, from either side', async () => {
    const { id } = await ready();
    const service = { message_thread_id: topic, is_topic_message: true };
    await give(inGroup(li, { ...service, forum_topic_closed: {} }));
    expect(await office.stores.tickets.find(id)).toMatchObject({ state: 'closed' });
    await deliver();
    expect(toAsker().at(-1)).toContain('解决得怎么样');
    await give(inTopic(li, '还有一句'));
    expect(groupTexts()).toContain('没有发出去');
    await give(inGroup(li, { ...service, forum_topic_reopened: {} }));
    expect(await office.stores.tickets.find(id)).toMatchObject({ state: 'waitingStaff' });
    await give(privateText(asker, '/close'));
    await deliver();
    expect(groupTexts()).toContain('对方结束了工单');
    expect(telegram.of('closeForumTopic')).toHaveLength(1);
    await give(privateText(asker, '/reopen'));
    await deliver();
    expect(telegram.of('reopenForumTopic')).toHaveLength(1);
  });

  it('says honestly when the asker cannot be reached, or nobody knows', async () => {
    await ready();
    await give(inTopic(li, '在吗'));
    telegram.fail('sendMessage', refused(403, 'Forbidden: bot was blocked by the user'));
    await deliver();
    expect(groupTexts()).toContain('没有送达：对方屏蔽了机器人');
    await give(privateText(asker, '在的'));
    await give(inTopic(li, '请补材料'));
    await deliver();
    const sent = toAsker().filter((text) => text.includes('请补材料')).length;
    expect(sent).toBe(1);
    await give(inTopic(li, '收到了吗'));
    telegram.fail('sendMessage', 'cut');
    await deliver();
    expect(groupTexts()).toContain('不知道有没有送达');
    expect(toAsker().filter((text) => text.includes('收到了吗'))).toHaveLength(1);
  });

  it('goes on in a new topic when somebody deleted the old one', async () => {
    await ready();
    telegram.answer('createForumTopic', { message_thread_id: 901, name: '…', icon_color: 0 });
    telegram.fail('sendMessage', refused(400, 'Bad Request: message thread not found'));
    // The bot says nothing to the asker, so the next message is the one for the staff.
    await give(privateText(asker, '还在吗，我们等着'));
    await deliver();
    expect(toGroup().at(-1)?.params).toMatchObject({ message_thread_id: '901' });
  });
});

describe('a ticket in a group without topics', () => {
  it('is a thread of replies; a word that replies to nothing is nobody’s', async () => {
    await ready(false);
    const root = toGroup().find((c) => (c.params['text'] ?? '').includes('🆕'));
    expect(root?.params['message_thread_id']).toBeUndefined();
    expect(groupTexts()).toContain('工单');
    const thread = await office.stores.tickets.threadOf((await ticket()).id);
    expect(thread).toMatchObject({ topic: false, chatId: String(staffGroup) });
    const before = toAsker().length;
    await give(inGroup(li, { text: '中午吃什么' }, false));
    await deliver();
    expect(toAsker()).toHaveLength(before);
    await give(replying(Number(thread?.threadId), li, '请来窗口'));
    await deliver();
    expect(toAsker().at(-1)).toContain('请来窗口');
    // A reply to what a colleague wrote is of the same ticket.
    await give(replying(nextMessage, li, '带上执照'));
    await deliver();
    expect(toAsker().at(-1)).toContain('带上执照');
  });

  it('goes on when the group becomes a supergroup', async () => {
    await ready(false);
    await give(inGroup(li, { migrate_to_chat_id: -100888 }, false));
    expect((await office.stores.tickets.staffGroup('telegram'))?.chatId).toBe('-100888');
    await give(privateText(asker, '还在吗，我们等着'));
    await deliver();
    const there = telegram.of('sendMessage').filter((c) => c.params['chat_id'] === '-100888');
    expect(there.map((c) => c.params['text']).join()).toContain('对方：还在吗');
  });

  it('is told to staff in private once the bot was removed from the group, or may not write there', async () => {
    await ready(false);
    telegram.fail('sendMessage', refused(403, 'Forbidden: bot was kicked from the supergroup chat'));
    await give(privateText(asker, '还在吗，我们等着'));
    await deliver();
    expect(telegram.textsTo(String(li)).at(-1)).toContain('还在吗');
    telegram.fail('sendMessage', refused(400, 'Bad Request: not enough rights to send text messages'));
    await give(privateText(asker, '有人吗'));
    await deliver();
    expect(telegram.textsTo(String(li)).at(-1)).toMatch(/有人吗[\s\S]*工作人员群现在发不进去/);
    await give(privateText(asker, '好像又行了'));
    await deliver();
    expect(groupTexts()).toContain('好像又行了');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import { remindStaff } from '../../bot/tickets/remind-staff.ts';
import type { Person } from '../support/engine-office.ts';
import type { FakeSender } from '../support/fake-sender.ts';
import { hardQuestion, isSilent, openTicketOffice } from '../support/ticket-office.ts';
import type { TicketOffice } from '../support/ticket-office.ts';

let office: TicketOffice;
let wang: Person;
let sender: FakeSender;
let staffSide: TicketOffice['staffSide'];
let by: TicketOffice['by'];
let openOf: TicketOffice['openOf'];
let said: TicketOffice['said'];
let sentTo: TicketOffice['sentTo'];
let deliver: TicketOffice['deliver'];
beforeEach(async () => {
  office = await openTicketOffice();
  wang = office.person('小王');
  ({ sender, staffSide, by, openOf, said, sentTo, deliver } = office);
});
afterEach(() => office.dispose());

const opened = (): Promise<number> => office.opened(wang);

describe('calling a person', () => {
  it('is offered under an honest "I do not know", and takes the question along', async () => {
    const shown = await wang.says(hardQuestion);
    expect(shown.buttons).toContain('找工作人员');
    const answer = await wang.taps('找工作人员');
    expect(answer.text).toContain('已经转给工作人员');
    expect(answer.text).toContain(hardQuestion);
    expect(answer.text).toContain('现在是上班时间');
    const ticket = await openOf(wang);
    expect(ticket).toMatchObject({ state: 'open', matter: 'buyer-limit', groupChatId: null });
    expect(await said(ticket?.id ?? 0)).toEqual(['[opened]', hardQuestion]);
  });

  it.each(['转人工', '/person', '我要找工作人员'])('is done by %s', async (text) => {
    const shown = await wang.says(text);
    expect(shown.text).toContain('请把要问的事写下来');
    expect(await openOf(wang)).not.toBeNull();
    const first = await wang.says('我们的印章一直生成不了');
    expect(first.text).toContain('转过去了');
    expect(isSilent(await wang.says('昨天开始的'))).toBe(true);
  });

  it('says when somebody will look, by the calendar', async () => {
    office.setNow('2022-04-02T12:00:00.000Z'); // Saturday before 清明: worked, 20:00; 3 to 5 April are holidays
    expect((await wang.says('转人工')).text).toContain('4月6日（周三）09:00');
  });

  it('says how many wait before, and how long it took lately once that is known', async () => {
    for (let n = 0; n < 5; n += 1) {
      const other = office.person(`甲${n}`);
      await other.says(`转人工，问题${n}号是什么情况`);
      const ticket = await openOf(other);
      office.setNow(`2022-03-02T02:${String(10 + n * 2).padStart(2, '0')}:00.000Z`);
      if (n < 4) await staffSide.reply(ticket?.id ?? 0, '好的', by());
    }
    expect((await wang.says('转人工')).text).toMatch(/说不准.*前面还有 1 位/s);
    const last = await openOf(office.person('甲4'));
    await staffSide.reply(last?.id ?? 0, '好的', by());
    expect((await office.person('乙').says('转人工')).text).toContain('最近大多在');
  });

  it('opens one ticket for one event, however often it is handled', async () => {
    const message = {
      ...{ channel: 'telegram', externalId: 'same', chat: { id: 'chat-x', kind: 'private' as const } },
      ...{ sender: { externalUserId: 'user-x', locale: 'zh-CN' as const }, text: '转人工，印章的事' },
      ...{ command: null, callback: null, addressed: true },
    };
    await office.engine.handle(message);
    await office.engine.handle(message);
    expect(await office.stores.tickets.countWaiting()).toBe(1);
  });

  it('opens none where what staff write could never arrive', async () => {
    const { replies } = await office.engine.handle({
      ...{ channel: 'telegram', externalId: 'x', sender: { externalUserId: 'user-x', locale: 'zh-CN' } },
      ...{ chat: { id: 'chat-x', kind: 'private', answersOnly: true }, text: '转人工' },
      ...{ command: null, callback: null, addressed: true },
    });
    expect(replies[0]?.message.paragraphs.join()).toContain('没有开工单');
    expect(await office.stores.tickets.countWaiting()).toBe(0);
  });

  it('a second time joins the open one', async () => {
    const id = await opened();
    const shown = await wang.says('转人工，还有印章的事');
    expect(shown.text).toContain(`工单 ${id} 已经开着`);
    expect(await said(id)).toEqual(['[opened]', hardQuestion, '还有印章的事']);
  });
});

describe('while the ticket is open', () => {
  it('the bot is silent for that asker, and passes everything on', async () => {
    const id = await opened();
    expect(isSilent(await wang.says('我们是虚构锦程进出口有限公司'))).toBe(true);
    expect(isSilent(await wang.says('去年出口45万美元，走OA'))).toBe(true);
    expect(isSilent(await wang.says('好的，谢谢'))).toBe(true);
    expect(isSilent(await wang.says('买方限额大概要几天'))).toBe(true);
    expect(await said(id)).toEqual([
      ...['[opened]', hardQuestion, '我们是虚构锦程进出口有限公司', '去年出口45万美元，走OA'],
      ...['好的，谢谢', '买方限额大概要几天'],
    ]);
  });

  it('says so when pictures are not passed on with the words, and marks what was changed', async () => {
    const id = await opened();
    const part = {
      ...{ channel: 'telegram', chat: { id: 'chat-小王', kind: 'private' as const }, addressed: true },
      ...{ sender: { externalUserId: 'user-小王', locale: 'zh-CN' as const }, command: null, callback: null },
    };
    const withPhoto = { ...part, externalId: 'p1', text: '就是这个页面', attachments: ['photo' as const] };
    const { replies } = await office.engine.handle(withPhoto);
    expect(replies.flatMap((r) => r.message.paragraphs).join()).toContain('看不了');
    await office.engine.handle({ ...part, externalId: 'p2', text: '是那个页面', edited: true });
    expect(await said(id)).toEqual(['[opened]', hardQuestion, '就是这个页面', '✏️ 是那个页面']);
  });

  it('answers others as ever', async () => {
    await opened();
    const chen = office.person('小陈');
    expect((await chen.says('赔付比例是多少')).text).toContain('80%');
    expect((await chen.says(hardQuestion)).text).toContain('没有写');
    expect(await openOf(chen)).toBeNull();
  });

  it('answers a question that is beyond doubt, of another matter, and says that it did', async () => {
    const id = await opened();
    const shown = await wang.says('赔付比例是多少');
    expect(shown.text).toContain('80%');
    expect(shown.text).toContain(`工单 ${id} 还开着`);
    expect(await said(id)).toEqual(['[opened]', hardQuestion]);
    await wang.says('转人工，赔付比例是多少');
    expect(await said(id)).toContain('赔付比例是多少');
  });

  it.each(['/status', '进度', '/help', '我们到哪一步了'])('still does %s', async (text) => {
    const id = await opened();
    expect(isSilent(await wang.says(text))).toBe(false);
    expect(await said(id)).toEqual(['[opened]', hardQuestion]);
  });

  it('lets a check of eligibility that the asker starts go on', async () => {
    const id = await opened();
    await wang.says('/eligible');
    expect(isSilent(await wang.says('45万美元'))).toBe(false);
    expect(await said(id)).toEqual(['[opened]', hardQuestion]);
  });
});

describe('what staff write', () => {
  it('reaches the asker in private, once, and waits for the asker then', async () => {
    const id = await opened();
    const act = by();
    expect((await staffSide.reply(id, '请带营业执照。\n周一上午来。', act)).done).toBe(true);
    expect((await staffSide.reply(id, '请带营业执照。\n周一上午来。', act)).done).toBe(true);
    await deliver();
    await deliver();
    expect(sentTo('chat-小王')).toEqual([`工作人员答复（工单 ${id}）：\n请带营业执照。\n周一上午来。`]);
    expect(await openOf(wang)).toMatchObject({ state: 'waitingAsker', waitingSince: null });
    await wang.says('好，周一来');
    expect(await openOf(wang)).toMatchObject({ state: 'waitingStaff' });
  });

  it('is by linked staff only', async () => {
    const id = await opened();
    const chen = office.person('小陈');
    for (const command of ['/tickets', `/ticket ${id}`, `/reply ${id} 你好`]) {
      expect((await chen.says(command)).text).toContain('只有工作人员可以用');
    }
    expect((await chen.says(`/close ${id}`)).text).toContain('不是您的工单');
    expect((await chen.tapsData(`ticket|${id}|close`)).text).toContain('不是您的工单');
    expect((await chen.tapsData(`rate|${id}|5`)).text).toContain('不是您的工单');
    await deliver();
    expect(sentTo('chat-小王')).toEqual([]);
    expect(await said(id)).toEqual(['[opened]', hardQuestion]);
  });

  it('can be written in their private chats, where they are told of tickets while there is no group', async () => {
    const li = await office.staff('老李');
    const id = await opened();
    await deliver();
    expect(sentTo('chat-老李').join('\n')).toContain(`/reply ${id}`);
    expect(sentTo('chat-老李').join('\n')).toContain(hardQuestion);
    expect((await li.says('/tickets')).text).toContain(`${id}. ${hardQuestion}`);
    expect((await li.says(`/reply ${id} 请找窗口`)).text).toContain('私聊发给对方');
    await deliver();
    expect(sentTo('chat-小王').at(-1)).toContain('请找窗口');
    const shown = await li.says(`/ticket ${id}`);
    expect(shown.text).toContain('已送达');
    expect((await li.says(`/close ${id}`)).text).toContain('已结束');
    await deliver();
    expect(sentTo('chat-小王').at(-1)).toContain('结束了');
  });

  it('is not tried again where its fate is unknown, and its writer hears of that', async () => {
    await office.staff('老李');
    const id = await opened();
    await deliver();
    await staffSide.reply(id, '在吗', by());
    sender.failures = [new SendError({ fate: 'ambiguous', code: 'timeout' })];
    await deliver();
    await deliver();
    expect(sentTo('chat-小王')).toEqual([]);
    expect(sentTo('chat-老李').at(-1)).toContain('不知道有没有送达');
  });

  it('is tried again where it surely was not sent, and keeps its order', async () => {
    const id = await opened();
    await deliver();
    await staffSide.reply(id, '一', by());
    await staffSide.reply(id, '二', by());
    sender.failures = [new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: 1 })];
    await deliver();
    expect(sentTo('chat-小王')).toEqual([]);
    await deliver();
    expect(sentTo('chat-小王').map((text) => text.at(-1))).toEqual(['一', '二']);
  });

  it('does not arrive at who blocked the bot, and says so', async () => {
    await office.staff('老李');
    const id = await opened();
    await deliver();
    await staffSide.reply(id, '在吗', by());
    sender.failures = [new SendError({ fate: 'notSent', code: 'blocked' })];
    await deliver();
    await deliver();
    expect(sentTo('chat-老李').at(-1)).toContain('屏蔽了机器人');
    const { externalUserId } = wang;
    const identity = await office.stores.identities.known({ channel: 'telegram', externalUserId });
    expect(identity?.blocked).toBe(true);
    const ticket = await staffSide.find(id);
    expect(ticket && (await staffSide.destination(ticket))).toBe('nowhere');
  });

  it('is refused under a closed ticket, and a note is not sent', async () => {
    const id = await opened();
    await staffSide.note(id, '已电话联系', by());
    await staffSide.close(id, by());
    expect(await staffSide.reply(id, '喂', by())).toEqual({ done: false, why: 'closed' });
    expect(await staffSide.reply(id + 1, '喂', by())).toEqual({ done: false, why: 'notFound' });
    await deliver();
    expect(sentTo('chat-小王').join()).not.toContain('电话联系');
    expect(sentTo('chat-小王')).toHaveLength(1);
  });

  it('of two who act at once is not lost', async () => {
    const id = await opened();
    await Promise.all([
      staffSide.reply(id, '甲', by()),
      staffSide.reply(id, '乙', by()),
      staffSide.note(id, '丙', by()),
      staffSide.assign(id, null, by()),
      wang.says('还有一件'),
    ]);
    expect((await said(id)).sort()).toEqual(
      ['[note]', '[opened]', hardQuestion, '甲', '乙', '还有一件'].sort(),
    );
  });
});

describe('the end of a ticket', () => {
  it('is asked for a rating, which is kept', async () => {
    const id = await opened();
    const closed = await wang.says('/close');
    expect(closed.text).toContain(`工单 ${id} 结束了`);
    expect(closed.buttons).toEqual(['1 分', '2 分', '3 分', '4 分', '5 分', '重新打开']);
    const rated = await wang.taps('4 分');
    expect(rated.replies[0]?.kind).toBe('edit');
    expect(rated.text).toContain('4 分');
    expect(await office.stores.tickets.find(id)).toMatchObject({ state: 'closed', rating: 4 });
    expect((await wang.says('/close')).text).toContain('没有开着的工单');
    // The bot is there again.
    expect((await wang.says(hardQuestion)).text).toContain('没有写');
  });

  it('can be taken back by button, by 转人工 and by /reopen, with all that was said', async () => {
    const id = await opened();
    await wang.says('/close');
    expect((await wang.taps('重新打开')).text).toContain(`工单 ${id} 重新打开了`);
    await wang.says('/close');
    expect((await wang.says('转人工，还是不行')).text).toContain(`工单 ${id} 重新打开了`);
    await wang.says('/close');
    expect((await wang.says('/reopen')).text).toContain(`工单 ${id} 重新打开了`);
    expect(await said(id)).toContain('还是不行');
  });

  it('is final after 7 days: then a new one is opened', async () => {
    const id = await opened();
    await wang.says('/close');
    office.setNow('2022-03-10T02:00:00.000Z');
    expect((await wang.tapsData(`ticket|${id}|reopen`)).text).toContain('超过 7 天');
    await wang.says('转人工');
    expect((await openOf(wang))?.id).toBe(id + 1);
  });
});

describe('reminders to staff', () => {
  const remind = (): Promise<number> => remindStaff({ ...office.ticketPorts, remindAfterMinutes: 30 });
  const minute = (hhmm: string): void => office.setNow(`2022-03-02T${hhmm}:00.000Z`);

  it('come after so many minutes of office hours, once a period, whoever looks', async () => {
    await office.staff('老李');
    const id = await opened();
    await deliver();
    minute('02:29');
    expect(await remind()).toBe(0);
    minute('02:31');
    const noted = await Promise.all([remind(), remind(), remind()]);
    expect(noted.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await remind()).toBe(0);
    await deliver();
    expect(sentTo('chat-老李').filter((text) => text.includes('⏰'))).toHaveLength(1);
    minute('03:05');
    expect(await remind()).toBe(1);
    await staffSide.reply(id, '在看', by());
    minute('09:00');
    expect(await remind()).toBe(0);
  });

  it('do not come at night; what was missed is made up for by one in the morning', async () => {
    await opened();
    minute('14:00');
    expect(await remind()).toBe(0);
    office.setNow('2022-03-03T01:00:00.000Z');
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
  });
});

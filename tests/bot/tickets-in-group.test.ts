import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
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

describe('in a group', () => {
  const groupId = 'group-1';

  it('is a ticket of the one who asked, and of nobody else', async () => {
    const chen = office.person('小陈');
    expect((await wang.saysInGroup(hardQuestion)).buttons).toContain('找工作人员');
    const shown = await wang.tapsData('person', { group: true });
    expect(shown.text).toContain('答复会在这里回复您');
    const ticket = await openOf(wang);
    expect(ticket).toMatchObject({ groupChatId: groupId });
    expect(isSilent(await wang.saysInGroup('我们急用'))).toBe(true);
    // Others are answered as ever, and neither theirs nor what is said past the bot is passed on.
    expect((await chen.saysInGroup('赔付比例是多少')).text).toContain('80%');
    expect((await chen.saysInGroup(hardQuestion)).text).toContain('没有写');
    expect(isSilent(await wang.saysInGroup('中午吃什么', { addressed: false }))).toBe(true);
    expect(await said(ticket?.id ?? 0)).toEqual(['[opened]', hardQuestion, '我们急用']);
    expect(await openOf(chen)).toBeNull();
  });

  it('is not opened by who taps the button under the answer to another', async () => {
    await wang.saysInGroup(hardQuestion);
    const chen = office.person('小陈');
    const tapped = await chen.tapsData('person', { group: true });
    expect([tapped.replies, tapped.toast]).toEqual([[], expect.stringContaining('请先 @我')]);
    expect(await openOf(chen)).toBeNull();
  });

  it('is closed and rated by its asker only', async () => {
    await wang.saysInGroup('转人工，限额的事');
    const id = (await openOf(wang))?.id ?? 0;
    const chen = office.person('小陈');
    const tapped = await chen.tapsData(`ticket|${id}|close`, { group: true });
    expect(tapped.toast).toContain('不是您的工单');
    expect((await chen.saysInGroup('/close')).text).toContain('没有开着的工单');
    expect((await wang.saysInGroup('/close')).text).toContain('结束了');
    expect((await chen.tapsData(`rate|${id}|1`, { group: true })).toast).toContain('不是您的工单');
    expect((await wang.tapsData(`rate|${id}|5`, { group: true })).toast).toBe('谢谢！');
    expect(await office.stores.tickets.find(id)).toMatchObject({ rating: 5 });
  });

  it('is answered there only while the asker has no private chat', async () => {
    await wang.saysInGroup('转人工，限额的事');
    const id = (await openOf(wang))?.id ?? 0;
    await deliver();
    await staffSide.reply(id, '请看通知第三条', by());
    await deliver();
    expect(sentTo(groupId)).toHaveLength(1);
    await wang.says('/start');
    await staffSide.reply(id, '贵公司的情况是这样的', by());
    await deliver();
    expect(sentTo(groupId)).toHaveLength(1);
    expect(sentTo('chat-小王').at(-1)).toContain('贵公司的情况');
    // What the asker goes on with in private is of the same ticket.
    expect(isSilent(await wang.says('明白了'))).toBe(true);
    expect(await said(id)).toContain('明白了');
  });

  it('is not answered there with the name or the code of a firm', async () => {
    await wang.saysInGroup('转人工，限额的事');
    const id = (await openOf(wang))?.id ?? 0;
    await staffSide.reply(id, '虚构锦程进出口有限公司已经通过', by());
    await staffSide.reply(id, '代码91320800MA1XXXXX12已经通过', by());
    await deliver();
    expect(sentTo(groupId)).toEqual([]);
    const fates = (await office.stores.tickets.transcript(id)).flatMap((m) => m.deliveries);
    expect(fates.filter(({ to }) => to === 'asker').map(({ error }) => error)).toEqual([
      ...['namesFirm', 'namesFirm'],
    ]);
  });

  it('never brings what was meant for a private chat into the group', async () => {
    await wang.says('/start');
    await wang.saysInGroup('转人工，限额的事');
    const ticket = await openOf(wang);
    if (ticket === null) throw new Error('no ticket');
    // As a desk tells staff.
    await office.stores.tickets.apply(ticket, { toldDestination: 'private', at: office.now() }, []);
    await staffSide.reply(ticket.id, '贵公司的情况是这样的', by());
    sender.failures = [];
    sender.beforeSend = async (chatId) => {
      if (chatId === 'chat-小王') throw new SendError({ fate: 'notSent', code: 'blocked' });
    };
    await deliver();
    await staffSide.reply(ticket.id, '贵公司的情况，再说一次', by());
    await deliver();
    expect(sentTo(groupId)).toEqual([]);
    const fates = (await office.stores.tickets.transcript(ticket.id)).flatMap((m) => m.deliveries);
    expect(fates.filter(({ to }) => to === 'asker').map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('of an asker who blocks the bot between the look and the send is not written for the group', async () => {
    await wang.says('/start');
    await wang.saysInGroup('转人工，限额的事');
    const id = (await openOf(wang))?.id ?? 0;
    const block = async () => office.stores.identities.markBlocked(await wang.identityId());
    // Told "in private", and meanwhile it would go to the group.
    await block();
    expect(await staffSide.reply(id, '贵公司的情况是这样的', { ...by(), told: 'private' })).toEqual({
      ...{ done: false, why: 'elsewhere' },
    });
    // Written for one, and blocked before it is sent.
    await wang.says('在吗');
    expect(await staffSide.reply(id, '贵公司的情况是这样的', { ...by(), told: 'private' })).toMatchObject({
      done: true,
    });
    await block();
    await deliver();
    expect(sentTo(groupId)).toEqual([]);
    const fates = (await office.stores.tickets.transcript(id)).flatMap((m) => m.deliveries);
    expect(fates.filter(({ to }) => to === 'asker').map(({ error }) => error)).toEqual(['noWayToReach']);
    // And nobody writes there after that, however it looked to them before.
    expect(await staffSide.reply(id, '再说一次', { ...by(), told: 'group' })).toMatchObject({
      why: 'elsewhere',
    });
  });

  it('does not take words to a group of which whoever wrote them was told nothing', async () => {
    await wang.saysInGroup('转人工，限额的事');
    const id = (await openOf(wang))?.id ?? 0;
    await staffSide.reply(id, '贵公司的情况是这样的', { ...by(), onDesk: { messageId: '-1/7' } });
    await deliver();
    expect(sentTo(groupId)).toEqual([]);
  });

  it('goes with its asker to the group where they last asked', async () => {
    await wang.saysInGroup('转人工，限额的事');
    const id = (await openOf(wang))?.id ?? 0;
    const second = { chat: { id: 'group-2', kind: 'group' as const } };
    await staffSide.reply(id, '请看通知第三条', by());
    await deliver();
    expect((await wang.says('转人工，还有一点', { ...second, messageId: 'm-2' })).text).toContain('已经开着');
    await staffSide.reply(id, '第四条', by());
    await deliver();
    expect([sentTo(groupId).length, sentTo('group-2').length]).toEqual([1, 1]);
    expect(await office.stores.tickets.find(id)).toMatchObject({ groupMessageId: 'm-2' });
    // Back in the first one without a word of the matter.
    await wang.saysInGroup('转人工');
    await staffSide.reply(id, '第五条', by());
    await deliver();
    expect([sentTo(groupId).length, sentTo('group-2').length]).toEqual([2, 1]);
  });

  it('of the private chat is not answered in a group from which its asker goes on', async () => {
    const id = await opened();
    await wang.saysInGroup('转人工，还有一点');
    expect(await office.stores.tickets.find(id)).toMatchObject({ groupChatId: null });
  });

  it('never brings there what staff wrote when it went to the private chat, also without a staff group', async () => {
    await wang.says('/start');
    await wang.saysInGroup('转人工，限额的事');
    const id = (await openOf(wang))?.id ?? 0;
    await staffSide.reply(id, '贵公司的情况是这样的', by());
    await office.stores.identities.markBlocked((await openOf(wang))?.askerId ?? '');
    await deliver();
    expect(sentTo(groupId)).toEqual([]);
  });

  it('a ticket of the private chat does not swallow what is asked in the group', async () => {
    const id = await opened();
    expect((await wang.saysInGroup(hardQuestion)).text).toContain('没有写');
    expect(await said(id)).toEqual(['[opened]', hardQuestion]);
  });
});

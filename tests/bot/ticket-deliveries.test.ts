import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import { closeQuiet } from '../../bot/tickets/close-quiet.ts';
import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import type { DeskOutcome, StaffDesk } from '../../bot/tickets/desk.ts';
import { remindStaff } from '../../bot/tickets/remind-staff.ts';
import type { Person } from '../support/engine-office.ts';
import { hardQuestion, openTicketOffice } from '../support/ticket-office.ts';
import type { TicketOffice } from '../support/ticket-office.ts';
import { until } from '../support/until.ts';

/** One office; each case has an asker, and what was sent is looked at from there on. */
let office: TicketOffice;
let asker: Person;
let li: Person;
let serial = 0;
beforeAll(async () => {
  office = await openTicketOffice();
  li = await office.staff('老李');
  await office.staff('老张');
});
afterAll(() => office.dispose());
beforeEach(async () => {
  office.setNow('2022-03-02T02:00:00.000Z');
  await office.deliver();
  office.sender.sent.length = 0;
  office.sender.edits.length = 0;
  asker = office.person(`问的人${(serial += 1)}`);
  await asker.says('你好');
});

const name = (): string => `chat-问的人${serial}`;
const rateLimited = (): SendError => new SendError({ fate: 'notSent', code: 'rateLimited', retryAfterMs: 1 });

const desk = (show: () => DeskOutcome): StaffDesk => ({
  show: async () => show(),
  report: async () => show(),
});
const deliverWith = (staffDesk: StaffDesk): Promise<number> =>
  deliverTickets({ ...office.ticketPorts, desk: staffDesk });

describe('without a staff group', () => {
  it('the others hear what one of them answered, and the one does not', async () => {
    const id = await office.opened(asker);
    await office.deliver();
    await li.says(`/reply ${id} 请带执照来窗口`);
    await office.deliver();
    expect(office.sentTo('chat-老张').at(-1)).toContain('请带执照来窗口');
    expect(office.sentTo('chat-老李').join()).not.toContain('请带执照来窗口');
    await li.says(`/close ${id}`);
    await office.deliver();
    expect(office.sentTo('chat-老张').at(-1)).toContain('结束了工单');
  });
});

describe('a staff group that takes nothing from the bot', () => {
  it('leaves nothing unheard: staff read it in private, and that the group is broken', async () => {
    await office.opened(asker);
    await deliverWith(desk(() => 'notWritable'));
    for (const chat of ['chat-老李', 'chat-老张']) {
      expect(office.sentTo(chat).join('\n')).toContain(hardQuestion);
      expect(office.sentTo(chat).at(-1)).toContain('工作人员群现在发不进去');
    }
  });
});

describe('a staff group that wants a pause', () => {
  it('keeps no asker waiting, whatever has piled up for it', async () => {
    const id = await office.opened(asker);
    for (let n = 0; n < 60; n += 1) await asker.says(`还有第 ${n} 点`);
    await office.staffSide.reply(id, '收到', office.by());
    const busy = desk(() => {
      throw rateLimited();
    });
    await deliverWith(busy);
    expect(office.sentTo(name()).at(-1)).toContain('收到');
    await office.deliver();
  });

  it('and an asker that does keeps no other one waiting', async () => {
    const id = await office.opened(asker);
    for (let n = 0; n < 60; n += 1) await office.staffSide.reply(id, `第 ${n} 句`, office.by());
    const other = office.person('另一位');
    await other.says('你好');
    await office.staffSide.reply(await office.opened(other), '您好', office.by());
    const held = name();
    office.sender.beforeSend = async (chatId) => {
      if (chatId === held) throw rateLimited();
    };
    await office.deliver();
    office.sender.beforeSend = null;
    expect(office.sentTo('chat-另一位').at(-1)).toContain('您好');
    await office.deliver();
    expect(office.sentTo(held).map((text) => text.split('\n').at(-1))).toEqual(
      Array.from({ length: 60 }, (_, n) => `第 ${n} 句`),
    );
  });
});

describe('an answered ticket', () => {
  const close = (): Promise<number> => closeQuiet({ ...office.ticketPorts, closeAfterDays: 3 });

  it('ends after some quiet working days, in office hours, and asks how it was', async () => {
    // A Wednesday.
    const id = await office.opened(asker);
    await office.staffSide.reply(id, '请换浏览器', office.by());
    await office.deliver();
    office.setNow('2022-03-07T01:59:00.000Z');
    expect(await close()).toBe(0);
    office.setNow('2022-03-07T14:00:00.000Z');
    expect(await close()).toBe(0);
    office.setNow('2022-03-08T01:00:00.000Z');
    expect(await Promise.all([close(), close()]).then(([a, b]) => a + b)).toBeGreaterThan(0);
    expect(await close()).toBe(0);
    await office.deliver();
    expect(office.sentTo(name()).at(-1)).toMatch(/没有新消息，先结束了[\s\S]*解决得怎么样/);
    expect(await office.stores.tickets.find(id)).toMatchObject({ state: 'closed' });
    expect((await asker.tapsData(`rate|${id}|5`)).text).toContain('5 分');
    expect((await asker.tapsData(`ticket|${id}|reopen`)).text).toContain('重新打开了');
  });

  it('counts from when the answer arrived, and not from when staff wrote it', async () => {
    const id = await office.opened(asker);
    await office.staffSide.reply(id, '请换浏览器', office.by());
    // The channel was away for days.
    office.setNow('2022-03-08T01:00:00.000Z');
    expect(await close()).toBe(0);
    await office.deliver();
    expect(await office.stores.tickets.find(id)).toMatchObject({ answeredAt: office.now() });
    office.setNow('2022-03-10T01:00:00.000Z');
    expect(await close()).toBe(0);
    office.setNow('2022-03-14T01:00:00.000Z');
    expect(await close()).toBe(1);
  });

  it('goes on while its asker writes, and for ever where that is set', async () => {
    const id = await office.opened(asker);
    await office.staffSide.reply(id, '请换浏览器', office.by());
    office.setNow('2022-03-08T03:00:00.000Z');
    expect(await closeQuiet({ ...office.ticketPorts, closeAfterDays: 0 })).toBe(0);
    await asker.says('还是不行');
    await close();
    expect(await office.stores.tickets.find(id)).toMatchObject({ state: 'waitingStaff' });
  });
});

describe('a slow send', () => {
  it('stays with whoever does it, however long it takes', async () => {
    const id = await office.opened(asker);
    await office.deliver();
    await office.staffSide.reply(id, '请换浏览器', office.by());
    const { tickets } = office.stores;
    let kept = 0;
    const stores = {
      ...office.stores,
      tickets: {
        ...tickets,
        // As if two minutes had passed.
        beginDelivery: (delivery: number) => tickets.beginDelivery(delivery, -1_000),
        async keepDelivery(delivery: number) {
          await tickets.keepDelivery(delivery);
          kept += 1;
        },
      },
    };
    office.sender.beforeSend = async () => {
      await until(() => kept > 0);
      await tickets.recoverDeliveries();
    };
    await deliverTickets({ ...office.ticketPorts, stores, keepEveryMs: 5 }, ['asker']);
    office.sender.beforeSend = null;
    expect(office.sentTo(name()).at(-1)).toContain('请换浏览器');
    const fates = (await tickets.transcript(id)).flatMap(({ deliveries }) => deliveries);
    expect(fates.filter(({ to }) => to === 'asker').at(-1)).toMatchObject({ state: 'sent', tries: 1 });
  });
});

describe('reminders', () => {
  it('come for each ticket that waits too long, however many there are', async () => {
    const many = Array.from({ length: 130 }, (_, n) => `reminded-${n}`);
    const { identities, tickets } = office.stores;
    const at = office.now();
    for (const externalUserId of many) {
      const { id: askerId } = await identities.upsertIdentity({ channel: 'web', externalUserId });
      await tickets.open(
        {
          ...{ packId: office.pack.id, askerId, locale: 'zh-CN', matter: null, at },
          ...{ groupChatId: null, groupMessageId: null },
          standing: {
            ...{ state: 'open', waitingSince: at, firstAnsweredAt: null, answeredAt: null },
            ...{ closedAt: null, rating: null, reminders: 0 },
          },
        },
        [],
      );
    }
    office.setNow('2022-03-02T02:31:00.000Z');
    const remind = (): Promise<number> => remindStaff({ ...office.ticketPorts, remindAfterMinutes: 30 });
    expect(await remind()).toBeGreaterThanOrEqual(many.length);
    expect(await remind()).toBe(0);
  });
});

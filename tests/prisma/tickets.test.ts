import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewTicket, NewTicketMessage, Ticket } from '../../activities/ports/tickets.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { newStanding } from '../../knowledge/tickets/ticket.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let stores: Stores;
let other: Stores;
let askerId: string;
beforeEach(async () => {
  temp = await openTempStores();
  stores = temp.stores;
  other = await openStores(temp.url, 'fast');
  askerId = (
    await stores.identities.upsertIdentity({ channel: 'telegram', externalUserId: 'a', privateChatId: 'c' })
  ).id;
});
afterEach(async () => {
  await other.close();
  await temp.dispose();
});

const at = '2026-11-27T02:00:00.000Z';
const ticket = (changes: Partial<NewTicket> = {}): NewTicket => ({
  ...{ packId: 'p', askerId, locale: 'zh-CN', matter: 'claims', groupChatId: null, groupMessageId: null },
  ...{ at, standing: newStanding(at) },
  ...changes,
});
const text = (eventId: string, changes: Partial<NewTicketMessage> = {}): NewTicketMessage => ({
  ...{ eventId, kind: 'text', author: 'asker', text: `说 ${eventId}`, deliverTo: ['desk'] },
  ...changes,
});
/** As of a process that is no more. */
const ended = -1_000;
async function opened(): Promise<Ticket> {
  const found = await stores.tickets.open(ticket(), [text('e1')]);
  if (found === null) throw new Error('not opened');
  return found;
}

describe('a ticket', () => {
  it('is one for an asker, whichever process opens it', async () => {
    const both = await Promise.all(
      Array.from({ length: 6 }, (_, n) => (n % 2 ? stores : other).tickets.open(ticket(), [text(`o${n}`)])),
    );
    const [first, ...others] = both.filter((found) => found !== null);
    expect(others).toEqual([]);
    expect(await other.tickets.openOf(askerId)).toEqual(first);
    expect(await stores.tickets.transcript(first?.id ?? 0)).toHaveLength(1);
  });

  it('takes a message once, and nothing of who saw an older state', async () => {
    const found = await opened();
    const wrote = { state: 'waitingAsker', at } as const;
    expect(await stores.tickets.apply(found, wrote, [text('e2', { author: 'staff' })])).toBe('done');
    expect(await other.tickets.apply(found, { state: 'closed', at }, [text('e3')])).toBe('stale');
    expect(await other.tickets.apply(found, wrote, [text('e2')])).toBe('repeated');
    const now = await stores.tickets.find(found.id);
    expect(now).toMatchObject({ state: 'waitingAsker', version: 1 });
    if (now === null) return;
    expect(await other.tickets.apply(now, wrote, [text('e1')])).toBe('repeated');
    expect(await stores.tickets.find(found.id)).toEqual(now);
    expect((await stores.tickets.ofEvent('e2'))?.id).toBe(found.id);
    expect(await stores.tickets.ofEvent('e3')).toBeNull();
    const said = await stores.tickets.transcript(found.id);
    expect(said.map((entry) => entry.text)).toEqual(['说 e1', '说 e2']);
  });

  it('leaves room for another when it is closed, and does not come back beside it', async () => {
    const found = await opened();
    await stores.tickets.apply(found, { state: 'closed', closedAt: at, at }, [text('c', { kind: 'closed' })]);
    expect(await stores.tickets.openOf(askerId)).toBeNull();
    expect(await stores.tickets.lastClosedOf(askerId)).toMatchObject({ id: found.id });
    const next = await stores.tickets.open(ticket(), [text('n')]);
    expect(next?.id).not.toBe(found.id);
    const closed = await stores.tickets.find(found.id);
    if (closed === null) throw new Error('lost');
    expect(await stores.tickets.apply(closed, { state: 'waitingStaff', at }, [text('r')])).toBe('stale');
    expect(await stores.tickets.find(found.id)).toMatchObject({ state: 'closed' });
  });

  it('is listed with its first words, and counted while it waits', async () => {
    const found = await opened();
    expect(await stores.tickets.countWaiting()).toBe(1);
    expect(await stores.tickets.waiting(5)).toMatchObject([{ id: found.id }]);
    const states = ['open', 'waitingStaff'] as const;
    expect(await stores.tickets.list(states, 5)).toMatchObject([
      { ticket: { id: found.id }, first: '说 e1', lastAt: at },
    ]);
    expect(await stores.tickets.list(['closed'], 5)).toEqual([]);
    const answered = '2026-11-27T02:30:00.000Z';
    await stores.tickets.apply(found, { firstAnsweredAt: answered, waitingSince: null, at: answered }, []);
    expect(await stores.tickets.latestFirstAnswers(5)).toEqual([{ openedAt: at, answeredAt: answered }]);
    expect(await stores.tickets.waiting(5)).toEqual([]);
  });

  it('goes with all that was said when its asker is erased', async () => {
    const found = await opened();
    await stores.tickets.saveThread({ ticketId: found.id, chatId: '-1', threadId: '7', topic: true });
    expect(await stores.tickets.countOf(askerId)).toBe(1);
    expect(await stores.tickets.eraseOf(askerId)).toBe(1);
    expect(await stores.tickets.find(found.id)).toBeNull();
    expect(await stores.tickets.transcript(found.id)).toEqual([]);
    expect(await stores.tickets.due(5)).toEqual([]);
    expect(await stores.tickets.ticketOfThread('-1', '7')).toBeNull();
    expect(await stores.identities.findIdentity(askerId)).not.toBeNull();
  });
});

describe('what a ticket has to deliver', () => {
  it('is taken by one, and is settled with what follows from it', async () => {
    const found = await opened();
    await stores.tickets.apply(found, { at }, [
      text('s', { author: 'staff', deliverTo: ['asker'], deskMessageId: '-1/9' }),
    ]);
    const due = await stores.tickets.due(10);
    expect(due.map(({ to, message }) => [to, message.text])).toEqual([
      ['desk', '说 e1'],
      ['asker', '说 s'],
    ]);
    const toAsker = due[1]?.id ?? 0;
    expect(await stores.tickets.beginDelivery(toAsker)).toMatchObject({ message: { text: '说 s' } });
    expect(await other.tickets.beginDelivery(toAsker)).toBeNull();
    await stores.tickets.settleDelivery(toAsker, {
      ...{ state: 'sent', chatId: 'c', externalMessageId: 'm1', error: null, then: 'report' },
    });
    expect((await stores.tickets.due(10)).map(({ to }) => to)).toEqual(['desk', 'report']);
    // An edit of what was sent goes out again, as a change of the message that is there.
    expect(await stores.tickets.editByDesk('-1/9', '改过', at)).toEqual({ ticketId: found.id });
    const again = (await stores.tickets.due(10)).find(({ to }) => to === 'asker');
    expect(again).toMatchObject({ externalMessageId: 'm1', chatId: 'c', message: { text: '改过' } });
    expect(await stores.tickets.editByDesk('-1/99', '改过', at)).toBeNull();
  });

  it('is not sent twice to an asker after a crash; staff are shown it once more, and not a third time', async () => {
    const found = await opened();
    await stores.tickets.apply(found, { at }, [text('s', { author: 'staff', deliverTo: ['asker'] })]);
    for (const { id } of await stores.tickets.due(10)) await stores.tickets.beginDelivery(id, ended);
    await other.tickets.recoverDeliveries();
    const due = await other.tickets.due(10);
    expect(due.map(({ to, error }) => [to, error])).toEqual([
      ['desk', 'interrupted'],
      ['report', null],
    ]);
    const fates = (await stores.tickets.transcript(found.id)).flatMap(({ deliveries }) => deliveries);
    expect(fates.find(({ to }) => to === 'asker')).toMatchObject({ state: 'unknown', error: 'interrupted' });
    for (const { id } of due) await stores.tickets.beginDelivery(id, ended);
    await other.tickets.recoverDeliveries();
    expect((await other.tickets.due(10)).map(({ to }) => to)).toEqual(['report']);
  });
});

describe('several processes that deliver', () => {
  const staffSays = async (
    found: Ticket,
    eventId: string,
    deliverTo: NewTicketMessage['deliverTo'] = ['asker'],
  ) => {
    const now = await stores.tickets.find(found.id);
    await stores.tickets.apply(now ?? found, { at }, [
      text(eventId, { author: 'staff', deliverTo, deskMessageId: `-1/${eventId}` }),
    ]);
  };
  const toAsker = async () => (await other.tickets.due(10, { way: 'asker' })).map(({ id }) => id);

  it('leave each what it is sending, and find what one of them left', async () => {
    const found = await opened();
    await staffSays(found, 's');
    const [id = 0] = await toAsker();
    await stores.tickets.beginDelivery(id);
    await other.tickets.recoverDeliveries();
    await stores.tickets.settleDelivery(id, { state: 'sent', chatId: 'c', externalMessageId: 'm1' });
    const [, said] = await stores.tickets.transcript(found.id);
    expect(said?.deliveries).toMatchObject([{ state: 'sent' }]);

    await staffSays(found, 't');
    const [next = 0] = await toAsker();
    await stores.tickets.beginDelivery(next, ended);
    await Promise.all([stores.tickets.recoverDeliveries(), other.tickets.recoverDeliveries()]);
    const [, , left] = await stores.tickets.transcript(found.id);
    expect(left?.deliveries.map(({ to, state }) => [to, state])).toEqual([
      ['asker', 'unknown'],
      ['report', 'queued'],
    ]);
  });

  it('settle only what they have themselves', async () => {
    const found = await opened();
    await staffSays(found, 's');
    const [id = 0] = await toAsker();
    await stores.tickets.beginDelivery(id);
    await other.tickets.settleDelivery(id, { state: 'failed', error: 'badRequest' });
    const [, said] = await stores.tickets.transcript(found.id);
    expect(said?.deliveries).toMatchObject([{ state: 'sending' }]);
  });

  it('keep what takes longer, and nothing of others', async () => {
    const found = await opened();
    await staffSays(found, 's');
    const [id = 0] = await toAsker();
    await stores.tickets.beginDelivery(id, ended);
    await other.tickets.keepDelivery(id);
    await stores.tickets.keepDelivery(id);
    await other.tickets.recoverDeliveries();
    const [, said] = await stores.tickets.transcript(found.id);
    expect(said?.deliveries).toMatchObject([{ state: 'sending' }]);
  });

  it('keep the order of what goes to one asker, and take each once', async () => {
    const found = await opened();
    for (const n of ['1', '2', '3']) await staffSays(found, n);
    const sent: string[] = [];
    const work = async (by: Stores): Promise<void> => {
      while ((await toAsker()).length > 0) {
        const [id = 0] = await toAsker();
        const due = await by.tickets.beginDelivery(id);
        if (due === null) continue;
        sent.push(due.message.text);
        await by.tickets.settleDelivery(id, { state: 'sent' });
      }
    };
    await Promise.all([work(stores), work(other)]);
    expect(sent).toEqual(['说 1', '说 2', '说 3']);
    await staffSays(found, '4');
    await staffSays(found, '5');
    const [fourth = 0, fifth = 0] = await toAsker();
    await stores.tickets.beginDelivery(fourth);
    expect(await other.tickets.beginDelivery(fifth)).toBeNull();
    expect(await toAsker()).toEqual([fifth]);
  });
});

describe('what staff edit', () => {
  const deliveryOf = async (found: Ticket) =>
    (await stores.tickets.transcript(found.id))
      .flatMap(({ deliveries }) => deliveries)
      .find(({ to }) => to === 'asker');
  const begun = async (): Promise<[Ticket, number]> => {
    const found = await opened();
    await stores.tickets.apply(found, { at }, [
      text('s', { author: 'staff', deliverTo: ['asker'], deskMessageId: '-1/9' }),
    ]);
    const [due] = await stores.tickets.due(10, { way: 'asker' });
    return [found, due?.id ?? 0];
  };

  it('is taken with its new words, though it was seen with the old ones', async () => {
    const [, id] = await begun();
    await other.tickets.editByDesk('-1/9', '改过', at);
    expect(await stores.tickets.beginDelivery(id)).toMatchObject({ message: { text: '改过' } });
  });

  it('while it is being sent goes out again, as a change of what was sent', async () => {
    const [found, id] = await begun();
    await stores.tickets.beginDelivery(id);
    await other.tickets.editByDesk('-1/9', '改过', at);
    await stores.tickets.settleDelivery(id, {
      ...{ state: 'sent', chatId: 'c', externalMessageId: 'm1', then: 'report' },
    });
    expect(await deliveryOf(found)).toMatchObject({ state: 'queued', chatId: 'c', externalMessageId: 'm1' });
    expect((await stores.tickets.due(10, { way: 'staff' })).map(({ to }) => to)).toEqual(['desk']);
    expect(await stores.tickets.beginDelivery(id)).toMatchObject({ message: { text: '改过' } });
    await stores.tickets.settleDelivery(id, { state: 'sent', then: 'report' });
    expect(await deliveryOf(found)).toMatchObject({ state: 'sent' });
  });

  it.each(['failed', 'unknown'] as const)('after it was %s is sent', async (state) => {
    const [found, id] = await begun();
    await stores.tickets.beginDelivery(id);
    await stores.tickets.settleDelivery(id, { state, error: 'namesFirm', then: 'report' });
    await other.tickets.editByDesk('-1/9', '改过', at);
    expect(await deliveryOf(found)).toMatchObject({ state: 'queued', error: null, externalMessageId: null });
  });

  it('while a process that ends is sending it is sent all the same', async () => {
    const [found, id] = await begun();
    await stores.tickets.beginDelivery(id, ended);
    await other.tickets.editByDesk('-1/9', '改过', at);
    await other.tickets.recoverDeliveries();
    expect(await deliveryOf(found)).toMatchObject({ state: 'queued' });
  });
});

describe('what is due', () => {
  it('is found by how long it waits, and not only among the oldest', async () => {
    const found = await opened();
    const cutoffs = [
      { reminders: 0, since: '2026-11-27T01:00:00.000Z' },
      { reminders: 1, since: '2026-11-27T00:00:00.000Z' },
    ];
    expect(await stores.tickets.waitingFor(cutoffs, 5)).toEqual([]);
    const later = [{ reminders: 0, since: at }];
    expect(await stores.tickets.waitingFor(later, 5)).toMatchObject([{ id: found.id }]);
    await stores.tickets.apply(found, { reminders: 1, at }, []);
    expect(await stores.tickets.waitingFor(later, 5)).toEqual([]);
    expect(await stores.tickets.quiet(at, 5)).toEqual([]);
    const [now] = await stores.tickets.waiting(5);
    if (now === undefined) throw new Error('lost');
    const answered = { state: 'waitingAsker', waitingSince: null, answeredAt: at, at } as const;
    await stores.tickets.apply(now, answered, []);
    expect(await stores.tickets.quiet(at, 5)).toMatchObject([{ id: found.id }]);
    expect(await stores.tickets.quiet('2026-11-27T01:59:00.000Z', 5)).toEqual([]);
  });
});

describe('a database that was restored', () => {
  it('sends nothing to an asker that may have been sent since the backup', async () => {
    const found = await opened();
    await stores.tickets.apply(found, { at }, [text('s', { author: 'staff', deliverTo: ['asker'] })]);
    expect(await stores.recovery.doubtWaitingMessages()).toMatchObject({ tickets: 2 });
    await stores.tickets.recoverDeliveries();
    expect((await stores.tickets.due(10)).map(({ to, error }) => [to, error])).toEqual([
      ['desk', 'interrupted'],
      ['report', null],
    ]);
  });
});

describe("the staff's group", () => {
  it('is one a channel, moves, and has each ticket in a place of its own', async () => {
    const { tickets } = stores;
    expect(await tickets.staffGroup('telegram')).toBeNull();
    await tickets.tieStaffGroup({ channel: 'telegram', chatId: '-1', tiedBy: 's1' });
    await tickets.tieStaffGroup({ channel: 'telegram', chatId: '-2', tiedBy: 's2' });
    expect(await other.tickets.staffGroup('telegram')).toEqual({
      ...{ channel: 'telegram', chatId: '-2', tiedBy: 's2' },
    });
    await tickets.moveStaffGroup('telegram', '-1002');
    expect((await tickets.staffGroup('telegram'))?.chatId).toBe('-1002');

    const found = await opened();
    await tickets.saveThread({ ticketId: found.id, chatId: '-1002', threadId: '7', topic: false });
    await tickets.apply(found, { at }, [text('s', { author: 'staff', deskMessageId: '-1002/8' })]);
    const [shown] = await tickets.due(1);
    await tickets.beginDelivery(shown?.id ?? 0);
    await tickets.settleDelivery(shown?.id ?? 0, {
      ...{ state: 'sent', chatId: '-1002', externalMessageId: '9' },
    });
    // By the thread, by what staff wrote, and by what was shown there; not in another group.
    for (const id of ['7', '8', '9']) expect(await tickets.ticketOfThread('-1002', id)).toBe(found.id);
    expect(await tickets.ticketOfThread('-1002', '10')).toBeNull();
    expect(await tickets.ticketOfThread('-1', '7')).toBeNull();
    expect(await tickets.untieStaffGroup('telegram')).toBe(true);
    expect(await tickets.untieStaffGroup('telegram')).toBe(false);
  });
});

describe('somebody met in a group', () => {
  it('stays blocked in private', async () => {
    await stores.identities.markBlocked(askerId);
    const met = await stores.identities.upsertIdentity({
      ...{ channel: 'telegram', externalUserId: 'a', leavesBlock: true },
    });
    expect(met).toMatchObject({ id: askerId, blocked: true, privateChatId: 'c' });
    const writes = await stores.identities.upsertIdentity({ channel: 'telegram', externalUserId: 'a' });
    expect(writes.blocked).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markOf } from '../../knowledge/tickets/conversation-mark.ts';
import type { ConversationMark } from '../../knowledge/tickets/conversation-mark.ts';
import type { Person } from '../support/engine-office.ts';
import { openTicketOffice } from '../support/ticket-office.ts';
import type { TicketOffice } from '../support/ticket-office.ts';

let office: TicketOffice;
let asker: Person;
let id: number;
beforeEach(async () => {
  office = await openTicketOffice();
  asker = office.person('小王');
  id = await office.opened(asker);
});
afterEach(() => office.dispose());

const seen = async (): Promise<ConversationMark> => markOf(await office.stores.tickets.transcript(id));
const texts = async (): Promise<string[]> => (await office.said(id)).filter((line) => !line.startsWith('['));

describe('an answer to a conversation that has gone on', () => {
  it('is not given, and is once it was looked at', async () => {
    const before = await seen();
    await asker.says('已经好了，不用答了');
    const { staffSide, by } = office;
    expect(await staffSide.reply(id, '请重装驱动', { ...by(), seen: before })).toEqual({
      ...{ done: false, why: 'news' },
    });
    expect(await staffSide.close(id, { ...by(), seen: before })).toEqual({ done: false, why: 'news' });
    expect(await texts()).not.toContain('请重装驱动');
    expect(await staffSide.reply(id, '好的', { ...by(), seen: await seen() })).toMatchObject({ done: true });
  });

  it('of two at the same moment is given by one', async () => {
    const now = await seen();
    const { staffSide, by } = office;
    const results = await Promise.all([
      staffSide.reply(id, '可以', { ...by(), seen: now }),
      staffSide.reply(id, '不可以', { ...by(), seen: now }),
    ]);
    expect(results.map((result) => (result.done ? 'done' : result.why)).sort()).toEqual(['done', 'news']);
    expect((await texts()).filter((text) => ['可以', '不可以'].includes(text))).toHaveLength(1);
  });

  it('is given though a colleague was reminded meanwhile, or somebody took the ticket', async () => {
    const now = await seen();
    const { staffSide, by } = office;
    const { staffId } = await office.stores.identities.addStaff('老李');
    await staffSide.assign(id, staffId, by());
    expect(await staffSide.reply(id, '可以', { ...by(), seen: now })).toMatchObject({ done: true });
  });

  it('is not given where a colleague has changed the words of theirs', async () => {
    const { staffSide, by, stores } = office;
    await staffSide.reply(id, '三天', { ...by(), onDesk: { messageId: '-1/5' } });
    const before = await seen();
    await stores.tickets.editByDesk('-1/5', '五天', '2022-03-02T03:00:00.000Z');
    expect(await staffSide.reply(id, '就是三天', { ...by(), seen: before })).toMatchObject({ why: 'news' });
  });

  it('is done once for the same act, also where its own words are the news', async () => {
    const act = { ...office.by(), seen: await seen() };
    await office.staffSide.reply(id, '可以', act);
    expect(await office.staffSide.reply(id, '可以', act)).toMatchObject({ done: true });
    expect((await texts()).filter((text) => text === '可以')).toHaveLength(1);
  });
});

describe('taking a ticket', () => {
  it('is refused where somebody else did meanwhile', async () => {
    const { staffSide, by, stores } = office;
    const [li, zhang] = [await stores.identities.addStaff('老李'), await stores.identities.addStaff('老张')];
    expect(await staffSide.assign(id, li.staffId, { ...by(), from: null })).toMatchObject({ done: true });
    expect(await staffSide.assign(id, zhang.staffId, { ...by(), from: null })).toEqual({
      ...{ done: false, why: 'heldByOther' },
    });
    expect((await staffSide.find(id))?.staffId).toBe(li.staffId);
    // Who has it already has it.
    expect(await staffSide.assign(id, li.staffId, { ...by(), from: null })).toMatchObject({ done: true });
    expect(await staffSide.assign(id, null, { ...by(), from: li.staffId })).toMatchObject({ done: true });
  });
});

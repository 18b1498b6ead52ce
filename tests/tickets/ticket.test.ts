import { describe, expect, it } from 'vitest';
import { afterEvent, newStanding } from '../../knowledge/tickets/ticket.ts';
import type { TicketEvent, TicketStanding, TicketState } from '../../knowledge/tickets/ticket.ts';
import { destinationOf } from '../../knowledge/tickets/destination.ts';
import { asksForPerson } from '../../knowledge/tickets/asks-person.ts';
import { isForBot } from '../../knowledge/tickets/whose-message.ts';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';

const opened = '2026-11-27T01:00:00.000Z';
const later = '2026-11-27T02:00:00.000Z';
const inState: Record<TicketState, TicketStanding> = {
  open: newStanding(opened),
  waitingStaff: { ...newStanding(opened), state: 'waitingStaff', firstAnsweredAt: opened },
  waitingAsker: {
    ...newStanding(opened),
    ...{ state: 'waitingAsker', waitingSince: null, firstAnsweredAt: opened },
  },
  closed: { ...newStanding(opened), state: 'closed', waitingSince: null, closedAt: opened },
};
const does = (by: 'asker' | 'staff', kind: 'wrote' | 'closed' | 'reopened'): TicketEvent => ({ kind, by });

describe('a ticket', () => {
  it.each<[TicketState, TicketEvent, TicketState | 'closed!' | 'notClosed']>([
    ['open', does('asker', 'wrote'), 'open'],
    ['open', does('staff', 'wrote'), 'waitingAsker'],
    ['open', does('asker', 'closed'), 'closed'],
    ['open', does('staff', 'reopened'), 'notClosed'],
    ['waitingAsker', does('asker', 'wrote'), 'waitingStaff'],
    ['waitingAsker', does('staff', 'wrote'), 'waitingAsker'],
    ['waitingAsker', does('staff', 'closed'), 'closed'],
    ['waitingStaff', does('staff', 'wrote'), 'waitingAsker'],
    ['waitingStaff', does('asker', 'wrote'), 'waitingStaff'],
    ['waitingStaff', { kind: 'rated', score: 5 }, 'notClosed'],
    ['closed', does('asker', 'wrote'), 'closed!'],
    ['closed', does('staff', 'wrote'), 'closed!'],
    ['closed', does('staff', 'closed'), 'closed!'],
    ['closed', does('asker', 'reopened'), 'waitingStaff'],
    ['closed', does('staff', 'reopened'), 'waitingStaff'],
    ['closed', { kind: 'rated', score: 4 }, 'closed'],
  ])('%s, after %o: %s', (state, event, expected) => {
    const after = afterEvent(inState[state], event, later);
    expect(typeof after === 'string' ? after : after.state).toBe(expected.replace('!', ''));
    expect(typeof after === 'string').toBe(expected === 'closed!' || expected === 'notClosed');
  });

  it('waits since the first word that nobody answered', () => {
    const asked = afterEvent(inState.waitingAsker, does('asker', 'wrote'), later) as TicketStanding;
    expect(asked.waitingSince).toBe(later);
    const again = afterEvent(asked, does('asker', 'wrote'), '2026-11-27T03:00:00.000Z') as TicketStanding;
    expect(again.waitingSince).toBe(later);
  });

  it('keeps when it was first answered, and begins counting reminders anew', () => {
    const first = afterEvent({ ...inState.open, reminders: 3 }, does('staff', 'wrote'), later);
    expect(first).toMatchObject({ firstAnsweredAt: later, reminders: 0, waitingSince: null });
    const second = afterEvent(first as TicketStanding, does('staff', 'wrote'), '2026-11-28T02:00:00.000Z');
    expect(second).toMatchObject({ firstAnsweredAt: later });
  });

  it('can be gone on with by its asker for 7 days, by staff for ever', () => {
    const [within, after] = ['2026-12-04T00:59:00.000Z', '2026-12-04T01:00:00.000Z'];
    expect(afterEvent(inState.closed, does('asker', 'reopened'), within)).toMatchObject({
      state: 'waitingStaff',
    });
    expect(afterEvent(inState.closed, does('asker', 'reopened'), after)).toBe('tooLate');
    expect(afterEvent(inState.closed, { kind: 'rated', score: 3 }, after)).toBe('tooLate');
    expect(afterEvent(inState.closed, does('staff', 'reopened'), after)).toMatchObject({
      state: 'waitingStaff',
    });
  });

  it.each([0, 6, 2.5, NaN])('takes no score of %d', (score) => {
    expect(afterEvent(inState.closed, { kind: 'rated', score }, later)).toBe('badScore');
  });
});

describe('where an answer goes', () => {
  it.each([
    [true, 'g', null, 'private'],
    [true, null, null, 'private'],
    [true, 'g', 'group', 'private'],
    [false, 'g', null, 'group'],
    [false, 'g', 'group', 'group'],
    [false, null, null, 'nowhere'],
    // Written for one person: not for all of a group.
    [false, 'g', 'private', 'nowhere'],
    [false, 'g', 'nowhere', 'nowhere'],
    [false, 'g', 'group', 'group'],
  ] as const)('reachable %s, group %s, told %s: %s', (reachableInPrivate, group, told, expected) => {
    expect(destinationOf({ reachableInPrivate }, { group }, told)).toBe(expected);
  });
});

describe('asking for a person', () => {
  it.each([
    ['转人工', ''],
    ['转人工！', ''],
    ['人工', ''],
    ['人工客服', ''],
    ['真人', ''],
    ['找人', ''],
    ['找工作人员', ''],
    ['我要找人', ''],
    ['帮我转人工', ''],
    ['请帮我转接人工客服', ''],
    ['我想和真人聊聊', ''],
    ['能不能找个人来', ''],
    ['转人工吧', ''],
    ['转人工，我的卡读不出来', '我的卡读不出来'],
    ['转人工：买方限额怎么申请', '买方限额怎么申请'],
    ['talk to a person', ''],
    ['I want to talk to a human', ''],
    ['can I speak to someone', ''],
    ['human please', ''],
    ['talk to a person about my claim', 'my claim'],
    ['talk to a person: what is the payout ratio', 'what is the payout ratio'],
    ['connect me to an agent, my card does not work', 'my card does not work'],
  ])('is %s, about %j', (text, about) => {
    expect(asksForPerson(text)).toEqual({ about });
  });

  it.each([
    '人工客服电话是多少',
    '人工智能是什么',
    '人工费怎么算',
    '真人吗',
    '找谁问',
    '找人保还是中信保',
    '联系人怎么填',
    '联系方式',
    '赔付比例是多少',
    '客户不付款怎么办',
    '联系客户',
    '转让保单',
    'how do I become a policy agent',
    'human rights clause',
    'person in charge',
    'what is the payout ratio',
  ])('is not %s', (text) => {
    expect(asksForPerson(text)).toBeNull();
  });
});

describe('whose a text is while a ticket is open', () => {
  const sure = { answered: true, confidence: 0.95, topic: 'payout-ratio' };
  it.each([
    ['赔付比例是多少', sure, 'claims', true],
    ['what is the payout ratio', sure, null, true],
    // No question: told to staff.
    ['赔付比例80%', sure, null, false],
    // The matter that a person was called for.
    ['赔付比例是多少', sure, 'payout-ratio', false],
    ['赔付比例是多少', { ...sure, confidence: 0.6 }, null, false],
    ['赔付比例是多少', { ...sure, answered: false }, null, false],
  ] as const)('%s: the bot answers is %4$s', (text, reading, matter, expected) => {
    expect(isForBot(text, reading, { matter })).toBe(expected);
  });
});

describe('an answer that arrives', () => {
  const written = afterEvent(
    newStanding('2026-03-02T01:00:00Z'),
    { kind: 'wrote', by: 'staff' },
    '2026-03-02T02:00:00Z',
  );
  it('is what the asker’s time counts from, and changes nothing once they have written', () => {
    if (typeof written === 'string') throw new Error(written);
    const at = '2026-03-04T02:00:00Z';
    expect(afterEvent(written, { kind: 'arrived' }, at)).toEqual({ ...written, answeredAt: at });
    const again = afterEvent(written, { kind: 'wrote', by: 'asker' }, '2026-03-03T02:00:00Z');
    if (typeof again === 'string') throw new Error(again);
    expect(afterEvent(again, { kind: 'arrived' }, at)).toEqual(again);
  });
});

describe('buttons of tickets', () => {
  it.each<Callback>([
    { verb: 'person' },
    { verb: 'ticket', id: 12, action: 'close' },
    { verb: 'ticket', id: 999_999_999, action: 'reopen' },
    { verb: 'rate', id: 12, score: 5 },
  ])('come back as they were: %o', (callback) => {
    expect(decodeCallback(encodeCallback(callback))).toEqual(callback);
  });

  it.each(['person|x', 'ticket|x|close', 'ticket|1|erase', 'rate|1|6', 'rate|1|', 'ticket|1234567890|close'])(
    'are not forged as %s',
    (data) => {
      expect(decodeCallback(data)).toBeNull();
    },
  );
});

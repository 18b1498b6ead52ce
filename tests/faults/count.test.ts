import { describe, expect, it } from 'vitest';
import { textsFor } from '../../knowledge/locales/index.ts';
import { count } from './count/count.ts';
import type { Evidence, NotificationRow } from './count/evidence.ts';
import type { ShownCall } from './telegram/record.ts';

const { notifications: texts } = textsFor('zh-CN');
const firm = '虚构进出口1号有限公司';
const enrollmentId = 'jiangsu-2022/91320899MA0000001X';
const chat = '100001';
const approved = texts.status.approved({ firm });
const reminder = texts.reminder.nothingReported({ firm, year: 2022 });

const call = (messageId: string | null, text: string, more: Partial<ShownCall> = {}): ShownCall => ({
  ...{ via: 'worker', method: 'sendMessage', chat, text, at: 0, fault: null, messageId },
  ...{ accepted: messageId !== null, told: 'accepted', cutByCaller: false },
  ...more,
});
const row = (id: string, key: string, more: Partial<NotificationRow> = {}): NotificationRow => ({
  ...{ id, key, kind: 'reminder', enrollmentId, chat, state: 'sent', error: null },
  ...{ externalMessageId: id, status: null, collected: false, movedAt: 'then' },
  ...more,
});

/** One firm, one reminder, one step by button, one approval; everything went well. */
function goodRun(): Evidence {
  return {
    telegram: {
      calls: [
        call('1', reminder),
        call('2', '记下了', { via: 'bot' }),
        call('3', approved),
        call(null, reminder, { told: 'refused', fault: 'rateLimited' }),
      ],
      delivered: new Map([[1000, 1]]),
      acknowledgedBelow: 1001,
      otherFaults: 0,
    },
    notifications: [
      row('1', `reminder/${enrollmentId}/2/p1`),
      row('3', `notice/${enrollmentId}/5/p1`, { kind: 'statusNotice', status: 'approved' }),
    ],
    timeline: [
      { enrollmentId, eventId: null, type: 'reminded', key: `reminder/${enrollmentId}/2` },
      { enrollmentId, eventId: 'telegram:1000', type: 'stepReported', key: null },
    ],
    enrollments: [{ enrollmentId, remindersDue: 1, reportedStep: 'opened' }],
    inbound: [{ updateId: 1000, processed: true }],
    campaigns: [{ id: 'c', state: 'finished', open: 0 }],
    asked: {
      officialChanges: [{ enrollmentId, status: 'approved', chats: [chat] }],
      advances: new Map([[enrollmentId, 1]]),
      contacts: new Map([[enrollmentId, [chat]]]),
      steps: [{ enrollmentId, step: 'opened' }],
      unreachable: new Set(),
      updates: new Map([[1000, { chat }]]),
    },
    inHandAtKills: new Set(),
    unfinishedAtKills: 0,
    staleAllowed: false,
  };
}

function tally(change: (run: Evidence) => void): { lost: number; doubled: number; unexplained: number } {
  const run = goodRun();
  change(run);
  const { lost, doubled, unexplained } = count(run);
  return { lost: lost.length, doubled: doubled.length, unexplained: unexplained.length };
}
const nothing = { lost: 0, doubled: 0, unexplained: 0 };
const at = <T>(items: T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
};

describe('the count over a run', () => {
  it('finds nothing where nothing went wrong', () => {
    expect(tally(() => undefined)).toEqual(nothing);
  });

  it.each<[string, (run: Evidence) => void]>([
    ['the double never took what is said to be sent', (run) => (at(run.telegram.calls, 0).accepted = false)],
    ['a reminder is left queued', (run) => (at(run.notifications, 0).state = 'queued')],
    ['a reminder goes to nobody', (run) => run.notifications.shift()],
    ['a reminder never fell due', (run) => run.asked.advances.set(enrollmentId, 2)],
    [
      'a reminder failed for no reason',
      (run) => Object.assign(at(run.notifications, 0), { state: 'failed', error: 'server' }),
    ],
    ['an official change is told to nobody', (run) => run.notifications.pop()],
    ['an update is acknowledged and not stored', (run) => run.inbound.pop()],
    ['an update is stored and not handled', (run) => (at(run.inbound, 0).processed = false)],
    ['a step that was reported is not noted', (run) => run.timeline.pop()],
    ['nobody answers', (run) => run.telegram.calls.splice(1, 1)],
    ['a campaign stops halfway', (run) => (at(run.campaigns, 0).open = 1)],
  ])('counts as lost when %s', (_, change) => {
    // A message that nobody claims any more may show a second time, as one too many.
    expect(tally(change)).toMatchObject({ unexplained: 0 });
    expect(tally(change).lost).toBeGreaterThan(0);
  });

  it.each<[string, (run: Evidence) => void]>([
    ['a reminder is taken twice', (run) => run.telegram.calls.push(call('9', reminder))],
    [
      'a message is tried again after a cut, though only one was taken',
      (run) =>
        run.telegram.calls.push(call(null, approved, { told: 'ambiguous', fault: 'cutBeforeAccepting' })),
    ],
    ['two records claim one message', (run) => run.notifications.push(row('1', 'reminder/x/3/p1'))],
    [
      'a sent notice is repeated',
      (run) => {
        run.notifications.push(
          row('9', `notice/${enrollmentId}/5/p1/again`, { kind: 'statusNotice', status: 'approved' }),
        );
        run.telegram.calls.push(call('9', `${texts.repeatedMark}${approved}`));
      },
    ],
    ['an update takes effect twice', (run) => run.timeline.push(at(run.timeline, 1))],
    ['a reminder falls due twice', (run) => (at(run.enrollments, 0).remindersDue = 2)],
    [
      'more is replied than was in hand at kills',
      (run) => run.telegram.calls.push(call('9', '记下了', { via: 'bot' })),
    ],
  ])('counts as doubled when %s', (_, change) => {
    expect(tally(change)).toMatchObject({ lost: 0, unexplained: 0 });
    expect(tally(change).doubled).toBeGreaterThan(0);
  });

  it('lets a reminder be unknown after an ambiguous fault, and never without one', () => {
    const cut = (run: Evidence): void => {
      at(run.notifications, 0).state = 'unknown';
      Object.assign(at(run.telegram.calls, 0), { told: 'ambiguous', fault: 'cutAfterAccepting' });
    };
    expect(tally(cut)).toEqual(nothing);
    expect(
      tally((run) => {
        cut(run);
        at(run.telegram.calls, 0).told = 'accepted';
      }),
    ).toEqual({ ...nothing, unexplained: 1 });
  });

  it('lets a message be unknown that was in hand when a worker died, and no other', () => {
    const interrupted = (run: Evidence): void =>
      void Object.assign(at(run.notifications, 0), { state: 'unknown', error: 'interrupted' });
    expect(tally(interrupted)).toEqual({ ...nothing, unexplained: 1 });
    expect(
      tally((run) => {
        interrupted(run);
        run.inHandAtKills = new Set(['1']);
      }),
    ).toEqual(nothing);
  });

  it('takes what is collected for a person as the one message that it was', () => {
    const collected = (run: Evidence): void => {
      const more = row('9', `reminder/other/2/p1`, { externalMessageId: '1', collected: true });
      run.notifications.push(more);
      at(run.notifications, 0).collected = true;
    };
    expect(tally(collected)).toEqual(nothing);
    const unknown = (run: Evidence): void => {
      collected(run);
      for (const n of run.notifications) if (n.collected) n.state = 'unknown';
      Object.assign(at(run.telegram.calls, 0), { told: 'ambiguous', fault: 'cutAfterAccepting' });
    };
    expect(tally(unknown)).toEqual(nothing);
    expect(
      tally((run) => {
        unknown(run);
        run.telegram.calls.push(call('9', reminder));
      }),
    ).toEqual({ ...nothing, doubled: 1 });
  });

  it('wants a notice that is unknown to be repeated once, marked', () => {
    const unknown = (run: Evidence): void => {
      at(run.notifications, 1).state = 'unknown';
      Object.assign(at(run.telegram.calls, 2), { told: 'ambiguous', fault: 'halfAnAnswer' });
    };
    const again = row('9', `notice/${enrollmentId}/5/p1/again`, { kind: 'statusNotice', status: 'approved' });
    expect(tally(unknown)).toEqual({ ...nothing, lost: 1 });
    expect(
      tally((run) => {
        unknown(run);
        run.notifications.push(again);
        run.telegram.calls.push(call('9', `${texts.repeatedMark}${approved}`));
      }),
    ).toEqual(nothing);
    // Without the mark nobody can tell that it is the same one again.
    expect(
      tally((run) => {
        unknown(run);
        run.notifications.push(again);
        run.telegram.calls.push(call('9', approved));
      }),
    ).toEqual({ ...nothing, doubled: 1 });
  });

  it('lets a message fail to one who cannot be reached', () => {
    const failed = (run: Evidence): void =>
      void Object.assign(at(run.notifications, 0), { state: 'failed', error: 'blocked' });
    expect(tally(failed)).toMatchObject({ lost: 1 });
    expect(
      tally((run) => {
        failed(run);
        Object.assign(at(run.telegram.calls, 0), { accepted: false, told: 'refused', fault: 'blocked' });
      }),
    ).toEqual(nothing);
  });
});

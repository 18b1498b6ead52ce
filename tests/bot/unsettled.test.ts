import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import type { HandleResult } from '../../bot/model.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let firm: Firm;
let wang: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  firm = await office.addFirm(2);
  wang = await office.contactOf(firm, '小王');
});
afterEach(() => office.dispose());

const tapped = (data: string): Promise<HandleResult> =>
  office.engine.handle({
    ...{ channel: 'telegram', externalId: 'tap-1', chat: { id: 'chat-小王', kind: 'private' } },
    sender: { externalUserId: wang.externalUserId, locale: 'zh-CN' },
    ...{ text: '', command: null, callback: { data, messageId: '7' }, addressed: true },
  });

it('a report without an answer is to be handled again, and counts once', async () => {
  office.commands.unavailable = 'noAnswer';
  const first = await tapped(`report|${firm.uscc}|opened`);
  expect(first.unsettled).toBe(true);
  expect(first.replies[0]?.message.paragraphs.join()).toContain('记下了');
  office.commands.unavailable = null;
  expect((await tapped(`report|${firm.uscc}|opened`)).unsettled).toBeUndefined();
  await tapped(`report|${firm.uscc}|opened`);
  const enrollment = await office.stores.enrollments.find(`${office.pack.id}/${firm.uscc}`);
  expect(enrollment?.reportedStep).toBe('opened');
  const timeline = await office.stores.enrollments.timeline(`${office.pack.id}/${firm.uscc}`);
  expect(timeline.filter(({ event }) => event.type === 'stepReported')).toHaveLength(1);
});

it('what surely did not happen, and what needs no change, is settled', async () => {
  office.commands.unavailable = 'unreachable';
  expect((await tapped(`report|${firm.uscc}|opened`)).unsettled).toBeUndefined();
  office.commands.unavailable = 'noAnswer';
  expect((await tapped(`status|${firm.uscc}`)).unsettled).toBeUndefined();
});

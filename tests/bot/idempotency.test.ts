import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';

let office: EngineOffice;
beforeEach(async () => {
  office = await openEngineOffice();
});
afterEach(() => office.dispose());

it('makes one event of the same tap handled twice, and says the same both times', async () => {
  const firm = await office.addFirm(2);
  const wang = await office.contactOf(firm, '小王');
  const first = await wang.tapsData(`report|${firm.uscc}|sealed`, { externalId: '42' });
  const second = await wang.tapsData(`report|${firm.uscc}|sealed`, { externalId: '42' });
  expect(second.text).toBe(first.text);
  expect(office.commands.calls.map((c) => c.eventId)).toEqual(['telegram:42', 'telegram:42']);
  const [timeline] = [await office.stores.enrollments.timeline(`jiangsu-2022/${firm.uscc}`)];
  expect(timeline.filter((e) => e.event.type === 'stepReported')).toHaveLength(1);
});

it('says that a step was reported before, when it is tapped anew', async () => {
  const firm = await office.addFirm(2);
  const wang = await office.contactOf(firm, '小王');
  await wang.tapsData(`report|${firm.uscc}|sealed`);
  expect((await wang.tapsData(`report|${firm.uscc}|sealed`)).text).toContain('之前已经报告过');
  expect((await wang.tapsData(`report|${firm.uscc}|confirmed`)).text).toContain('算已经做完');
});

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

it('leaves one entry in the audit of a message that is handled twice, and one more of another outcome', async () => {
  const firm = await office.addFirm(2);
  const li = await office.staff('老李');
  const { audit } = office.stores;
  const approve = () => li.says(`/approve ${firm.uscc}`, { externalId: '77' });
  office.commands.unavailable = 'noAnswer';
  await approve();
  await approve();
  office.commands.unavailable = null;
  await approve();
  await audit.record({ actor: 'x', action: 'y', target: 'z', outcome: 'done', once: 'a' });
  await audit.record({ actor: 'x', action: 'y', target: 'z', outcome: 'done', once: 'a' });
  const entries = (await auditOf(office.url))
    .filter(({ action }) => action === 'staff.approve' || action === 'y')
    .map(({ outcome }) => outcome);
  expect(entries).toEqual(['unavailable noAnswer', 'applied', 'done']);
});

it('does not take what was written a while ago for an end to a block', async () => {
  const wang = office.person('小王');
  await wang.says('你好');
  const { identities } = office.stores;
  const identity = { channel: 'telegram', externalUserId: wang.externalUserId };
  const written = {
    ...{ channel: 'telegram', externalId: 'old', chat: { id: 'chat-小王', kind: 'private' as const } },
    sender: { externalUserId: wang.externalUserId, locale: 'zh-CN' as const },
    ...{ text: '赔付比例是多少', command: null, callback: null, addressed: true },
  };
  await identities.markBlocked((await identities.known(identity))?.id ?? '');
  await office.engine.handle(written, { waited: true });
  expect(await identities.known(identity)).toMatchObject({ blocked: true });
  await office.engine.handle({ ...written, externalId: 'new' });
  expect(await identities.known(identity)).toMatchObject({ blocked: false });
});

it('says that a step was reported before, when it is tapped anew', async () => {
  const firm = await office.addFirm(2);
  const wang = await office.contactOf(firm, '小王');
  await wang.tapsData(`report|${firm.uscc}|sealed`);
  expect((await wang.tapsData(`report|${firm.uscc}|sealed`)).text).toContain('之前已经报告过');
  expect((await wang.tapsData(`report|${firm.uscc}|confirmed`)).text).toContain('算已经做完');
});

async function auditOf(url: string) {
  const { createClient } = await import('../../prisma/client.ts');
  const db = createClient(url.replace(/^file:/, ''), 'fast');
  const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } });
  await db.$disconnect();
  return entries;
}

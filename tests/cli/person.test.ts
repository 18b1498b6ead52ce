import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const firm = fictionalFirm(1);
let temp: TempStores;
let cli: TestCli;
let personId: string;
beforeEach(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
  const { firms, identities, chatMessages } = temp.stores;
  await firms.upsertFirms(packId, [firm], wanted);
  const { id } = await identities.upsertIdentity({ channel: 'web', externalUserId: 'visitor-1' });
  await identities.linkFirm(id, firm.uscc);
  await chatMessages.append({ identityId: id, direction: 'in', body: '{"text":"进度"}' });
  personId = id;
});
afterEach(() => temp.dispose());

it('lists who is linked to a firm', async () => {
  const { out } = await cli.run('person', 'list', firm.uscc.toLowerCase());
  expect(out.join('\n')).toContain(personId);
  expect(out.join('\n')).toContain('网页对话');
  expect((await cli.run('person', 'list', '91329999MADEM0001Q')).err[0]).toContain('没有信用代码');
});

it('exports all of it to a file of its own, or to the screen', async () => {
  const file = join(temp.dir, 'person.json');
  expect((await cli.run('person', 'export', personId, '--out', file)).code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    personId,
    channels: [{ channel: 'web', externalUserId: 'visitor-1' }],
    firms: [{ uscc: firm.uscc, by: 'office' }],
    chat: [{ direction: 'in', body: '{"text":"进度"}' }],
  });
  expect((await cli.run('person', 'export', personId)).out.join('\n')).toContain('visitor-1');
});

it('overwrites nothing, and knows nobody by another ID', async () => {
  const file = join(temp.dir, 'there.json');
  writeFileSync(file, 'mine');
  expect((await cli.run('person', 'export', personId, '--out', file)).err[0]).toContain('已经存在');
  expect(readFileSync(file, 'utf8')).toBe('mine');
  const nowhere = join(temp.dir, 'no', 'folder.json');
  expect((await cli.run('person', 'export', personId, '--out', nowhere)).err[0]).toContain('写不了');
  expect((await cli.run('person', 'export', 'nobody')).err[0]).toContain('person list');
});

it('ends the place of a contact, at once', async () => {
  expect((await cli.run('person', 'unlink', firm.uscc, 'nobody')).err[0]).toContain('不是');
  expect((await cli.run('person', 'unlink', firm.uscc, personId)).code).toBe(0);
  expect(await temp.stores.identities.contactsOf(firm.uscc)).toEqual([]);
  expect(await temp.stores.people.dataOf(personId)).not.toBeNull();
});

it('erases after --yes only, and never staff', async () => {
  expect((await cli.run('person', 'erase', personId)).out[0]).toContain('什么都还没有做');
  expect(await temp.stores.people.dataOf(personId)).not.toBeNull();
  expect((await cli.run('person', 'erase', personId, '--yes')).out[0]).toContain('已删除');
  expect(await temp.stores.people.dataOf(personId)).toBeNull();
  expect(await temp.stores.identities.contactsOf(firm.uscc)).toEqual([]);

  const { identities } = temp.stores;
  const { staffId } = await identities.addStaff('甲');
  await identities.mintCode({ purpose: 'staff', staffId }, 'TESTCODE', '2099-01-01T00:00:00.000Z', 'test');
  const { id } = await identities.upsertIdentity({ channel: 'web', externalUserId: 'staff' });
  await identities.redeemCode('TESTCODE', id, '2026-03-02T03:00:00.000Z');
  expect((await cli.run('person', 'erase', id, '--yes')).err[0]).toContain('staff remove');
  expect(await identities.staffOf(id)).not.toBeNull();
});

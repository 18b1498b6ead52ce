import { expect, it, onTestFinished } from 'vitest';
import { healthChecks } from '../../cli/app/health.ts';
import { checkTickets } from '../../cli/doctor/tickets-check.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { createTestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';

it('doctor and readyz say when nobody hears what askers write', async () => {
  const temp = await openTempStores();
  onTestFinished(() => temp.dispose());
  const { stores } = temp;
  const { context } = createTestCli(stores, temp.dir);
  const found = async () =>
    (await checkTickets(context)).map(({ mark, say }) => [mark, say(textsFor('zh-CN'))]);
  const ready = async () =>
    (await healthChecks({ stores, client: null as never, doors: {} }).tickets()).detail;
  const nobody = [['!', expect.stringContaining('没有人会看到')]];
  expect(await found()).toEqual(nobody);
  expect(await ready()).toContain('nobody');

  // Added, and not yet linked to a chat.
  const { staffId } = await stores.identities.addStaff('老李');
  await stores.tickets.tieStaffGroup({ channel: 'telegram', chatId: '-1', tiedBy: staffId });
  expect(await found()).toEqual(nobody);
  await stores.identities.mintCode(
    { purpose: 'staff', staffId },
    '5TAFF00001',
    '2099-01-01T00:00:00.000Z',
    't',
  );
  const li = await stores.identities.upsertIdentity({ channel: 'telegram', externalUserId: '31' });
  await stores.identities.redeemCode('5TAFF00001', li.id, '2026-01-01T00:00:00.000Z');
  expect(await found()).toEqual([]);
  expect(await ready()).toBe('staff are told');

  await stores.tickets.untieStaffGroup('telegram');
  expect(await found()).toEqual(nobody);
  await stores.identities.upsertIdentity({ ...li, privateChatId: '31' });
  expect(await found()).toEqual([]);
  await stores.identities.markBlocked(li.id);
  expect(await found()).toEqual(nobody);
});

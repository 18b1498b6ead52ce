import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CampaignStore, Campaign } from '../../activities/ports/store.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { openFactory, statement } from '../../prisma/sqlite-adapter.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let campaigns: CampaignStore;
beforeEach(async () => {
  temp = await openTempStores();
  campaigns = temp.stores.campaigns;
  await temp.stores.firms.upsertFirms(
    packId,
    [1, 2, 3, 4].map((n) => fictionalFirm(n)),
    wanted,
  );
});
afterEach(async () => temp.dispose());

const create = async (filter: Campaign['filter']) =>
  campaigns.create({ id: 'c1', packId, filter, requestedBy: 'staff-1' });

describe('campaigns', () => {
  it('begin as a preview and keep what they are told', async () => {
    await create({ city: '淮安', reportedStep: 'none' });
    expect(await campaigns.find('c1')).toEqual({
      id: 'c1',
      packId,
      filter: { city: '淮安', reportedStep: 'none' },
      requestedBy: 'staff-1',
      state: 'previewed',
      tally: { total: 0, done: 0, sent: 0, failed: 0, unknown: 0, skipped: {} },
      progress: null,
    });
    const progress = { channel: 'telegram', chatId: '1', messageId: '2' };
    await campaigns.setTotal('c1', 2);
    await campaigns.setProgress('c1', progress);
    await campaigns.setState('c1', 'running');
    expect(await campaigns.find('c1')).toMatchObject({ state: 'running', progress, tally: { total: 2 } });
    expect(await campaigns.find('c2')).toBeNull();
  });

  it('count one outcome per enrollment', async () => {
    await create({});
    await campaigns.setTotal('c1', 6);
    await campaigns.recordOutcome('c1', 'p/1', 'sent');
    await campaigns.recordOutcome('c1', 'p/1', 'failed');
    await campaigns.recordOutcome('c1', 'p/2', 'failed');
    await campaigns.recordOutcome('c1', 'p/3', 'unknown');
    await campaigns.recordOutcome('c1', 'p/4', 'skipped:snoozed');
    const tally = await campaigns.recordOutcome('c1', 'p/5', 'skipped:snoozed');
    expect(tally).toEqual({ total: 6, done: 5, sent: 1, failed: 1, unknown: 1, skipped: { snoozed: 2 } });
    expect((await campaigns.find('c1'))?.tally).toEqual(tally);
  });

  it('count rightly when outcomes come at once', async () => {
    await create({});
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => campaigns.recordOutcome('c1', `p/${n % 20}`, 'sent')),
    );
    expect((await campaigns.find('c1'))?.tally).toMatchObject({ done: 20, sent: 20 });
  });

  it.each([
    [{}, [1, 2, 3, 4]],
    [{ city: '淮安' }, [2, 4]],
    [{ officialStatus: 'invited' as const, reportedStep: 'none' }, [1, 2, 3, 4]],
    [{ officialStatus: 'approved' as const }, []],
    [{ uscc: fictionalUscc(3) }, [3]],
    [{ nameContains: '4号' }, [4]],
  ])('aim at what their filter says: %o', async (filter, expected) => {
    await create(filter);
    const targets: string[] = [];
    for (;;) {
      const afterEnrollmentId = targets.at(-1);
      const page = await campaigns.targets('c1', {
        limit: 3,
        ...(afterEnrollmentId !== undefined && { afterEnrollmentId }),
      });
      if (page.length === 0) break;
      targets.push(...page);
    }
    expect(targets).toEqual(expected.map((n) => `${packId}/${fictionalUscc(n)}`));
  });
});

it('keeps the audit trail', async () => {
  await temp.stores.audit.record({ actor: 'staff-1', action: 'approve', target: 'p/1', outcome: 'applied' });
  await temp.stores.audit.record({
    actor: 'x',
    action: 'pending',
    target: '-',
    outcome: 'refused',
    detail: '不是工作人员',
  });
  const connection = await openFactory(`${temp.dir}/tongbao.db`).connect();
  const { rows } = await connection.queryRaw(
    statement('SELECT actor, outcome, detail FROM AuditEntry ORDER BY id'),
  );
  await connection.dispose();
  expect(rows).toEqual([
    ['staff-1', 'applied', null],
    ['x', 'refused', '不是工作人员'],
  ]);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CampaignStore } from '../../activities/ports/campaigns.ts';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignFilter } from '../../knowledge/campaigns/filter.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
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

const create = async (id = 'c1', part: Partial<CampaignPlan> = {}) =>
  campaigns.create({ ...reminderPlan(part), id, packId, requestedBy: 'staff-1' });
const ids = [1, 2, 3, 4].map((n) => `${packId}/${fictionalUscc(n)}`);
const [first = '', second = '', third = '', fourth = ''] = ids;
const all = async <T>(read: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of read) found.push(one);
  return found;
};

describe('campaigns', () => {
  it('begin as a preview and keep what they are told', async () => {
    const plan = reminderPlan({
      ...{ filter: { city: '淮安', reportedStep: 'none' }, startAt: '2026-12-01T01:30:00.000Z' },
      ...{ notWithinWorkingDays: 3, perMinute: 60, outsideHours: 'skip' },
    });
    await create('c1', plan);
    expect(await campaigns.find('c1')).toEqual({
      ...plan,
      id: 'c1',
      packId,
      requestedBy: 'staff-1',
      state: 'previewed',
      tally: { total: 0, done: 0, sent: 0, collected: 0, failed: 0, unknown: 0, cancelled: 0, skipped: {} },
      progress: null,
      createdAt: expect.stringMatching(/Z$/) as string,
      startedAt: null,
      endedAt: null,
    });
    const progress = { channel: 'telegram', chatId: '1', messageId: '2' };
    await campaigns.setTotal('c1', 2);
    await campaigns.setProgress('c1', progress);
    await campaigns.setState('c1', 'running');
    expect(await campaigns.find('c1')).toMatchObject({ state: 'running', progress, tally: { total: 2 } });
    expect(await campaigns.find('c2')).toBeNull();
  });

  it('are listed, but for previews that nobody confirmed, and found by the beginning of their ID', async () => {
    for (const id of ['aa1', 'aa2', 'b1']) await create(id);
    for (const id of ['aa1', 'aa2']) await campaigns.setState(id, 'running');
    expect((await campaigns.list(packId, 10)).map((c) => c.id).sort()).toEqual(['aa1', 'aa2']);
    expect(await campaigns.list('other', 10)).toEqual([]);
    expect(await campaigns.idsBeginningWith(packId, 'aa')).toHaveLength(2);
    expect(await campaigns.idsBeginningWith(packId, 'b')).toEqual(['b1']);
    expect(await campaigns.idsBeginningWith(packId, 'c')).toEqual([]);
  });

  it('are listed as many for an office of some cities, however many others began since', async () => {
    const own = ['own1', 'own2', 'own3'];
    const filters: [string, CampaignFilter][] = [
      ...own.map((id) => [id, { cities: ['南京'] }] as [string, CampaignFilter]),
      ...['a', 'b', 'c', 'd', 'e'].map((id) => [id, { city: '淮安' }] as [string, CampaignFilter]),
      ['all', {}],
    ];
    for (const [id, filter] of filters) {
      await create(id, { filter });
      await campaigns.setState(id, 'running');
    }
    const listed = async (limit: number, cities: string[] | null) =>
      (await campaigns.list(packId, limit, cities)).map(({ id }) => id).sort();
    expect(await listed(2, ['南京'])).toHaveLength(2);
    expect(await listed(3, ['南京', '苏州'])).toEqual(own);
    expect(await listed(50, ['苏州'])).toEqual([]);
    expect(await listed(2, null)).toHaveLength(2);
    expect(await listed(50, null)).toHaveLength(9);
  });

  it('note when they were started and ended, once', async () => {
    await create();
    await campaigns.addTargets('c1', ids);
    await campaigns.markStarted('c1');
    await campaigns.setState('c1', 'finished');
    const ended = await campaigns.find('c1');
    expect(ended).toMatchObject({ state: 'finished', tally: { total: 4, done: 0 } });
    await campaigns.addTargets('c1', [`${packId}/later`]);
    await campaigns.markStarted('c1');
    // A workflow out of an older copy of Temporal's data does not open it again.
    for (const late of ['running', 'cancelled', 'finished'] as const) await campaigns.setState('c1', late);
    expect(await campaigns.find('c1')).toMatchObject({
      state: 'finished',
      startedAt: ended?.startedAt,
      endedAt: ended?.endedAt,
      tally: { total: 4 },
    });
  });
});

describe('the firms of a campaign', () => {
  beforeEach(async () => {
    await create();
    await campaigns.addTargets('c1', [...ids, first]);
    await campaigns.setState('c1', 'running');
  });

  it('are taken up once each, in order', async () => {
    expect(await campaigns.claim('c1', 3)).toEqual([first, second, third]);
    expect(await campaigns.claim('c1', 3)).toEqual([fourth]);
    expect(await campaigns.claim('c1', 3)).toEqual([]);
    const taken = await Promise.all([1, 2].map(() => campaigns.beginAsking('c1', first)));
    expect(taken.sort()).toEqual([false, true]);
  });

  it('are taken up once each, also by many at once', async () => {
    const claims = await Promise.all(Array.from({ length: 6 }, () => campaigns.claim('c1', 1)));
    expect(claims.flat().sort()).toEqual(ids);
  });

  it('are left alone while the campaign does not run', async () => {
    await campaigns.claim('c1', 1);
    await campaigns.setState('c1', 'paused');
    expect(await campaigns.claim('c1', 9)).toEqual([]);
    expect(await campaigns.beginAsking('c1', first)).toBe(false);
    await campaigns.setState('c1', 'running');
    expect(await campaigns.beginAsking('c1', first)).toBe(true);
  });

  it('are put back when an attempt died before it asked, and told of when it died after', async () => {
    await campaigns.claim('c1', 2);
    await campaigns.beginAsking('c1', first);
    expect(await campaigns.takeStock('c1')).toMatchObject([{ enrollmentId: first }]);
    expect(await campaigns.claim('c1', 9)).toEqual([second, third, fourth]);
  });

  it('belong to one campaign at a time: another one comes back to them', async () => {
    await create('c2');
    await campaigns.addTargets('c2', ids);
    await campaigns.setState('c2', 'running');
    await campaigns.claim('c1', 2);
    expect(await campaigns.claim('c2', 9)).toEqual([third, fourth]);
    expect(await campaigns.claim('c1', 9)).toEqual([]);

    await campaigns.recordOutcome('c1', [first], 'sent');
    await campaigns.takeStock('c2');
    expect(await campaigns.claim('c2', 9)).toEqual([first, third, fourth]);
    // The end of a campaign lets go of everybody.
    await campaigns.setState('c1', 'cancelled');
    await campaigns.takeStock('c2');
    expect(await campaigns.claim('c2', 9)).toContain(second);
  });

  it('have one outcome each', async () => {
    await campaigns.recordOutcome('c1', [first], 'sent');
    await campaigns.recordOutcome('c1', [first, second], 'skipped:snoozed');
    await campaigns.recordOutcome('c1', [third], 'unknown');
    expect(await campaigns.countOpen('c1')).toBe(1);
    await campaigns.closePending('c1', 'cancelled');
    expect(await campaigns.countOpen('c1')).toBe(0);
    expect((await campaigns.find('c1'))?.tally).toMatchObject({
      ...{ done: 4, sent: 1, unknown: 1, cancelled: 1 },
      skipped: { snoozed: 1 },
    });
    const recipients = await all(campaigns.recipients('c1'));
    expect(recipients.map((r) => r.outcome)).toEqual(['sent', 'skipped:snoozed', 'unknown', 'cancelled']);
    expect(recipients[0]).toMatchObject({
      uscc: fictionalUscc(1),
      firmName: '虚构进出口1号有限公司',
      city: '南京',
    });
  });

  it('that were asked are not given up when the others are', async () => {
    await campaigns.claim('c1', 1);
    await campaigns.beginAsking('c1', first);
    await campaigns.closePending('c1', 'cancelled');
    expect(await campaigns.countOpen('c1')).toBe(1);
  });

  it('can be many', async () => {
    const many = Array.from({ length: 1_300 }, (_, n) => `${packId}/${fictionalUscc(n + 10)}`);
    await campaigns.addTargets('c1', many);
    expect(await all(campaigns.recipients('c1'))).toHaveLength(1_304);
  });
});

describe('whom a campaign may be for', () => {
  const meant = async (filter: CampaignFilter, at = '2022-03-10T01:00:00.000Z'): Promise<number[]> => {
    const found = await all(campaigns.candidates({ packId, kind: 'reminder', filter }, new Date(at)));
    return found.map(({ enrollment }) => [1, 2, 3, 4].find((n) => fictionalUscc(n) === enrollment.uscc) ?? 0);
  };

  it.each<[CampaignFilter, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ city: '淮安' }, [2, 4]],
    [{ officialStatus: 'invited', reportedStep: 'none' }, [1, 2, 3, 4]],
    [{ officialStatus: 'approved' }, []],
    [{ uscc: fictionalUscc(3) }, [3]],
    // Invited on the 1st of March.
    [{ silentForDays: 9 }, [1, 2, 3, 4]],
    [{ silentForDays: 10 }, []],
    [{ neverReached: true, city: '南京' }, [1, 3]],
  ])('%o', async (filter, expected) => {
    expect(await meant(filter)).toEqual(expected);
  });

  it('knows contacts, and what was written to a firm', async () => {
    const person = await temp.stores.identities.upsertIdentity({
      ...{ channel: 'telegram', externalUserId: 'a', privateChatId: 'chat-a', locale: 'en' },
    });
    await temp.stores.identities.linkFirm(person.id, fictionalUscc(1));
    const { notifications } = temp.stores;
    const record = { enrollmentId: first, identityId: person.id, channel: 'telegram', data: {} };
    const [sent, other] = await notifications.queue([
      { ...record, key: 'k1', kind: 'reminder' },
      { ...record, key: 'k2', kind: 'verifySubmission', enrollmentId: second },
      { ...record, key: 'k3', kind: 'reminder', enrollmentId: third },
    ]);
    for (const one of [sent, other]) {
      await notifications.move(one?.id ?? '', 'queued', 'sending');
      await notifications.move(one?.id ?? '', 'sending', 'sent');
    }
    const found = await campaigns.candidatesOf('reminder', ids);
    expect(found[0]).toMatchObject({
      firmName: '虚构进出口1号有限公司',
      contacts: [{ channel: 'telegram', privateChatId: 'chat-a', blocked: false, locale: 'en' }],
      lastWrittenAt: expect.stringMatching(/Z$/) as string,
      everReached: true,
    });
    const nothing = { contacts: [], lastWrittenAt: null, everReached: false };
    expect(found.slice(1)).toMatchObject([nothing, nothing, nothing]);
    expect(await meant({ neverReached: true })).toEqual([2, 3, 4]);
    // Announcements keep their own distance.
    expect((await campaigns.candidatesOf('announcement', [first]))[0]?.lastWrittenAt).toBeNull();
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

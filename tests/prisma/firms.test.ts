import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../activities/ports/store.ts';
import { initialState } from '../../knowledge/enrollment/machine.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let stores: Stores;
beforeEach(async () => {
  temp = await openTempStores();
  stores = temp.stores;
});
afterEach(async () => temp.dispose());

const one = fictionalFirm(1);
const upsert = async (...firms: (typeof one)[]) => {
  const outcomes = await stores.firms.upsertFirms(packId, firms, wanted);
  return outcomes.map(({ outcome }) => outcome);
};

describe('upsertFirms', () => {
  it('brings a firm back exactly, with an enrollment that waits to be started', async () => {
    expect(await upsert(one)).toEqual(['created']);
    expect(await stores.firms.findFirm(one.uscc)).toEqual(one);
    const row = await stores.firms.firmRow(packId, one.uscc);
    expect(row).toMatchObject({ firm: one, linkedContacts: 0 });
    expect(row?.enrollment).toEqual({
      enrollmentId: `${packId}/${one.uscc}`,
      packId,
      uscc: one.uscc,
      city: '南京',
      trial: false,
      now: wanted.invitedAt,
      nextReminderAt: null,
      cadence: wanted.cadence,
      ...initialState(wanted.invitedAt),
      version: 0,
    });
    expect(await stores.enrollments.waitingToStart(10)).toEqual([row?.enrollment]);
  });

  it('says what each firm came to', async () => {
    await upsert(one, fictionalFirm(2));
    expect(await upsert(one, fictionalFirm(2, { name: '改名公司' }), fictionalFirm(3))).toEqual([
      'unchanged',
      'changed',
      'created',
    ]);
    expect((await stores.firms.findFirm(fictionalUscc(2)))?.name).toBe('改名公司');
  });

  it.each([
    ['name', { name: '另一家' }],
    ['city', { city: '徐州' }],
    ['value', { priorYearExportUsd: 120_000.56 }],
    ['no value', { priorYearExportUsd: null }],
    ['year', { exportYear: null }],
    ['contact', { contactName: null }],
    ['phone', { contactPhone: '111' }],
    ['list', { listed: false }],
    ['sample', { sample: false }],
  ])('notices another %s', async (_what, changes) => {
    await upsert(one);
    expect(await upsert({ ...one, ...changes })).toEqual(['changed']);
    expect(await stores.firms.findFirm(one.uscc)).toEqual({ ...one, ...changes });
  });

  it.each([0, 0.01, 0.1 + 0.2, 299_999.99, 3_000_000, 12_345_678_901.23])(
    'keeps %d dollars to the cent',
    async (priorYearExportUsd) => {
      await upsert({ ...one, priorYearExportUsd });
      const stored = await stores.firms.findFirm(one.uscc);
      expect(stored?.priorYearExportUsd).toBe(Math.round(priorYearExportUsd * 100) / 100);
      expect(await upsert({ ...one, priorYearExportUsd })).toEqual(['unchanged']);
    },
  );

  it('enrolls a firm when it becomes listed, and keeps the enrollment when it no longer is', async () => {
    await upsert({ ...one, listed: false });
    expect((await stores.firms.firmRow(packId, one.uscc))?.enrollment).toBeNull();
    await upsert(one);
    expect((await stores.firms.firmRow(packId, one.uscc))?.enrollment).not.toBeNull();
    await upsert({ ...one, listed: false });
    const row = await stores.firms.firmRow(packId, one.uscc);
    expect(row?.firm.listed).toBe(false);
    expect(row?.enrollment).not.toBeNull();
  });

  it('leaves another pack’s list alone', async () => {
    await upsert(one);
    await stores.firms.upsertFirms('other-2023', [{ ...one, listed: false }], wanted);
    expect((await stores.firms.firmRow(packId, one.uscc))?.firm.listed).toBe(true);
    expect((await stores.firms.firmRow('other-2023', one.uscc))?.firm.listed).toBe(false);
  });

  it('keeps the list of each pack, with the value of its own year', async () => {
    await upsert(one);
    const next = { ...one, priorYearExportUsd: 900_000, exportYear: 2022 };
    const outcomes = await stores.firms.upsertFirms('other-2023', [next], wanted);
    expect(outcomes).toEqual([{ uscc: one.uscc, outcome: 'created' }]);
    expect((await stores.firms.firmRow(packId, one.uscc))?.firm).toEqual(one);
    expect((await stores.firms.firmRow('other-2023', one.uscc))?.firm).toEqual(next);
    expect((await stores.firms.firmRow('third-2024', one.uscc))?.firm).toEqual({
      ...one,
      priorYearExportUsd: null,
      exportYear: null,
      listed: false,
    });
    expect(await stores.enrollments.countWaiting()).toBe(2);
    expect(await upsert(one)).toEqual(['unchanged']);
    for (const pack of [packId, 'other-2023'])
      expect((await stores.firms.unlinkedFirms(pack)).map(({ uscc }) => uscc)).toEqual([one.uscc]);
  });

  it('lists a firm only where a list names it', async () => {
    await upsert(one);
    await stores.firms.upsertFirms('other-2023', [fictionalFirm(2)], wanted);
    const listed = await stores.firms.listFirms({ packId: 'other-2023' }, { limit: 10 });
    expect(listed.map(({ firm }) => firm.uscc)).toEqual([fictionalUscc(2)]);
  });

  it('takes the last of two rows for one firm', async () => {
    expect(await upsert(one, { ...one, name: '后来的名字' })).toEqual(['created', 'changed']);
    expect((await stores.firms.findFirm(one.uscc))?.name).toBe('后来的名字');
  });

  it('moves the enrollment along when the list corrects the city', async () => {
    await upsert(one);
    await upsert({ ...one, city: '盐城' });
    expect((await stores.firms.firmRow(packId, one.uscc))?.enrollment?.city).toBe('盐城');
    expect(await stores.firms.countByCityAndStep(packId)).toEqual([
      { city: '盐城', officialStatus: 'invited', reportedStep: 'none', count: 1 },
    ]);
  });

  it('writes all of a call or nothing', async () => {
    const tooLarge = fictionalFirm(2, { priorYearExportUsd: Number.MAX_VALUE });
    await expect(upsert(one, tooLarge)).rejects.toThrow(RangeError);
    expect(await stores.firms.findFirm(one.uscc)).toBeNull();
  });

  it('takes 10,000 firms, twice, from two connections', async () => {
    const firms = Array.from({ length: 10_000 }, (_, n) => fictionalFirm(n));
    const other = await openStores(temp.url, 'fast');
    const batches = Array.from({ length: 20 }, (_, n) => firms.slice(n * 500, (n + 1) * 500));
    const first = await Promise.all(
      batches.map((batch, n) => (n % 2 === 0 ? stores : other).firms.upsertFirms(packId, batch, wanted)),
    );
    expect(first.flat().every(({ outcome }) => outcome === 'created')).toBe(true);
    const second = await stores.firms.upsertFirms(packId, firms, wanted);
    await other.close();
    expect(second).toHaveLength(10_000);
    expect(second.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
    expect((await stores.firms.countByCityAndStep(packId)).map(({ city, count }) => [city, count])).toEqual([
      ['南京', 5_000],
      ['淮安', 5_000],
    ]);
    expect(await stores.firms.listFirms({ packId }, { limit: 20_000 })).toHaveLength(10_000);
    expect(await stores.firms.listFirms({ packId, reportedStep: 'none' }, { limit: 20_000 })).toHaveLength(
      10_000,
    );
    expect(await stores.firms.unlinkedFirms(packId)).toHaveLength(10_000);
    await stores.enrollments.markStarted(firms.map(({ uscc }) => `${packId}/${uscc}`));
    expect(await stores.enrollments.waitingToStart(1)).toEqual([]);
  }, 180_000);
});

describe('lists', () => {
  beforeEach(async () => {
    await upsert(one, fictionalFirm(2), fictionalFirm(3, { listed: false }), fictionalFirm(4));
    const row = await stores.firms.firmRow(packId, fictionalUscc(2));
    if (!row?.enrollment) throw new Error('not enrolled');
    const enrollment = { ...row.enrollment, reportedStep: 'confirmed' as const, version: 1 };
    await stores.enrollments.saveProjection(enrollment, []);
  });

  const listed = async (filter: Omit<Parameters<Stores['firms']['listFirms']>[0], 'packId'>) =>
    (await stores.firms.listFirms({ packId, ...filter }, { limit: 100 })).map(({ firm }) => firm.uscc);

  it.each([
    ['everything, firms on no list too', {}, [1, 2, 3, 4]],
    ['a city', { city: '淮安' }, [2, 4]],
    ['a status', { officialStatus: 'invited' as const }, [1, 2, 4]],
    ['a status that nobody has', { officialStatus: 'approved' as const }, []],
    ['a reported step', { reportedStep: 'confirmed' }, [2]],
    ['nothing reported', { reportedStep: 'none' }, [1, 4]],
    ['all together', { city: '淮安', officialStatus: 'invited' as const, reportedStep: 'none' }, [4]],
    ['part of a name', { nameContains: '口3号' }, [3]],
    ['part of a name among the enrolled', { nameContains: '口2号', reportedStep: 'confirmed' }, [2]],
  ])('filters by %s', async (_what, filter, expected) => {
    expect(await listed(filter)).toEqual(expected.map(fictionalUscc));
  });

  it.each([{}, { officialStatus: 'invited' as const }])('pages by code (%o)', async (filter) => {
    const all = await listed(filter);
    const pages: string[] = [];
    for (;;) {
      const afterUscc = pages.at(-1);
      const page = await stores.firms.listFirms(
        { packId, ...filter },
        { limit: 1, ...(afterUscc !== undefined && { afterUscc }) },
      );
      if (page.length === 0) break;
      pages.push(...page.map(({ firm }) => firm.uscc));
    }
    expect(pages).toEqual(all);
  });

  it('counts by city, status and step', async () => {
    expect(await stores.firms.countByCityAndStep(packId)).toEqual([
      { city: '南京', officialStatus: 'invited', reportedStep: 'none', count: 1 },
      { city: '淮安', officialStatus: 'invited', reportedStep: 'none', count: 1 },
      { city: '淮安', officialStatus: 'invited', reportedStep: 'confirmed', count: 1 },
    ]);
  });

  it('calls the listed firms that nobody has linked', async () => {
    const who = await stores.identities.upsertIdentity({ channel: 'web', externalUserId: '1' });
    await stores.identities.linkFirm(who.id, fictionalUscc(2));
    expect((await stores.firms.unlinkedFirms(packId)).map(({ uscc }) => uscc)).toEqual(
      [1, 4].map(fictionalUscc),
    );
    expect((await stores.firms.firmRow(packId, fictionalUscc(2)))?.linkedContacts).toBe(1);
  });

  it('answers null for a firm that it does not know', async () => {
    expect(await stores.firms.findFirm(fictionalUscc(9))).toBeNull();
    expect(await stores.firms.firmRow(packId, fictionalUscc(9))).toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm, Stores } from '../../activities/ports/store.ts';
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

const begin = async (id: string, fileHash = id): Promise<void> => {
  const begun = { packId, by: 'cli', fileName: '名单.xlsx', cities: ['南京'] };
  await stores.firmImports.begin({ ...begun, id, fileHash, rowCount: 1, accepted: 1, rejected: 0 });
};
const doImport = async (id: string, firms: Firm[], fileHash = id): Promise<void> => {
  await begin(id, fileHash);
  await stores.importChanges.takeOver(id);
  await stores.firms.upsertFirms(packId, firms, wanted, id);
};
const end = async (id: string): Promise<void> =>
  stores.firmImports.note(id, { written: 1, created: 1, changed: 0, unchanged: 0 }, 'done');
const verdicts = async (id: string) => {
  const listed = await stores.importChanges.list(id, null, { limit: 100 });
  return listed.map(({ verdict }) => verdict?.undo ?? verdict?.reason ?? null);
};
const undoAll = async (id: string, usccs: string[]) => {
  await stores.importChanges.markClosing(id, usccs);
  return stores.importChanges.undo(id, usccs, null);
};
const one = fictionalFirm(1);
const enrollmentId = `${packId}/${one.uscc}`;

describe('what an import did', () => {
  it('is kept firm by firm, and nothing of a firm that it found unchanged', async () => {
    await stores.firms.upsertFirms(packId, [one, fictionalFirm(2)], wanted);
    await doImport('first', [one, fictionalFirm(2, { name: '改名公司' }), fictionalFirm(3)]);
    const listed = await stores.importChanges.list('first', null, { limit: 100 });
    expect(listed.map(({ uscc, enrolled, verdict }) => [uscc, enrolled, verdict?.undo])).toEqual([
      [fictionalUscc(2), false, 'restore'],
      [fictionalUscc(3), true, 'remove'],
    ]);
    const page = await stores.importChanges.list('first', null, { afterUscc: fictionalUscc(2), limit: 1 });
    expect(page.map(({ name }) => name)).toEqual([fictionalFirm(3).name]);
    expect(await stores.importChanges.counts('first')).toEqual({ written: 2, closing: 0, undone: 0 });
  });

  it('is forgotten when a later import changes something, and not before', async () => {
    await doImport('first', [one]);
    await end('first');
    await doImport('again', [one]);
    expect(await stores.importChanges.lastOf(packId)).toBe('first');
    await doImport('later', [fictionalFirm(2)]);
    expect(await stores.importChanges.lastOf(packId)).toBe('later');
    expect(await verdicts('first')).toEqual([]);
    expect(await stores.importChanges.lastOf('other-2023')).toBeNull();
  });

  it('goes over to an import that completes one of the same file that was cut off', async () => {
    await doImport('cut-off', [one], 'same');
    await doImport('completes', [one, fictionalFirm(2)], 'same');
    expect(await verdicts('completes')).toEqual(['remove', 'remove']);
    expect(await verdicts('cut-off')).toEqual([]);
  });

  it('and was undone before that is written and kept anew', async () => {
    await doImport('cut-off', [one], 'same');
    await undoAll('cut-off', [one.uscc]);
    await doImport('completes', [one], 'same');
    expect(await verdicts('completes')).toEqual(['remove']);
    await undoAll('completes', [one.uscc]);
    expect(await stores.firms.findFirm(one.uscc)).toBeNull();
  });

  it('of a firm that is named twice is what was there before its first row', async () => {
    await stores.firms.upsertFirms(packId, [one], wanted);
    await begin('first');
    for (const name of ['第二名', '第三名'])
      await stores.firms.upsertFirms(packId, [{ ...one, name }], wanted, 'first');
    await undoAll('first', [one.uscc]);
    expect(await stores.firms.findFirm(one.uscc)).toEqual(one);
  });
});

describe('undoing it', () => {
  it('leaves the database as it was', async () => {
    const unlisted = fictionalFirm(2, { listed: false });
    await stores.firms.upsertFirms(packId, [one, unlisted], wanted);
    await stores.firms.upsertFirms('other-2023', [fictionalFirm(3)], wanted);
    await stores.firms.upsertFirms(packId, [{ ...one, name: '早先的名' }], wanted);
    await stores.firms.upsertFirms(packId, [one], wanted);
    const state = async () =>
      Promise.all([
        stores.firms.listFirms({ packId }, { limit: 10 }),
        stores.firms.listFirms({ packId: 'other-2023' }, { limit: 10 }),
        stores.firms.countByCityAndStep(packId),
      ]);
    const before = await state();
    const changed = [
      { ...one, name: '改名公司', city: '徐州', priorYearExportUsd: null, contactPhone: '1' },
      { ...unlisted, listed: true },
      fictionalFirm(3, { contactName: null }),
      fictionalFirm(4),
    ];
    await doImport('first', changed);
    expect(await verdicts('first')).toEqual(['restore', 'restore', 'takeOff', 'remove']);
    await undoAll(
      'first',
      changed.map(({ uscc }) => uscc),
    );
    expect(await state()).toEqual(before);
    expect(await stores.firms.findFirm(fictionalUscc(4))).toBeNull();
    expect(await stores.importChanges.counts('first')).toEqual({ written: 0, closing: 0, undone: 4 });
    // Pressed twice: nothing is left to do.
    expect(await undoAll('first', [one.uscc])).toEqual([]);
    expect(await state()).toEqual(before);
  });

  it('takes no enrollment away whose workflow was not ended first', async () => {
    await doImport('first', [one]);
    expect(await stores.importChanges.undo('first', [one.uscc], null)).toEqual([]);
    expect(await stores.firms.findFirm(one.uscc)).toEqual(one);
  });

  it('starts no workflow of a firm that is closing, and starts it again where something happened', async () => {
    await doImport('first', [one]);
    await stores.importChanges.markClosing('first', [one.uscc]);
    expect(await stores.enrollments.countWaiting()).toBe(0);
    await stores.firmNotes.add({
      ...{ id: 'note-1', uscc: one.uscc, staffId: 'staff-1', text: '来电', at: new Date().toISOString() },
    });
    const [left] = await stores.importChanges.undo('first', [one.uscc], null);
    expect(left?.verdict).toEqual({ undo: null, reason: 'note' });
    expect(await stores.enrollments.countWaiting()).toBe(1);
    expect(await stores.importChanges.counts('first')).toMatchObject({ written: 1, closing: 0 });
  });

  it.each(['a new process', 'a later import'])(
    'that was cut off while workflows were ended leaves no firm without one: %s',
    async (what) => {
      await doImport('first', [one]);
      await stores.importChanges.markClosing('first', [one.uscc]);
      expect(await stores.enrollments.countWaiting()).toBe(0);
      if (what === 'a new process') await stores.importChanges.release(null);
      else await doImport('later', [fictionalFirm(2, { listed: false })]);
      expect(await stores.enrollments.countWaiting()).toBe(1);
    },
  );

  it('lets a workflow that was just ended not bring its enrollment back', async () => {
    await stores.firms.upsertFirms('other-2023', [one], wanted);
    await doImport('first', [one]);
    const snapshot = await stores.enrollments.find(enrollmentId);
    if (snapshot === null) throw new Error('no enrollment');
    await undoAll('first', [one.uscc]);
    await expect(stores.enrollments.saveProjection({ ...snapshot, version: 1 }, [])).rejects.toThrow(
      'undone',
    );
    expect(await stores.enrollments.find(enrollmentId)).toBeNull();
    // On a later list it is enrolled as any other.
    await doImport('later', [one]);
    expect(await stores.enrollments.countWaiting()).toBe(2);
  });

  it('leaves a firm alone that something happened to', async () => {
    const firms = Array.from({ length: 7 }, (_, n) => fictionalFirm(n + 1));
    await doImport('first', firms);
    const [linked, coded, listedElsewhere, stepped, notified, renamed] = firms.map(({ uscc }) => uscc);
    const { id } = await stores.identities.upsertIdentity({ channel: 'web', externalUserId: 'u1' });
    await stores.identities.linkFirm(id, linked ?? '');
    await stores.identities.mintCode(
      { purpose: 'firm', uscc: coded ?? '' },
      'CODE-1',
      new Date(Date.now() + 86_400_000).toISOString(),
      'staff-1',
    );
    await stores.firms.upsertFirms('other-2023', [fictionalFirm(3)], wanted);
    const snapshot = await stores.enrollments.find(`${packId}/${stepped ?? ''}`);
    if (snapshot === null) throw new Error('no enrollment');
    await stores.enrollments.saveProjection({ ...snapshot, version: 2 }, []);
    await stores.notifications.queue([
      {
        ...{ key: 'k1', kind: 'reminder', enrollmentId: `${packId}/${notified ?? ''}`, identityId: id },
        ...{ channel: 'web', data: {} },
      },
    ]);
    await stores.firms.upsertFirms(packId, [fictionalFirm(6, { name: '又改名' })], wanted);
    expect([listedElsewhere, renamed]).not.toContain(undefined);
    const reasons = ['contact', 'code', 'otherList', 'followed', 'notification', 'changed', 'remove'];
    expect(await verdicts('first')).toEqual(reasons);
    await undoAll(
      'first',
      firms.map(({ uscc }) => uscc),
    );
    expect(await verdicts('first')).toEqual([...reasons.slice(0, 6), null]);
    expect(await stores.firms.findFirm(fictionalUscc(7))).toBeNull();
    expect(await stores.firms.findFirm(fictionalUscc(1))).not.toBeNull();
  });
});

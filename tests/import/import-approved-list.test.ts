import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSheet } from '../../activities/import/write-sheet.ts';
import type { Firm, FirmStore } from '../../activities/ports/store.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { goodRow, header, importFile, madeUpUscc, writeList } from './approved-list-file.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(async () => temp.dispose());

const allFirms = async (): Promise<number> =>
  (await temp.stores.firms.listFirms({ packId: 'jiangsu-2022' }, { limit: 20_000 })).length;

describe('importing an approved list', () => {
  it('writes firms, and an enrollment that waits to be started for each listed one', async () => {
    const notListed = goodRow(2).with(6, '否');
    const report = await importFile(temp.stores, await writeList(temp.dir, 'a.csv', [goodRow(1), notListed]));
    expect(report).toMatchObject({ accepted: 2, listed: 1, rejected: 0, created: 2, rejectedFile: null });
    expect(await temp.stores.firms.findFirm(madeUpUscc(1))).toEqual({
      uscc: madeUpUscc(1),
      name: '测试示例1号有限公司',
      city: '淮安',
      priorYearExportUsd: 450_000,
      exportYear: 2021,
      contactName: '王示例',
      contactPhone: '13800000101',
      listed: true,
      sample: false,
    });
    const waiting = await temp.stores.enrollments.waitingToStart(10);
    expect(waiting).toMatchObject([
      { uscc: madeUpUscc(1), officialStatus: 'invited', trial: false, cadence: { sendAt: '09:30' } },
    ]);
  });

  it('changes nothing the second time, and what differs the third', async () => {
    const rows = [goodRow(1), goodRow(2)];
    const file = await writeList(temp.dir, 'a.csv', rows);
    await importFile(temp.stores, file);
    expect(await importFile(temp.stores, file)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    await writeList(temp.dir, 'a.csv', [goodRow(1).with(3, '46'), goodRow(2)]);
    expect(await importFile(temp.stores, file)).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
    expect(await temp.stores.enrollments.waitingToStart(10)).toHaveLength(2);
  });

  it.each(['csv', 'xlsx'] as const)(
    'puts bad rows into a .%s file that can be corrected and imported',
    async (kind) => {
      const bad = [goodRow(2).with(2, '杭州'), goodRow(3).with(3, '约五十').with(6, '待定')];
      const file = join(temp.dir, `list.${kind}`);
      writeFileSync(file, await writeSheet(kind, { header, rows: [goodRow(1), ...bad] }));
      const report = await importFile(temp.stores, file);
      expect(report).toMatchObject({ accepted: 1, rejected: 2 });
      expect(basename(report.rejectedFile ?? '')).toBe(`list.rejected.${kind}`);
      expect(statSync(report.rejectedFile ?? '').mode & 0o777).toBe(0o600);

      const again = await importFile(temp.stores, report.rejectedFile ?? '');
      expect(again).toMatchObject({
        accepted: 0,
        rejected: 2,
        notices: [],
        rejectedFile: report.rejectedFile,
      });

      const corrected = [goodRow(2), goodRow(3)].map((r) => [...r, '上次的原因']);
      writeFileSync(
        report.rejectedFile ?? '',
        await writeSheet(kind, { header: [...header, '原因'], rows: corrected }),
      );
      expect(await importFile(temp.stores, report.rejectedFile ?? '')).toMatchObject({
        accepted: 2,
        rejected: 0,
        created: 2,
        notices: [],
      });
      expect(await allFirms()).toBe(3);
    },
  );

  it('says the reason in the file of bad rows and keeps the other columns', async () => {
    const file = await writeList(temp.dir, 'a.csv', [goodRow(1).with(2, '杭州')]);
    const { rejectedFile } = await importFile(temp.stores, file);
    const [head, row] = readFileSync(rejectedFile ?? '', 'utf8')
      .replace('\ufeff', '')
      .split('\r\n');
    expect(head).toBe([...header, '原因'].join(','));
    expect(row).toContain(madeUpUscc(1));
    expect(row).toContain('【城市】不认识城市“杭州”');
  });

  it('never overwrites a file of bad rows that somebody may be correcting', async () => {
    const file = await writeList(temp.dir, 'a.csv', [goodRow(1).with(2, '杭州')]);
    const first = (await importFile(temp.stores, file)).rejectedFile ?? '';
    expect((await importFile(temp.stores, file)).rejectedFile).toBe(first);
    writeFileSync(first, readFileSync(first, 'utf8').replace('杭州', '南京'));
    const second = (await importFile(temp.stores, file)).rejectedFile ?? '';
    expect(basename(second)).toBe('a.rejected-2.csv');
    expect(readFileSync(first, 'utf8')).toContain('南京');
  });

  it('writes nothing in a dry run', async () => {
    const file = await writeList(temp.dir, 'a.csv', [goodRow(1), goodRow(2).with(2, '杭州')]);
    expect(await importFile(temp.stores, file, { options: { dryRun: true } })).toMatchObject({
      outcome: 'checked',
      accepted: 1,
      rejected: 1,
      rejectedFile: null,
    });
    expect(await allFirms()).toBe(0);
    expect(readdirSync(temp.dir).filter((name) => name.includes('rejected'))).toEqual([]);
  });

  it('refuses a list without firms', async () => {
    await expect(importFile(temp.stores, await writeList(temp.dir, 'a.csv', []))).rejects.toThrow('noRows');
  });

  it('takes the same import up again after a crash in the middle', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => goodRow(i + 1));
    const file = await writeList(temp.dir, 'a.csv', rows);
    await expect(importFile({ firms: dyingAfter(2, temp.stores.firms) }, file)).rejects.toThrow('power cut');
    expect(await allFirms()).toBe(1000);
    expect(await importFile(temp.stores, file)).toMatchObject({ created: 200, unchanged: 1000 });
    expect(await temp.stores.enrollments.waitingToStart(5000)).toHaveLength(1200);
  });

  it('imports 10,000 rows, twice', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => goodRow(i + 1));
    const file = await writeList(temp.dir, 'a.csv', rows);
    expect(await importFile(temp.stores, file)).toMatchObject({ created: 10_000, issues: [] });
    expect(await importFile(temp.stores, file)).toMatchObject({ created: 0, unchanged: 10_000 });
    expect(await allFirms()).toBe(10_000);
  });
});

function dyingAfter(batches: number, firms: FirmStore): FirmStore {
  let done = 0;
  const upsertFirms: FirmStore['upsertFirms'] = async (packId, batch: Firm[], wanted) => {
    if (done === batches) throw new Error('power cut');
    done += 1;
    return firms.upsertFirms(packId, batch, wanted);
  };
  return { ...firms, upsertFirms };
}

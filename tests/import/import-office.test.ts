import { afterEach, beforeEach, expect, it } from 'vitest';
import { createImportOffice } from '../../activities/import/import-office.ts';
import { writeSheet } from '../../activities/import/write-sheet.ts';
import { loadPack } from '../../activities/load-pack.ts';
import { fictionalUscc, packId } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
});
afterEach(() => temp.dispose());

it('leaves a firm in its city where another list put it there while this one waited', async () => {
  const { stores } = temp;
  const pack = await loadPack(packId);
  let write = (): void => undefined;
  const mayWrite = new Promise<void>((resolve) => (write = resolve));
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const office = createImportOffice({
    ...{ stores, mode: 'live' as const, pack: () => pack, log: silent },
    clock: { now: () => new Date('2022-03-02T02:00:00.000Z') },
    sampleUsccs: async () => new Set<string>(),
    renewsFrom: async () => mayWrite.then(() => []),
    imported: async () => undefined,
    commands: { withdraw: async () => undefined },
  });
  const uscc = fictionalUscc(1);
  const list = async (city: string, ownCities: string[] | null) => ({
    ...{ fileName: '名单.xlsx', ownCities, options: { unit: null, listed: null } },
    bytes: await writeSheet('xlsx', {
      header: ['企业名称', '统一社会信用代码', '城市', '2021年出口额（美元）', '在核准名单'],
      rows: [['虚构甲有限公司', uscc, city, '1200000', '是']],
    }),
  });
  expect(await office.begin('first', 'a', await list('淮安', null))).toMatchObject({ accepted: 1 });
  expect(await office.begin('second', 'b', await list('宿迁', ['宿迁']))).toMatchObject({ accepted: 1 });
  write();
  await until(async () => (await stores.firmImports.find('second'))?.state === 'done');
  expect(await stores.firms.findFirm(uscc)).toMatchObject({ city: '淮安' });
});

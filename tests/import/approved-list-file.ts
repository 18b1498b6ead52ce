import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importApprovedList } from '../../activities/import/import-approved-list.ts';
import type { ImportReport, ImportRequest } from '../../activities/import/import-approved-list.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { usccCheckCharacter } from '../../knowledge/firms/uscc.ts';

export const header = [
  '企业名称',
  '信用代码',
  '城市',
  '2021年出口额（万美元）',
  '联系人',
  '电话',
  '在核准名单',
];

/** A fictional firm's code that no sample holds. */
export function madeUpUscc(n: number): string {
  const first17 = `91329998MA${String(n).padStart(7, '0')}`;
  return first17 + (usccCheckCharacter(first17) ?? '');
}

export const goodRow = (n: number): string[] => [
  `测试示例${n}号有限公司`,
  madeUpUscc(n),
  '淮安',
  '45',
  '王示例',
  '13800000101',
  '是',
];

const csvOf = (rows: string[][]): string => [header, ...rows].map((r) => r.join(',')).join('\r\n');

export type Imported = Exclude<ImportReport, { outcome: 'refused' }>;

/** Imports a file in live mode, where no firm is a sample. */
export async function importFile(
  stores: Pick<Stores, 'firms'>,
  file: string,
  changes: Partial<ImportRequest> = {},
): Promise<Imported> {
  const report = await importApprovedList({
    file,
    bytes: await readFile(file),
    options: {},
    pack: await loadPack('jiangsu-2022'),
    stores,
    mode: 'live',
    clock: { now: () => new Date('2026-03-02T02:00:00.000Z') },
    sampleUsccs: new Set(),
    ...changes,
  });
  if (report.outcome === 'refused') throw new Error(report.problem.code);
  return report;
}

export async function writeList(dir: string, name: string, rows: string[][]): Promise<string> {
  const file = join(dir, name);
  await writeFile(file, csvOf(rows));
  return file;
}

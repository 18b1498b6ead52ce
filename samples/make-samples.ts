/**
 * Writes the sample lists of this folder: `npx tsx samples/make-samples.ts`. The same input gives the same files; an
 * .xlsx whose cells are as before is left alone, since its container holds the time of writing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { readSheetFile } from '../activities/import/read-sheet.ts';
import { writeSheet } from '../activities/import/write-sheet.ts';
import type { Cell } from '../knowledge/firms/types.ts';
import { listWithMistakes } from './list-with-mistakes.ts';
import { cleanFirms, mistakenFirms } from './sample-firms.ts';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const header = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '城市',
  '2021年出口额（万美元）',
  '联系人',
  '联系电话',
  '在核准名单',
];
const rows = (valueOf: (value: string) => Cell): Cell[][] =>
  cleanFirms.map((f, i) => [
    valueOf(String(i + 1)),
    f.name,
    f.uscc,
    f.city,
    valueOf(f.value),
    f.contactName,
    f.contactPhone,
    f.listed,
  ]);

const xlsx = await writeSheet('xlsx', {
  header,
  rows: rows(Number),
  widths: [6, 30, 24, 10, 22, 12, 16, 14],
});
const before = await readFile(path('approved-list-2022.xlsx')).catch(() => new Uint8Array());
const [old, made] = await Promise.all([readSheetFile('a.xlsx', before), readSheetFile('a.xlsx', xlsx)]);
if (JSON.stringify(old) !== JSON.stringify(made)) await writeFile(path('approved-list-2022.xlsx'), xlsx);

const csv = await writeSheet('csv', { header, rows: rows((v) => v) });
await writeFile(path('approved-list-2022.csv'), csv);
const text = new TextDecoder('utf-8').decode(csv);
await writeFile(path('approved-list-2022-gbk.csv'), iconv.encode(text, 'gbk'));

const mistakes = listWithMistakes(mistakenFirms);
await writeFile(
  path('approved-list-with-errors.csv'),
  await writeSheet('csv', { header: mistakes.header, rows: mistakes.rows }),
);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const known = [...cleanFirms, ...mistakenFirms].map(({ uscc, name }) => ({ uscc, name }));
await writeFile(path('firms.json'), json(known));
const [demo] = cleanFirms;
if (demo !== undefined)
  await writeFile(path('demo-firm.json'), json({ uscc: demo.uscc, name: demo.name, city: demo.city }));

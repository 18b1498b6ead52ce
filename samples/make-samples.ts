/**
 * Writes the sample lists of this folder: `npx tsx samples/make-samples.ts`. The same input gives the same files; an
 * .xlsx whose cells are as before is left alone, since its container holds the time of writing.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { readSheetFile } from '../activities/import/read-sheet.ts';
import { writeSheet } from '../activities/import/write-sheet.ts';
import { fieldOf } from '../knowledge/firms/columns.ts';
import type { Recognise } from '../knowledge/firms/header.ts';
import type { Cell } from '../knowledge/firms/types.ts';
import { resultFieldOf } from '../knowledge/results/columns.ts';
import { listWithMistakes } from './list-with-mistakes.ts';
import { cleanFirms, mistakenFirms } from './sample-firms.ts';
import { resultsWithMistakes, sampleResults } from './sample-results.ts';

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
await writeWorkbook('approved-list-2022.xlsx', xlsx, fieldOf);

const csv = await writeSheet('csv', { header, rows: rows((v) => v) });
await writeFile(path('approved-list-2022.csv'), csv);
const text = new TextDecoder('utf-8').decode(csv);
await writeFile(path('approved-list-2022-gbk.csv'), iconv.encode(text, 'gbk'));

const mistakes = listWithMistakes(mistakenFirms);
await writeFile(
  path('approved-list-with-errors.csv'),
  await writeSheet('csv', { header: mistakes.header, rows: mistakes.rows }),
);

const results = sampleResults(cleanFirms);
const workbook = await writeSheet('xlsx', { ...results, widths: [6, 30, 24, 16, 34, 18] });
await writeWorkbook('approval-results-2022.xlsx', workbook, resultFieldOf);
const wrong = resultsWithMistakes(cleanFirms, mistakenFirms);
await writeFile(path('approval-results-with-errors.csv'), await writeSheet('csv', wrong));

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const known = [...cleanFirms, ...mistakenFirms].map(({ uscc, name }) => ({ uscc, name }));
await writeFile(path('firms.json'), json(known));
const [demo] = cleanFirms;
if (demo !== undefined)
  await writeFile(path('demo-firm.json'), json({ uscc: demo.uscc, name: demo.name, city: demo.city }));

/** Leaves a workbook with the same cells alone. */
async function writeWorkbook(name: string, bytes: Uint8Array, recognise: Recognise<string>): Promise<void> {
  const before = await readFile(path(name)).catch(() => new Uint8Array());
  const [old, made] = await Promise.all([
    readSheetFile(name, before, recognise),
    readSheetFile(name, bytes, recognise),
  ]);
  if (JSON.stringify(old) !== JSON.stringify(made)) await writeFile(path(name), bytes);
}

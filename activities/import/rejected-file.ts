import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fieldOf, isReasonColumn } from '../../knowledge/firms/columns.ts';
import { columnsIn } from '../../knowledge/firms/header.ts';
import type { Recognise } from '../../knowledge/firms/header.ts';
import type { Cell, RowIssue } from '../../knowledge/firms/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { readSheetFile } from './read-sheet.ts';
import type { SheetTable } from './read-sheet.ts';
import { writeSheet } from './write-sheet.ts';
import type { SheetToWrite } from './write-sheet.ts';

/** What kind of list it is: its columns, and the last one of the rejected rows, which a file imported again has already. */
interface RejectedKind {
  recognise: Recognise<string>;
  reasonHeader: string;
  isReason(header: string): boolean;
}

/**
 * Writes the rows with errors beside the imported file, in the same columns and one more with the reasons, to be corrected
 * and imported again. A file that somebody may be correcting is never overwritten. Returns the path, null for no row.
 */
export async function writeRejectedRows(
  file: string,
  table: SheetTable,
  reasonsByRow: ReadonlyMap<number, string[]>,
  kind: RejectedKind,
): Promise<string | null> {
  if (reasonsByRow.size === 0) return null;
  const bytes = await writeSheet(table.kind, rejectedRows(table, reasonsByRow, kind));
  return saveBeside(file, bytes, table.kind, kind.recognise);
}

function rejectedRows(
  table: SheetTable,
  reasonsByRow: ReadonlyMap<number, string[]>,
  kind: RejectedKind,
): SheetToWrite {
  const kept = columnsIn(table.header, () => null).filter((c) => !kind.isReason(c.header));
  const width = Math.max(...table.rows.map((r) => r.cells.length), table.header.length);
  const columns = [
    ...kept.map((c) => c.index),
    ...Array.from({ length: width - table.header.length }, (_, i) => table.header.length + i),
  ];
  const pick = (cells: Cell[]): Cell[] => columns.map((index) => cells[index] ?? null);
  const rows = table.rows.flatMap((row) => {
    const reasons = reasonsByRow.get(row.row);
    return reasons === undefined ? [] : [[...pick(row.cells), reasons.join('；')]];
  });
  const header = [...pick(table.header), kind.reasonHeader];
  const widths = [...columns.map(() => 18), 60];
  return { header, rows, widths };
}

/** The same for the rows of an approved list. */
export async function writeRejectedFile(
  file: string,
  table: SheetTable,
  issues: RowIssue[],
): Promise<string | null> {
  return writeRejectedRows(file, table, reasonsIn(issues), ofList);
}

/** The same as an .xlsx file that is not saved anywhere; null where no row has an error. */
export async function rejectedSheet(table: SheetTable, issues: RowIssue[]): Promise<Uint8Array | null> {
  const reasonsByRow = reasonsIn(issues);
  return reasonsByRow.size === 0 ? null : writeSheet('xlsx', rejectedRows(table, reasonsByRow, ofList));
}

const ofList: RejectedKind = {
  recognise: fieldOf,
  reasonHeader: textsFor('zh-CN').importing.reasonColumn,
  isReason: isReasonColumn,
};

function reasonsIn(issues: RowIssue[]): Map<number, string[]> {
  const { importing } = textsFor('zh-CN');
  const reasonsByRow = new Map<number, string[]>();
  for (const issue of issues.filter((i) => i.severity === 'error')) {
    reasonsByRow.set(issue.row, [...(reasonsByRow.get(issue.row) ?? []), importing.issue(issue)]);
  }
  return reasonsByRow;
}

async function saveBeside(
  file: string,
  bytes: Uint8Array,
  kind: 'xlsx' | 'csv',
  recognise: Recognise<string>,
): Promise<string> {
  const stem = basename(file, extname(file)).replace(/\.rejected(?:-\d+)?$/u, '');
  for (let n = 1; ; n += 1) {
    const path = join(dirname(file), `${stem}.rejected${n === 1 ? '' : `-${n}`}.${kind}`);
    const existing = await readOrNull(path);
    if (existing !== null && !(await sameContent(path, [existing, bytes], recognise))) continue;
    if (existing === null) {
      // Whole or not at all, and for the owner only: it holds people's phone numbers.
      const part = `${path}.part`;
      await rm(part, { force: true });
      await writeFile(part, bytes, { mode: 0o600, flag: 'wx' });
      await rename(part, path);
    }
    return path;
  }
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** By cells, since an .xlsx written twice differs in its time stamps. */
async function sameContent(
  path: string,
  [a, b]: [Uint8Array, Uint8Array],
  recognise: Recognise<string>,
): Promise<boolean> {
  const [first, second] = await Promise.all([
    readSheetFile(path, a, recognise),
    readSheetFile(path, b, recognise),
  ]);
  return JSON.stringify(first) === JSON.stringify(second);
}

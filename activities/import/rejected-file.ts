import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { isReasonColumn, readHeader } from '../../knowledge/firms/columns.ts';
import type { Cell, RowIssue } from '../../knowledge/firms/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { readSheetFile } from './read-sheet.ts';
import type { SheetTable } from './read-sheet.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Writes the rows with errors beside the imported file, in the same columns with a last column 原因, to be corrected
 * and imported again. A file that somebody may be correcting is never overwritten. Returns the path, null for no row.
 */
export async function writeRejectedFile(
  file: string,
  table: SheetTable,
  issues: RowIssue[],
): Promise<string | null> {
  const errors = issues.filter((i) => i.severity === 'error');
  if (errors.length === 0) return null;
  const errorsByRow = new Map<number, RowIssue[]>();
  for (const issue of errors) errorsByRow.set(issue.row, [...(errorsByRow.get(issue.row) ?? []), issue]);
  const { importing } = textsFor('zh-CN');
  const kept = readHeader(table.header).filter((c) => !isReasonColumn(c.header));
  const width = Math.max(...table.rows.map((r) => r.cells.length), table.header.length);
  const columns = [
    ...kept.map((c) => c.index),
    ...Array.from({ length: width - table.header.length }, (_, i) => table.header.length + i),
  ];
  const pick = (cells: Cell[]): Cell[] => columns.map((index) => cells[index] ?? null);
  const rows = table.rows.flatMap((row) => {
    const problems = errorsByRow.get(row.row);
    if (problems === undefined) return [];
    const reasons = problems.map((i) => importing.issue({ column: i.column, problem: i.problem }));
    return [[...pick(row.cells), reasons.join('；')]];
  });
  const header = [...pick(table.header), importing.reasonColumn];
  const widths = [...columns.map(() => 18), 60];
  const bytes = await writeSheet(table.kind, { header, rows, widths });
  return saveBeside(file, table.kind, bytes);
}

async function saveBeside(file: string, kind: 'xlsx' | 'csv', bytes: Uint8Array): Promise<string> {
  const stem = basename(file, extname(file)).replace(/\.rejected(?:-\d+)?$/u, '');
  for (let n = 1; ; n += 1) {
    const path = join(dirname(file), `${stem}.rejected${n === 1 ? '' : `-${n}`}.${kind}`);
    const existing = await readOrNull(path);
    if (existing !== null && !(await sameContent(path, existing, bytes))) continue;
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
async function sameContent(path: string, a: Uint8Array, b: Uint8Array): Promise<boolean> {
  const [first, second] = await Promise.all([readSheetFile(path, a), readSheetFile(path, b)]);
  return JSON.stringify(first) === JSON.stringify(second);
}

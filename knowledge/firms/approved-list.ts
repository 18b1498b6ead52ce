import { cellText, isBlank } from './cells.ts';
import type { ListLayout } from './layout.ts';
import { readRow } from './read-row.ts';
import type { RowRules } from './read-row.ts';
import type { FileNotice, ListedFirm, RowIssue, SheetRow } from './types.ts';

export interface CheckedList {
  firms: ListedFirm[];
  /** In the order of the rows. */
  issues: RowIssue[];
  notices: FileNotice[];
  /** Rows with content, without totals. */
  rowCount: number;
}

/** Checks every row below the header. Rows with an error, and all but the first of identical rows, give no firm. */
export function checkApprovedList(rows: SheetRow[], layout: ListLayout, rules: RowRules): CheckedList {
  const notices: FileNotice[] = [];
  const content = rows.filter((row) => {
    if (row.cells.every(isBlank)) return false;
    if (!isTotal(row, layout.columns.uscc?.index)) return true;
    notices.push({ code: 'totalRowSkipped', row: row.row });
    return false;
  });
  const read = content.map((row) => ({ row: row.row, ...readRow(row, layout, rules) }));
  const { dropped, issues } = findDuplicates(read, layout);
  const all = [...read.flatMap((r) => r.issues), ...issues].sort((a, b) => a.row - b.row);
  const firms = read.flatMap((r) => (r.firm === null || dropped.has(r.row) ? [] : [r.firm]));
  return { firms, issues: all, notices, rowCount: content.length };
}

interface ReadRow {
  row: number;
  uscc: string | null;
  firm: ListedFirm | null;
}

/**
 * The same code twice: identical rows count once; rows that differ, or one of which is in error, are all kept out,
 * since nobody but the list's author knows which one is meant.
 */
function findDuplicates(rows: ReadRow[], layout: ListLayout) {
  const byUscc = new Map<string, ReadRow[]>();
  for (const row of rows) {
    if (row.uscc === null) continue;
    const same = byUscc.get(row.uscc);
    if (same === undefined) byUscc.set(row.uscc, [row]);
    else same.push(row);
  }
  const dropped = new Set<number>();
  const issues: RowIssue[] = [];
  const column = layout.columns.uscc?.header ?? '';
  for (const same of byUscc.values()) {
    const [first] = same;
    if (first === undefined || same.length === 1) continue;
    const contents = new Set(same.map((r) => (r.firm === null ? null : contentOf(r.firm))));
    const identical = contents.size === 1 && !contents.has(null);
    for (const { row } of identical ? same.slice(1) : same) {
      dropped.add(row);
      const otherRows = same.flatMap((r) => (r.row === row ? [] : [r.row]));
      issues.push({
        row,
        field: 'uscc',
        column,
        ...(identical
          ? { severity: 'warning', problem: { code: 'duplicateDropped', firstRow: first.row } }
          : { severity: 'error', problem: { code: 'duplicateDiffers', otherRows } }),
      });
    }
  }
  return { dropped, issues };
}

const contentOf = (firm: ListedFirm): string => JSON.stringify({ ...firm, row: 0 });

/** 合计 and the like, below the last firm. */
export function isTotal(row: SheetRow, usccIndex = -1): boolean {
  if (!isBlank(row.cells[usccIndex])) return false;
  return row.cells.some((cell) => {
    const text = cellText(cell);
    return text.ok && /^(?:合计|总计|小计|共计|total)[:：]?$/iu.test(text.text.replace(/\s/gu, ''));
  });
}

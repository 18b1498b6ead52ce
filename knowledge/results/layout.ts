import { columnsIn, isNumberColumn } from '../firms/header.ts';
import type { HeaderColumn } from '../firms/header.ts';
import type { Cell } from '../firms/types.ts';
import { isRejectedReason, resultFieldOf } from './columns.ts';
import type { ResultField, ResultFileProblem, ResultNotice } from './types.ts';

export interface ResultLayout {
  /** Column of each field; absent where the file has none. */
  columns: Partial<Record<ResultField, HeaderColumn<ResultField>>>;
  notices: ResultNotice[];
}

type LayoutResult = { ok: true; layout: ResultLayout } | { ok: false; problem: ResultFileProblem };

const fields: readonly ResultField[] = ['name', 'uscc', 'result', 'reason', 'date'];
const needed: readonly ResultField[] = ['uscc', 'result'];

/** Decides what each column is; refuses what it would have to guess. */
export function resolveResultLayout(headerCells: Cell[]): LayoutResult {
  const header = columnsIn(headerCells, resultFieldOf);
  const of = (field: ResultField) => header.filter((c) => c.field === field);
  const missing = needed.filter((field) => of(field).length === 0);
  if (missing.length > 0) return { ok: false, problem: { code: 'columnsMissing', columns: missing } };
  const columns: ResultLayout['columns'] = {};
  for (const field of fields) {
    const [column, ...others] = of(field);
    if (column === undefined) continue;
    const headers = [column, ...others].map((c) => c.header);
    if (others.length > 0) return { ok: false, problem: { code: 'columnTwice', field, headers } };
    columns[field] = column;
  }
  const ignored = header.flatMap(({ header: name, field }) =>
    field !== null || name === '' || isRejectedReason(name) || isNumberColumn(name) ? [] : [name],
  );
  const notices: ResultNotice[] = [];
  if (ignored.length > 0) notices.push({ code: 'columnsIgnored', headers: ignored });
  if (columns.date === undefined) notices.push({ code: 'undated' });
  return { ok: true, layout: { columns, notices } };
}

import { isTotal } from '../firms/approved-list.ts';
import { cellText, isBlank } from '../firms/cells.ts';
import { readUscc } from '../firms/read-row.ts';
import type { Cell, SheetRow } from '../firms/types.ts';
import { longestReason } from '../official-events/types.ts';
import { readDate } from './read-date.ts';
import type { ResultLayout } from './layout.ts';
import { statusMeant } from './status-words.ts';
import type {
  CellProblem,
  ResultField,
  ResultIssue,
  ResultNotice,
  ResultProblem,
  ResultRow,
} from './types.ts';

interface CheckedResults {
  results: ResultRow[];
  /** In the order of the rows. */
  issues: ResultIssue[];
  notices: ResultNotice[];
  /** Rows with content, without totals. */
  rowCount: number;
}

/** Checks every row below the header by itself and against the others; what the firms are is not looked at here. */
export function checkResults(rows: SheetRow[], layout: ResultLayout, now: string): CheckedResults {
  const notices: ResultNotice[] = [];
  const content = rows.filter((row) => {
    if (row.cells.every(isBlank)) return false;
    if (!isTotal(row, layout.columns.uscc?.index)) return true;
    notices.push({ code: 'totalRowSkipped', row: row.row });
    return false;
  });
  const read = content.map((row) => readResult(row, layout, now));
  const good = read.flatMap(({ result }) => (result === null ? [] : [result]));
  const { dropped, issues } = compare(good, layout);
  return {
    results: good.filter(({ row }) => !dropped.has(row)),
    issues: [...read.flatMap((r) => r.issues), ...issues].sort((a, b) => a.row - b.row),
    notices,
    rowCount: content.length,
  };
}

function readResult(row: SheetRow, layout: ResultLayout, now: string) {
  const issues: ResultIssue[] = [];
  const report = (field: ResultField, problem: ResultProblem): null => {
    issues.push(issueOf(row.row, field, problem, layout));
    return null;
  };
  const cell = (field: ResultField): Cell => row.cells[layout.columns[field]?.index ?? -1] ?? null;
  const text = (field: ResultField): string | null => {
    const read = cellText(cell(field));
    return read.ok ? read.text : report(field, read.problem as CellProblem);
  };

  const code = readUscc(cell('uscc'));
  const uscc = code.ok ? code.uscc : report('uscc', code.problem as CellProblem);
  const name = text('name');
  const given = text('result');
  const status = given === null ? null : statusMeant(given);
  if (given === '') report('result', { code: 'resultMissing' });
  else if (given !== null && status === null) report('result', { code: 'resultUnclear', given });
  const reason = text('reason');
  const length = reason?.length ?? 0;
  if (length > longestReason) report('reason', { code: 'reasonTooLong', length, atMost: longestReason });
  const date = readDate(cell('date'), now);
  if (!date.ok) report('date', date.problem);

  const complete = uscc !== null && name !== null && status !== null && reason !== null && date.ok;
  const result: ResultRow | null =
    complete && issues.length === 0
      ? {
          ...{ row: row.row, uscc, status, occurred: date.occurred },
          name: name === '' ? null : name,
          reason: reason === '' ? null : reason,
        }
      : null;
  return { result, issues };
}

/**
 * The same firm twice: identical rows count once, results of different times are both taken. Of different results of one time
 * nobody can tell which is the later one, so both are kept out.
 */
function compare(results: ResultRow[], layout: ResultLayout) {
  const dropped = new Set<number>();
  const issues: ResultIssue[] = [];
  const ofOneTime = new Map<string, ResultRow[]>();
  for (const result of results) {
    const time = timeOf(result);
    ofOneTime.set(time, [...(ofOneTime.get(time) ?? []), result]);
  }
  for (const same of ofOneTime.values()) {
    const [first] = same;
    if (first === undefined || same.length === 1) continue;
    const identical = new Set(same.map(({ status, reason }) => `${status} ${reason ?? ''}`)).size === 1;
    for (const { row } of identical ? same.slice(1) : same) {
      dropped.add(row);
      const otherRows = same.flatMap((r) => (r.row === row ? [] : [r.row]));
      const problem: ResultProblem = identical
        ? { code: 'duplicateDropped', firstRow: first.row }
        : { code: 'orderUnknown', otherRows };
      issues.push({ ...issueOf(row, 'uscc', problem, layout), severity: identical ? 'warning' : 'error' });
    }
  }
  return { dropped, issues };
}

const timeOf = ({ uscc, occurred: { from, to } }: ResultRow): string => `${uscc} ${from ?? ''} ${to}`;

export function issueOf(
  row: number,
  field: ResultField,
  problem: ResultProblem,
  layout: ResultLayout,
): ResultIssue {
  return { row, field, column: layout.columns[field]?.header ?? '', severity: 'error', problem };
}

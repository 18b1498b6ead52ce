interface Issue {
  row: number;
  /** Header of the column as the file has it. */
  column: string;
  problem: object;
}

/** One line a problem; rows with the very same problem share one. */
export function issueLines<I extends Issue>(
  issues: readonly I[],
  say: (rows: string, issue: I) => string,
): string[] {
  const rowsOf = new Map<string, { issue: I; rows: number[] }>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.column, issue.problem]);
    const same = rowsOf.get(key);
    if (same === undefined) rowsOf.set(key, { issue, rows: [issue.row] });
    else same.rows.push(issue.row);
  }
  return [...rowsOf.values()].map(({ issue, rows }) => say(ranges(rows), issue));
}

const shownAtMost = 30;

/** A title and its lines, not more than a screen takes; nothing without lines. */
export function section(title: string, items: readonly string[], more: (count: number) => string): string[] {
  if (items.length === 0) return [];
  const left = items.length - shownAtMost;
  const shown = items.slice(0, shownAtMost).map((item) => `  ${item}`);
  return [title, ...shown, ...(left > 0 ? [`  ${more(left)}`] : [])];
}

/** 2, 3, 4, 9 -> `2-4, 9`. */
function ranges(rows: number[]): string {
  const parts: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last !== undefined && row === last.to + 1) last.to = row;
    else parts.push({ from: row, to: row });
  }
  return parts.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

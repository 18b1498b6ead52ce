import type { ImportReport } from '../activities/import/import-approved-list.ts';
import type { RowIssue } from '../knowledge/firms/types.ts';
import type { Texts } from '../knowledge/locales/index.ts';

const shownAtMost = 30;

/** The report of an import as lines for the screen. */
export function reportLines(report: Exclude<ImportReport, { outcome: 'refused' }>, texts: Texts): string[] {
  const { importing } = texts;
  const { accepted, listed, rejected, issues, notices } = report;
  const summary = { rows: report.rowCount, accepted, listed, rejected };
  const lines =
    report.outcome === 'checked'
      ? [importing.checked(summary)]
      : [importing.imported(summary), importing.counts(report)];
  const section = (title: string, items: string[]): void => {
    if (items.length === 0) return;
    lines.push(title, ...items.slice(0, shownAtMost).map((item) => `  ${item}`));
    if (items.length > shownAtMost) lines.push(`  ${importing.more({ count: items.length - shownAtMost })}`);
  };
  section(
    importing.errorsTitle,
    issueLines(
      issues.filter((i) => i.severity === 'error'),
      importing,
    ),
  );
  section(
    importing.warningsTitle,
    issueLines(
      issues.filter((i) => i.severity === 'warning'),
      importing,
    ),
  );
  section(importing.noticesTitle, notices.map(importing.notice));
  if (report.rejectedFile !== null) lines.push(importing.rejectedFile({ file: report.rejectedFile }));
  return lines;
}

/** One line a problem; rows with the very same problem share one. */
function issueLines(issues: RowIssue[], importing: Texts['importing']): string[] {
  const rowsOf = new Map<string, { issue: RowIssue; rows: number[] }>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.column, issue.problem]);
    const same = rowsOf.get(key);
    if (same === undefined) rowsOf.set(key, { issue, rows: [issue.row] });
    else same.rows.push(issue.row);
  }
  return [...rowsOf.values()].map(({ issue, rows }) =>
    importing.issueLine({
      rows: ranges(rows),
      column: issue.column === '' ? importing.fields[issue.field] : issue.column,
      problem: issue.problem,
    }),
  );
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

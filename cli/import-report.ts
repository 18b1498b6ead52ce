import type { ImportReport } from '../activities/import/import-approved-list.ts';
import type { RowIssue } from '../knowledge/firms/types.ts';
import type { Texts } from '../knowledge/locales/index.ts';
import { issueLines, section } from './issue-lines.ts';

/** The report of an import as lines for the screen. */
export function reportLines(report: Exclude<ImportReport, { outcome: 'refused' }>, texts: Texts): string[] {
  const { importing } = texts;
  const { accepted, listed, rejected, issues, notices } = report;
  const summary = { rows: report.rowCount, accepted, listed, rejected };
  const lines =
    report.outcome === 'checked'
      ? [importing.checked(summary)]
      : [importing.imported(summary), importing.counts(report)];
  const say = (rows: string, { column, field, problem }: RowIssue): string =>
    importing.issueLine({ rows, column: column === '' ? importing.fields[field] : column, problem });
  const part = (title: string, items: string[]): string[] =>
    section(title, items, (count) => importing.more({ count }));
  const withSeverity = (severity: RowIssue['severity']): string[] =>
    issueLines(
      issues.filter((i) => i.severity === severity),
      say,
    );
  lines.push(...part(importing.errorsTitle, withSeverity('error')));
  lines.push(...part(importing.warningsTitle, withSeverity('warning')));
  lines.push(...part(importing.noticesTitle, notices.map(importing.notice)));
  lines.push(...part(texts.firmMove.formerOnList({ count: report.formerCodes.length }), report.formerCodes));
  if (report.rejectedFile !== null) lines.push(importing.rejectedFile({ file: report.rejectedFile }));
  return lines;
}

import type { ResultsReport, TakenResult } from '../activities/import/import-results.ts';
import type { StoredEvent } from '../activities/ports/incoming-events.ts';
import type { Texts } from '../knowledge/locales/index.ts';
import type { ResultIssue } from '../knowledge/results/types.ts';
import { issueLines, section } from './issue-lines.ts';
import { tableLines } from './table.ts';

type Report = Exclude<ResultsReport, { outcome: 'refused' }>;
type Shown = keyof Texts['results']['outcomes'];

/** What was read: counts, problems, and in a dry run what would happen to each row. */
export function readLines(report: Report, texts: Texts): string[] {
  const { results } = texts;
  const counts = { rows: report.rowCount, accepted: report.taken.length, rejected: report.rejected };
  const lines = report.outcome === 'checked' ? forecastLines(report, texts) : [results.stored(counts)];
  if (report.outcome === 'checked') lines.push(results.checked(counts));
  const say = (rows: string, { column, field, problem }: ResultIssue): string =>
    results.issueLine({ rows, column: column === '' ? results.fields[field] : column, problem });
  const withSeverity = (severity: ResultIssue['severity']): string[] =>
    issueLines(
      report.issues.filter((i) => i.severity === severity),
      say,
    );
  lines.push(...part(results.errorsTitle, withSeverity('error'), texts));
  lines.push(...part(results.warningsTitle, withSeverity('warning'), texts));
  lines.push(...part(texts.importing.noticesTitle, report.notices.map(results.notice), texts));
  if (report.rejectedFile !== null) lines.push(results.rejectedFile({ file: report.rejectedFile }));
  return lines;
}

/** One line for each row that could be imported, in the order of the file. */
function forecastLines({ taken }: Report, { results, enrollment, integration }: Texts): string[] {
  if (taken.length === 0) return [];
  const rows = taken.map(({ result: { row, uscc, status }, firmName, expected }) => {
    const { outcome, refusal } = expected;
    const why = refusal === null ? results.outcomes[outcome] : integration.refusal(refusal);
    return [String(row), uscc, firmName, enrollment.statusLabels[status], why];
  });
  return tableLines(results.tableHeader, rows);
}

/** What became of the rows, once they are decided; `stored` is how their events stand, by ID. */
export function decidedLines(
  taken: TakenResult[],
  stored: ReadonlyMap<string, StoredEvent>,
  texts: Texts,
): string[] {
  const { results, integration } = texts;
  const counts = new Map<Shown, number>();
  const kept: string[] = [];
  for (const { result, firmName: name, currentStatus, expected, eventId } of taken) {
    const { row, status, occurred } = result;
    const known = expected.outcome === 'alreadyApplied';
    const event = stored.get(eventId);
    const outcome: Shown = known ? expected.outcome : (event?.outcome ?? 'waiting');
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (known && occurred.from === null && currentStatus !== status) {
      kept.push(results.changedSince({ row, name, now: currentStatus }));
    } else if (event !== undefined && event.refusal !== null) {
      kept.push(results.kept({ row, name, why: integration.refusal(event.refusal) }));
    }
  }
  const lines = [...counts].map(([outcome, count]) => results.count({ outcome, count }));
  return [...lines, ...part(results.keptTitle, kept, texts)];
}

const part = (title: string, items: string[], { importing }: Texts): string[] =>
  section(title, items, (count) => importing.more({ count }));

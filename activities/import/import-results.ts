import { createHash } from 'node:crypto';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { OfficialEvent } from '../../knowledge/official-events/types.ts';
import { checkResults } from '../../knowledge/results/check-results.ts';
import { isRejectedReason, rejectedReasonHeader, resultFieldOf } from '../../knowledge/results/columns.ts';
import { judgeResults } from '../../knowledge/results/judge-results.ts';
import type { JudgedResult } from '../../knowledge/results/judge-results.ts';
import { resolveResultLayout } from '../../knowledge/results/layout.ts';
import type {
  ResultFileProblem,
  ResultIssue,
  ResultNotice,
  ResultRow,
} from '../../knowledge/results/types.ts';
import type { StoredEvent } from '../ports/incoming-events.ts';
import type { Clock } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';
import { readSheetFile } from './read-sheet.ts';
import type { SheetResult } from './read-sheet.ts';
import { writeRejectedRows } from './rejected-file.ts';

export interface ResultsRequest {
  /** Path of the file; the file of rejected rows goes beside it. */
  file: string;
  bytes: Uint8Array;
  packId: string;
  dryRun: boolean;
  stores: Pick<Stores, 'incomingEvents'>;
  clock: Clock;
}

/** A row that was taken. */
export interface TakenResult extends JudgedResult {
  /** Of the event that it becomes: the same result in another file is the same event. */
  eventId: string;
}

export type ResultsReport =
  | { outcome: 'refused'; problem: ResultFileProblem }
  | {
      outcome: 'checked' | 'stored';
      rowCount: number;
      taken: TakenResult[];
      rejected: number;
      issues: ResultIssue[];
      notices: ResultNotice[];
      /** Null when every row was good, and in a dry run. */
      rejectedFile: string | null;
    };

/** Source of events that came by a list. */
export const resultListSource = 'import';
const batchSize = 500;

/**
 * Takes a result list: rows without errors are stored as events, which the running system decides. A crash leaves whole
 * batches, and the same import again completes it; importing the same file twice changes nothing.
 */
export async function importResults(request: ResultsRequest): Promise<ResultsReport> {
  const { stores, clock, packId } = request;
  const sheet = await readSheetFile(request.file, request.bytes, resultFieldOf);
  if (!sheet.ok) return { outcome: 'refused', problem: problemOf(sheet.problem) };
  const resolved = resolveResultLayout(sheet.table.header);
  if (!resolved.ok) return { outcome: 'refused', problem: resolved.problem };
  const now = clock.now().toISOString();
  const checked = checkResults(sheet.table.rows, resolved.layout, now);
  if (checked.rowCount === 0) return { outcome: 'refused', problem: { code: 'noRows' } };

  const ids = [...new Set(checked.results.map(({ uscc }) => enrollmentIdOf(packId, uscc)))];
  const standings = await stores.incomingEvents.standing(ids, now);
  const before = await formerOutcomes(request, checked.results);
  const isDone = (result: ResultRow): boolean =>
    ['applied', 'unchanged'].includes(before.get(eventIdOf(packId, result)) ?? '');
  const { judged, issues: found } = judgeResults(
    packId,
    checked.results,
    { standings, isDone },
    resolved.layout,
  );
  const issues = [...checked.issues, ...found].sort((a, b) => a.row - b.row);
  const reasons = reasonsByRow(issues);
  const summary = {
    rowCount: checked.rowCount,
    taken: judged.map((j) => ({ ...j, eventId: eventIdOf(packId, j.result) })),
    rejected: reasons.size,
    issues,
    notices: [...sheet.table.notices, ...resolved.layout.notices, ...checked.notices] as ResultNotice[],
  };
  if (request.dryRun) return { outcome: 'checked', ...summary, rejectedFile: null };
  // First the bad rows, then the good: a crash between the two loses neither.
  const rejectedFile = await writeRejectedRows(request.file, sheet.table, reasons, {
    recognise: resultFieldOf,
    reasonHeader: rejectedReasonHeader,
    isReason: isRejectedReason,
  });
  for (let start = 0; start < summary.taken.length; start += batchSize) {
    const batch = summary.taken.slice(start, start + batchSize);
    await stores.incomingEvents.accept(resultListSource, batch.map(eventOf));
  }
  return { outcome: 'stored', ...summary, rejectedFile };
}

/** What every sheet may lack is told in general words, and a missing header in those of this list. */
function problemOf(problem: Extract<SheetResult, { ok: false }>['problem']): ResultFileProblem {
  switch (problem.code) {
    case 'emptyFile':
    case 'fileTooLarge':
    case 'oldExcelFormat':
    case 'encrypted':
    case 'unsupportedFormat':
    case 'brokenFile':
    case 'unpacksTooLarge':
    case 'encodingUnknown':
    case 'csvBroken':
      return problem;
    default:
      return { code: 'headerNotFound' };
  }
}

/** How the events that these rows become stand already, by their IDs. */
async function formerOutcomes(
  { stores, packId }: ResultsRequest,
  results: ResultRow[],
): Promise<Map<string, StoredEvent['outcome']>> {
  const ids = results.map((result) => eventIdOf(packId, result));
  const stored = await stores.incomingEvents.find(resultListSource, ids);
  return new Map(stored.map(({ id, outcome }) => [id, outcome]));
}

function eventOf({ result, enrollmentId, eventId }: TakenResult): OfficialEvent {
  const { status, reason, occurred } = result;
  return { id: eventId, enrollmentId, status, reason, occurred };
}

/** By what a row says, not where it stands. */
function eventIdOf(packId: string, { uscc, status, reason, occurred }: ResultRow): string {
  const said = [
    enrollmentIdOf(packId, uscc),
    status,
    reason,
    occurred.from,
    occurred.from === null ? null : occurred.to,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}

function reasonsByRow(issues: ResultIssue[]): Map<number, string[]> {
  const { issue: sentence } = textsFor('zh-CN').results;
  const reasons = new Map<number, string[]>();
  for (const issue of issues) {
    if (issue.severity !== 'error') continue;
    reasons.set(issue.row, [...(reasons.get(issue.row) ?? []), sentence(issue)]);
  }
  return reasons;
}

import type { ResultField, ResultFileProblem, ResultNotice, ResultProblem } from '../../results/types.ts';
import type { results as zhResults } from '../zh-CN/results.ts';
import { enrollment } from './enrollment.ts';
import { importing } from './import.ts';
import { integration } from './integration.ts';

const { statusLabels } = enrollment;
const fields: Record<ResultField, string> = {
  name: 'firm',
  uscc: 'unified social credit code',
  result: 'result',
  reason: 'reason',
  date: 'date',
};
const list = (names: readonly string[]): string => names.map((n) => `“${n}”`).join(', ');

function refusal(p: ResultFileProblem): string {
  switch (p.code) {
    case 'headerNotFound':
      return `No header was found. The columns “${fields.uscc}” and “${fields.result}” are needed, and ${list([fields.name, fields.reason, fields.date])} are of use.`;
    case 'columnsMissing':
      return `These columns are missing: ${list(p.columns.map((c) => fields[c]))}.`;
    case 'columnTwice':
      return `${list(p.headers)} all look like “${fields[p.field]}”: leave one of them.`;
    case 'noRows':
      return 'There are no results below the header.';
    default:
      return importing.refusal(p);
  }
}

function notice(p: ResultNotice): string {
  switch (p.code) {
    case 'undated':
      return 'There is no column of dates, so it cannot be told which of two results is the later one. Add the dates if you have them.';
    default:
      return importing.notice(p);
  }
}

function problem(p: ResultProblem): string {
  switch (p.code) {
    case 'resultMissing':
      return 'there is no result';
    case 'resultUnclear':
      return `the result “${p.given}” is not understood; it may be approved, returned, ${Object.values(statusLabels).join(', ')}`;
    case 'reasonMissing':
      return `“${statusLabels[p.status]}” needs a reason, which the firm will see`;
    case 'reasonTooLong':
      return `the reason has ${p.length} characters, ${p.atMost} at most`;
    case 'dateUnclear':
      return `the date “${p.given}” is not understood; write it like 2026-11-24`;
    case 'dateInFuture':
      return `the date “${p.given}” is in the future`;
    case 'orderUnknown':
      return `another result of the same firm and time is in row ${p.otherRows.join(', ')}, and nobody can tell which is the later one; add the time or leave one row`;
    case 'nameDiffers':
      return `the firm “${p.given}” does not match its code, which is that of “${p.known}”`;
    case 'notPossible':
      return integration.refusal(p.refusal).replace(/\.$/u, '');
    default:
      return importing.problem(p);
  }
}

const outcomes: (typeof zhResults)['outcomes'] = {
  applied: 'will be set',
  unchanged: 'is so already, no change',
  alreadyApplied: 'imported before, no change',
  held: 'not possible yet; will be kept until the earlier result is in',
  stale: 'older than the recorded status, will not be applied',
  refused: 'not possible',
  notFound: 'no enrollment is followed',
  waiting: 'will be dealt with in turn',
};
const done: (typeof zhResults)['done'] = {
  ...outcomes,
  applied: 'set',
  unchanged: 'was so already, no change',
  held: 'not possible yet, kept until the earlier result is in',
  stale: 'older than the recorded status, not applied',
  waiting: 'not dealt with yet',
};

export const results: typeof zhResults = {
  fields,
  refusal,
  notice,
  issue: (p) => (p.column === '' ? problem(p.problem) : `[${p.column}] ${problem(p.problem)}`),
  issueLine: (p) => `Row ${p.rows}, ${p.column}: ${problem(p.problem)}`,
  outcomes,
  done,
  refused: (p) => `${p.file} was not imported: ${p.reason}`,
  tableHeader: ['Row', 'Code', 'Firm', 'Result', 'What happens'],
  checked: (p) =>
    `Dry run, nothing was written: ${p.rows} rows, ${p.accepted} could be imported, ${p.rejected} with errors.`,
  stored: (p) => `${p.rows} rows: ${p.accepted} stored, ${p.rejected} with errors that were not imported.`,
  progress: (p) => `${p.decided}/${p.total} rows decided…`,
  count: (p) => `${done[p.outcome]}: ${p.count} rows`,
  keptTitle: 'Rows that were not applied:',
  kept: (p) => `Row ${p.row}, ${p.name}: ${p.why}`,
  changedSince: (p) =>
    `Row ${p.row}, ${p.name}: the same result was imported before and the status has become “${statusLabels[p.now]}” since. If this is a new result, add its date and import it again.`,
  later: 'The system is not running: the results are stored, and the next npm start deals with them.',
  slow: 'Not everything is decided yet: the results are stored and the system goes on with them. A --dry-run shows how far it is.',
  errorsTitle: 'Rows that were not imported:',
  warningsTitle: 'Imported, but please check:',
  rejectedFile: (p) => `Rows with errors were saved as ${p.file}: correct that file and import it.`,
};

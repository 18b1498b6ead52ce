import { enrollmentIdOf } from '../enrollment/enrollment-id.ts';
import { applyEvent, stateOf } from '../enrollment/machine.ts';
import type { OfficialStatus } from '../enrollment/state.ts';
import { forecast, inOrderOfOccurrence, laterKnown } from '../official-events/order.ts';
import type { EventDecision, Standing } from '../official-events/types.ts';
import { issueOf } from './check-results.ts';
import type { ResultLayout } from './layout.ts';
import type { ResultIssue, ResultProblem, ResultRow } from './types.ts';

export interface JudgedResult {
  result: ResultRow;
  enrollmentId: string;
  /** As the firm is known here. */
  firmName: string;
  /** The official status before this list. */
  currentStatus: OfficialStatus;
  /** What will become of it, as far as can be told before; `alreadyApplied` where an earlier list said the same. */
  expected: EventDecision | { outcome: 'alreadyApplied'; refusal: null };
}

/**
 * Each result against the firm that it is about, those of one firm in the order in which they happened. What cannot be is an
 * issue; the others are judged as they will be decided.
 */
export function judgeResults(
  packId: string,
  results: ResultRow[],
  known: { standings: ReadonlyMap<string, Standing>; isDone: (result: ResultRow) => boolean },
  layout: ResultLayout,
): { judged: JudgedResult[]; issues: ResultIssue[] } {
  const current = new Map(known.standings);
  const judged: JudgedResult[] = [];
  const issues: ResultIssue[] = [];
  for (const result of inOrderOfOccurrence(results)) {
    const enrollmentId = enrollmentIdOf(packId, result.uscc);
    const standing = current.get(enrollmentId);
    const report = (field: ResultIssue['field'], problem: ResultProblem): void => {
      issues.push(issueOf(result.row, field, problem, layout));
    };
    if (standing === undefined) {
      report('uscc', { code: 'notPossible', refusal: { code: 'notTracked' } });
      continue;
    }
    const { firmName, formerNames } = standing;
    const currentStatus = known.standings.get(enrollmentId)?.enrollment.officialStatus ?? result.status;
    const of = { result, enrollmentId, firmName, currentStatus };
    if (known.isDone(result)) {
      judged.push({ ...of, expected: { outcome: 'alreadyApplied', refusal: null } });
      continue;
    }
    if (result.name !== null && !isNamed(result.name, [firmName, ...formerNames])) {
      report('name', { code: 'nameDiffers', given: result.name, known: firmName });
      continue;
    }
    const expected = forecast(standing.enrollment, result, standing.knownSince);
    if (expected.outcome === 'refused' && expected.refusal !== null) {
      const { refusal } = expected;
      if (refusal.code === 'reasonRequired')
        report('reason', { code: 'reasonMissing', status: refusal.status });
      else report('result', { code: 'notPossible', refusal });
      continue;
    }
    current.set(enrollmentId, after(standing, result, expected));
    judged.push({ ...of, expected });
  }
  return {
    judged: judged.sort((a, b) => a.result.row - b.result.row),
    issues: issues.sort((a, b) => a.row - b.row),
  };
}

/** How the firm stands once a result is in: the next one of the same list is judged by it. */
function after(
  standing: Standing,
  { status, reason, occurred }: ResultRow,
  { outcome }: EventDecision,
): Standing {
  if (outcome !== 'applied' && outcome !== 'unchanged') return standing;
  const { enrollment } = standing;
  const made = applyEvent(stateOf(enrollment), { type: 'officialChanged', status, reason, at: occurred.to });
  return {
    ...standing,
    enrollment: made.ok ? { ...enrollment, ...made.state } : enrollment,
    knownSince: laterKnown(standing.knownSince, occurred.from),
  };
}

const isNamed = (given: string, names: string[]): boolean =>
  names.some((name) => plainName(name) === plainName(given));

/** Brackets, spaces and width are written in many ways; the words must be the same. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()（）〔〕[\]【】·.．]/gu, '');

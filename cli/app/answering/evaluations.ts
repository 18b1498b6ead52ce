import type { Logger } from '../../../activities/ports/services.ts';
import type { EvaluationState } from '../../../activities/ports/knowledge-desk.ts';
import type { AnswerComparison } from '../../../knowledge/evaluation/compare-answers.ts';

export interface RevisionPair {
  packId: string;
  from: number;
  to: number;
}

export interface Evaluations {
  /** Has it run where it has not or has failed, and says how far it is. */
  start(pair: RevisionPair): EvaluationState;
  state(pair: RevisionPair): EvaluationState;
  result(pair: RevisionPair): Promise<AnswerComparison>;
}

const mostKept = 8;
const keyOf = ({ packId, from, to }: RevisionPair): string => `${packId} ${from} ${to}`;

/** Evaluations by the two revisions that they compare: neither ever changes, so that each runs once. */
export function createEvaluations(
  run: (
    pair: RevisionPair,
    progress: (at: { done: number; total: number }) => void,
  ) => Promise<AnswerComparison>,
  log: Logger,
): Evaluations {
  const jobs = new Map<string, { state: EvaluationState; result: Promise<AnswerComparison> }>();
  const start = (pair: RevisionPair) => {
    const key = keyOf(pair);
    const known = jobs.get(key);
    if (known !== undefined && known.state.state !== 'failed') return known;
    const job = {
      state: { state: 'running', done: 0, total: 0 } as EvaluationState,
      result: run(pair, (at) => {
        job.state = { state: 'running', ...at };
      }),
    };
    jobs.delete(key);
    jobs.set(key, job);
    for (const old of [...jobs.keys()].slice(0, -mostKept)) jobs.delete(old);
    job.result.then(
      (result) => {
        job.state = { state: 'done', result };
      },
      (error: unknown) => {
        job.state = { state: 'failed' };
        log.error('packs.evaluationFailed', { error });
      },
    );
    return job;
  };
  return {
    start: (pair) => start(pair).state,
    state: (pair) => jobs.get(keyOf(pair))?.state ?? { state: 'none' },
    result: (pair) => start(pair).result,
  };
}

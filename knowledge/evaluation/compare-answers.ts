import type { Answer } from '../answering/types.ts';
import { isRight } from './evaluate.ts';
import type { Expected } from './expected.ts';

/** What one revision says to a question; null where it cannot say anything, its draft being faulty there. */
export type Given = Pick<Answer, 'outcome' | 'topic' | 'alternatives' | 'text'> | null;

export interface AskedOfBoth {
  question: string;
  /** Null where nobody has said what is right. */
  expected: Expected | null;
  before: Given;
  after: Given;
}

/** Right before and wrong now, or no longer answered; wrong before and right now; or another answer that nobody judged. */
type Verdict = 'worse' | 'lost' | 'better' | 'other';

interface ChangedAnswer {
  question: string;
  verdict: Verdict;
  before: Given;
  after: Given;
}

/** Questions that are decided as before and get other words. */
interface Reworded {
  /** Topic, or the outcome where there is none. */
  of: string;
  count: number;
  /** Some of them. */
  questions: string[];
  before: string;
  after: string;
}

export interface AnswerComparison {
  questions: number;
  /** Of those whose right answer is known. */
  right: { before: number; after: number };
  changed: ChangedAnswer[];
  reworded: Reworded[];
  gate: { holds: boolean; worse: number; lost: number; mostLost: number };
}

/** More than one in a hundred of the questions left unanswered that were answered right is too much. */
const lostShare = 0.01;
const mostExamples = 5;

/** What publishing would change. The gate falls with the first right answer that becomes a wrong one. */
export function compareAnswers(asked: readonly AskedOfBoth[]): AnswerComparison {
  const changed: ChangedAnswer[] = [];
  const reworded = new Map<string, Reworded>();
  const right = { before: 0, after: 0 };
  for (const { question, expected, before, after } of asked) {
    const [was, is] = [before, after].map(
      (one) => expected !== null && one !== null && isRight(expected, one),
    );
    if (was === true) right.before += 1;
    if (is === true) right.after += 1;
    if (decisionOf(before) !== decisionOf(after)) {
      const verdict = verdictOf(expected, was === true, is === true, after);
      changed.push({ question, verdict, before, after });
    } else if (before !== null && after !== null && before.text !== after.text) {
      noteWords(reworded, question, before, after.text);
    }
  }
  const countOf = (verdict: Verdict): number => changed.filter((one) => one.verdict === verdict).length;
  const [worse, lost] = [countOf('worse'), countOf('lost')];
  const mostLost = Math.floor(asked.filter(({ expected }) => expected !== null).length * lostShare);
  return {
    ...{ questions: asked.length, right },
    changed: changed.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)),
    reworded: [...reworded.values()].sort((a, b) => b.count - a.count),
    gate: { holds: worse === 0 && lost <= mostLost, worse, lost, mostLost },
  };
}

const order: readonly Verdict[] = ['worse', 'lost', 'other', 'better'];

function verdictOf(expected: Expected | null, was: boolean, is: boolean, after: Given): Verdict {
  if (expected === null || was === is) return 'other';
  if (is) return 'better';
  // Handed over or asked back is no wrong answer, but an answer less.
  return after === null || after.outcome === 'answer' ? 'worse' : 'lost';
}

const decisionOf = (given: Given): string =>
  given === null ? '' : `${given.outcome} ${given.topic ?? ''} ${given.alternatives.join(' ')}`;

function noteWords(
  reworded: Map<string, Reworded>,
  question: string,
  before: NonNullable<Given>,
  after: string,
): void {
  const of = before.topic ?? before.outcome;
  // Long answers of several parts differ one by one; what was changed is seen in the plain ones.
  const known = reworded.get(of);
  if (known === undefined) {
    reworded.set(of, { of, count: 1, questions: [question], before: before.text, after });
    return;
  }
  known.count += 1;
  if (known.questions.length < mostExamples) known.questions.push(question);
  if (before.text.length < known.before.length) Object.assign(known, { before: before.text, after });
}

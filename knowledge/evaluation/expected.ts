import { allTopicIds } from '../topics.ts';
import type { TopicId } from '../topics.ts';

const expectedOutcomes = ['answer', 'clarify', 'handoff', 'smalltalk'] as const;
type ExpectedOutcome = (typeof expectedOutcomes)[number];

/** A question whose right answer is known. */
export interface Expected {
  question: string;
  outcome: ExpectedOutcome;
  /** Of an answer; more than one where either is right. */
  topics: TopicId[];
}

export type EvaluationFault = 'fields' | 'outcome' | 'topic' | 'noTopic';
interface FaultyLine {
  line: number;
  fault: EvaluationFault;
  /** What the line says where it is wrong. */
  said: string;
}

/**
 * Reads a set of questions: `question <tab> outcome <tab> topic`, one a line, `a|b` where either topic is right. Lines that
 * begin with # are comments.
 */
export function parseExpected(text: string): { expected: Expected[]; faulty: FaultyLine[] } {
  const expected: Expected[] = [];
  const faulty: FaultyLine[] = [];
  for (const [index, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (row.trim() === '' || row.startsWith('#')) continue;
    const read = readRow(row);
    if ('fault' in read) faulty.push({ line: index + 1, ...read });
    else expected.push(read);
  }
  return { expected, faulty };
}

function readRow(row: string): Expected | Omit<FaultyLine, 'line'> {
  const [question = '', outcome = '', topic = ''] = row.split('\t').map((field) => field.trim());
  if (question === '' || outcome === '') return { fault: 'fields', said: row };
  const known = expectedOutcomes.find((one) => one === outcome);
  if (known === undefined) return { fault: 'outcome', said: outcome };
  const topics: TopicId[] = [];
  for (const name of topic.split('|').filter((one) => one !== '')) {
    const id = allTopicIds.find((one) => one === name);
    if (id === undefined) return { fault: 'topic', said: name };
    topics.push(id);
  }
  return known === 'answer' && topics.length === 0
    ? { fault: 'noTopic', said: question }
    : { question, outcome: known, topics };
}

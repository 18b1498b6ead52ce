import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { userError } from '../cli/both-languages.ts';
import { parseExpected } from '../knowledge/evaluation/expected.ts';
import type { Expected } from '../knowledge/evaluation/expected.ts';

const developmentSets = new URL('../tests/answering/dev/', import.meta.url);

/** The development questions; never the frozen ones. */
export const developmentFiles = (): string[] =>
  readdirSync(developmentSets)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, developmentSets)));

/** Throws `UserError` where a file cannot be read, is empty or holds a faulty line. */
export const readSets = (files: readonly string[]): Expected[] => files.flatMap(readSet);

function readSet(file: string): Expected[] {
  const { expected, faulty } = parseExpected(readText(file));
  const [first] = faulty;
  if (first !== undefined) throw userError((t) => t.evaluation.faultyLine({ file, ...first }));
  if (expected.length === 0) throw userError((t) => t.evaluation.noQuestions({ file }));
  return expected;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw userError((t) => t.evaluation.unreadable({ file }), cause);
  }
}

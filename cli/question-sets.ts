import { readFile } from 'node:fs/promises';
import { parseExpected } from '../knowledge/evaluation/expected.ts';
import type { Expected } from '../knowledge/evaluation/expected.ts';
import { userError } from './both-languages.ts';

/** The questions of all files. Throws `UserError` where one cannot be read, is empty or holds a faulty line. */
export const readSets = async (files: readonly string[]): Promise<Expected[]> =>
  (await Promise.all(files.map(readSet))).flat();

async function readSet(file: string): Promise<Expected[]> {
  const { expected, faulty } = parseExpected(await readEvaluationFile(file));
  const [first] = faulty;
  if (first !== undefined) throw userError((t) => t.evaluation.faultyLine({ file, ...first }));
  if (expected.length === 0) throw userError((t) => t.evaluation.noQuestions({ file }));
  return expected;
}

/** Throws `UserError` where it cannot be read. */
export async function readEvaluationFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw userError((t) => t.evaluation.unreadable({ file }), cause);
  }
}

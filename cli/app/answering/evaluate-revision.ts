import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDraftPack } from '../../../activities/load-pack.ts';
import { contentOf } from '../../../activities/pack-revisions/contents.ts';
import type { ReadPorts } from '../../../activities/pack-revisions/contents.ts';
import { compareAnswers } from '../../../knowledge/evaluation/compare-answers.ts';
import type { AnswerComparison } from '../../../knowledge/evaluation/compare-answers.ts';
import type { Expected } from '../../../knowledge/evaluation/expected.ts';
import { ownAskings } from '../../../knowledge/evaluation/own-askings.ts';
import { userError } from '../../both-languages.ts';
import { readSets } from '../../question-sets.ts';
import { projectDir } from '../../settings.ts';
import type { AnsweringThreads } from './answering-threads.ts';

/** What the shipped question sets were labelled by; of another pack they show what changes, and not what is right. */
const labelledFor = 'jiangsu-2022';

/** The sets that may be looked at; the frozen ones are scored once and never again. */
export async function shippedSets(): Promise<Expected[]> {
  const files: string[] = [];
  for (const folder of ['dev', 'learnt']) {
    const path = join(projectDir, 'tests/answering', folder);
    // An installation may do without the tests: then the FAQ's own ways of asking are all there is.
    const names = await readdir(path).catch(() => []);
    files.push(...names.filter((name) => name.endsWith('.tsv')).map((name) => join(path, name)));
  }
  return readSets(files.sort());
}

export interface EvaluationParts {
  ports: ReadPorts;
  threads: AnsweringThreads;
  /** Questions beside those that the packs list themselves. */
  sets: () => Promise<Expected[]>;
}

/** Asks both revisions every question of the sets, and every way of asking that either FAQ lists. */
export async function evaluateRevision(
  { ports, threads, sets }: EvaluationParts,
  { packId, from, to }: { packId: string; from: number; to: number },
  progress: (at: { done: number; total: number }) => void = () => undefined,
): Promise<AnswerComparison> {
  const read = async (number: number): Promise<unknown> => {
    const content = await contentOf(ports, packId, number);
    if (content === null) throw userError((t) => t.packRevisions.cli.unknown({ id: packId, number }));
    return content;
  };
  const [before, after] = [await read(from), await read(to)];
  const questions = questionsFor(packId, await sets(), [
    [`${packId}@${from}`, before],
    [`${packId}@${to}`, after],
  ]);
  const asked = questions.map(({ question }) => ({ question }));
  const total = asked.length * 2;
  progress({ done: 0, total });
  // One after the other: one core stays free for the bot.
  const was = await threads.ask({ packId, content: before }, asked, (done) => progress({ done, total }));
  const is = await threads.ask({ packId, content: after }, asked, (done) =>
    progress({ done: asked.length + done, total }),
  );
  return compareAnswers(
    questions.map((one, at) => ({ ...one, before: was[at] ?? null, after: is[at] ?? null })),
  );
}

interface Question {
  question: string;
  expected: Expected | null;
}

function questionsFor(
  packId: string,
  sets: readonly Expected[],
  revisions: readonly [ref: string, content: unknown][],
): Question[] {
  const [old, own] = revisions.map(([ref, content]) => ownAskings(parseDraftPack(ref, content).faq));
  const questions = new Map<string, Question>();
  for (const { question } of old ?? []) questions.set(question, { question, expected: null });
  // What the draft lists is what it means to say, unless two people said otherwise when they labelled the set.
  for (const expected of own ?? [])
    questions.set(expected.question, { question: expected.question, expected });
  for (const expected of sets) {
    const { question } = expected;
    if (packId === labelledFor) questions.set(question, { question, expected });
    else if (!questions.has(question)) questions.set(question, { question, expected: null });
  }
  return [...questions.values()];
}

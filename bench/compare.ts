import type { PolicyAnswerer, Segment } from '../knowledge/answering/types.ts';
import { judgeAnswers } from '../knowledge/evaluation/evaluate.ts';
import { reportOn } from '../knowledge/evaluation/report.ts';
import type { Summary } from '../knowledge/evaluation/report.ts';
import type { Expected } from '../knowledge/evaluation/expected.ts';
import type { Contender, LabelledText, OpenContender } from './contender.ts';
import { miniSearchWith } from './contenders/minisearch.ts';
import { nlpjsWith } from './contenders/nlpjs.ts';
import { openOrama } from './contenders/orama.ts';
import { openOurs } from './contenders/ours.ts';
import { tfIdfWith } from './contenders/tf-idf.ts';
import { measure } from './measure.ts';
import type { Asked, Measured } from './measure.ts';

/** What a contender was given: nothing (ours brings its own), the pack, or the pack and the training questions. */
export type Knowledge = 'own' | 'pack' | 'training';

/** Milliseconds, or multiples of ours. */
interface Latency {
  p50: number;
  p99: number;
}

interface Row extends Measured {
  name: string;
  knowledge: Knowledge;
  texts: number;
  latency: Latency;
  timesOurs: Latency;
  /** Milliseconds to learn or index. */
  openMs: number;
}

export interface Comparison {
  questions: { ours: number; foreign: number };
  /** Of ours without a threshold from here: as `tongbao eval` has it. */
  asItAnswers: Summary;
  rows: Row[];
}

interface Given {
  expected: readonly Expected[];
  pack: readonly LabelledText[];
  training: readonly LabelledText[];
  segment: Segment;
  openAnswerer: () => Promise<PolicyAnswerer>;
  /** nlp.js learns at most so many of each group. */
  nlpjsMost: number;
  /** Called before each contender, with its place among all. */
  onStep: (step: { at: number; of: number }) => void;
}

export async function compareAll(given: Given): Promise<Comparison> {
  const { expected, segment } = given;
  const libraries: OpenContender[] = [
    miniSearchWith(segment),
    openOrama,
    nlpjsWith(given.nlpjsMost),
    tfIdfWith(segment),
  ];
  const settings = [
    { knowledge: 'pack', texts: given.pack },
    { knowledge: 'training', texts: [...given.pack, ...given.training] },
  ] as const;
  const of = 1 + settings.length * libraries.length;
  const rows: Row[] = [];
  const run = async (knowledge: Knowledge, open: () => Contender | Promise<Contender>): Promise<void> => {
    given.onStep({ at: rows.length + 1, of });
    const started = performance.now();
    const contender = await open();
    const openMs = performance.now() - started;
    const { asked, latency } = await askAll(contender, expected);
    const ours = rows[0]?.latency ?? latency;
    const timesOurs = { p50: latency.p50 / ours.p50, p99: latency.p99 / ours.p99 };
    const { name, texts } = contender;
    rows.push({ name, knowledge, texts, ...measure(asked), latency, timesOurs, openMs });
  };

  const opened: PolicyAnswerer[] = [];
  await run('own', async () => {
    const answerer = await given.openAnswerer();
    opened.push(answerer);
    return openOurs(answerer);
  });
  for (const { knowledge, texts } of settings) {
    for (const open of libraries) await run(knowledge, () => open(texts));
  }
  const { summary } = reportOn(opened.flatMap((answerer) => judgeAnswers(answerer, expected, () => 0)));
  return {
    questions: { ours: summary.ours, foreign: summary.foreign },
    asItAnswers: summary,
    rows,
  };
}

/** Questions asked before the clock counts, so that the engine has compiled the hot paths. */
const warmUp = 200;

async function askAll(
  contender: Contender,
  expected: readonly Expected[],
): Promise<{ asked: Asked[]; latency: Latency }> {
  for (const { question } of expected.slice(0, warmUp)) await contender.search(question);
  const asked: Asked[] = [];
  const times: number[] = [];
  for (const one of expected) {
    const started = performance.now();
    const hits = await contender.search(one.question);
    times.push(performance.now() - started);
    asked.push({ expected: one, hits });
  }
  times.sort((a, b) => a - b);
  const at = (quantile: number): number => times[Math.ceil(times.length * quantile) - 1] ?? 0;
  return { asked, latency: { p50: at(0.5), p99: at(0.99) } };
}

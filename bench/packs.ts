import { fileURLToPath } from 'node:url';
import { loadPack } from '../activities/load-pack.ts';
import { loadAnswerer } from '../cli/app/load-answerer.ts';
import { readSets } from '../cli/question-sets.ts';
import type { PolicyAnswerer } from '../knowledge/answering/types.ts';
import { manyPacks } from './many-packs.ts';
import { developmentFiles } from './development-files.ts';

/** Milliseconds a question. */
interface Times {
  p50: number;
  p99: number;
}

export interface PackTimes {
  packs: number;
  /** Questions that name no place, to an answerer with one pack. */
  one: Times;
  /** The same questions, with all packs behind one router. */
  all: Times;
  /** One question to each pack by its place and year, each asked for the first time: its answerer is built for it. */
  first: Times;
  /** The same once they are built. */
  named: Times;
}

/**
 * Measures one pack and many in turns, question by question, so that whatever else the machine does falls on both alike.
 */
export async function measurePacks(questions: readonly string[], count: number): Promise<PackTimes> {
  const pack = await loadPack('jiangsu-2022');
  const others = manyPacks(pack, count - 1);
  const one = await loadAnswerer(pack);
  const all = await loadAnswerer(pack, others);
  const time = (answerer: PolicyAnswerer, question: string): number => {
    const started = performance.now();
    answerer.ask(question);
    return performance.now() - started;
  };
  // The first round lets the engine compile the hot paths.
  for (const question of questions.slice(0, 200)) for (const answerer of [one, all]) answerer.ask(question);
  const ofOne: number[] = [];
  const ofAll: number[] = [];
  for (const [i, question] of questions.entries()) {
    const both = [() => ofOne.push(time(one, question)), () => ofAll.push(time(all, question))];
    for (const measure of i % 2 === 0 ? both : both.reverse()) measure();
  }
  const naming = others.map(({ province, policyYear }) => `${province}${policyYear}年的赔付比例是多少`);
  const first = naming.map((question) => time(all, question));
  const named = naming.flatMap((question) => [1, 2, 3].map(() => time(all, question)));
  return {
    packs: others.length + 1,
    one: timesOf(ofOne),
    all: timesOf(ofAll),
    first: timesOf(first),
    named: timesOf(named),
  };
}

function timesOf(given: readonly number[]): Times {
  const sorted = [...given].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function printed({ packs, one, all, first, named }: PackTimes): string[] {
  const row = (zh: string, en: string, { p50, p99 }: Times): string =>
    `${p50.toFixed(3).padStart(9)} ${p99.toFixed(3).padStart(9)}  ${zh} / ${en}`;
  const ratio = { p50: all.p50 / one.p50, p99: all.p99 / one.p99 };
  return [
    `${'p50'.padStart(9)} ${'p99'.padStart(9)}  毫秒 / ms`,
    row('一个政策包', 'one pack', one),
    row(`${packs} 个政策包`, `${packs} packs`, all),
    row('倍数（不是毫秒）', 'ratio (not ms)', ratio),
    row('写明地方和年度，第一次问', 'place and year named, asked for the first time', first),
    row('写明地方和年度，以后再问', 'place and year named, asked again', named),
  ];
}

/** `npx tsx bench/packs.ts`: a question with one pack and with fifty, in one run. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const questions = (await readSets(developmentFiles())).map(({ question }) => question);
  for (const line of printed(await measurePacks(questions, 50))) console.log(line);
}

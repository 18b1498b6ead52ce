import { parseArgs } from 'node:util';
import { printResult } from './print.ts';
import { runFaults } from './run/run-faults.ts';

/** `npm run test:faults -- --firms 100 --minutes 3 --seed 7`; ends with 1 when anything was lost, doubled or unexplained. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    firms: { type: 'string', default: '500' },
    minutes: { type: 'string', default: '30' },
    swallow: { type: 'string', default: '0' },
    keep: { type: 'boolean', default: false },
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const startedAt = Date.now();
const options = {
  seed: Number(values.seed),
  firms: Number(values.firms),
  minutes: Number(values.minutes),
  swallow: Number(values.swallow),
  course: null,
  keep: values.keep,
  log: (line: string) =>
    console.error(`${((Date.now() - startedAt) / 1_000).toFixed(0).padStart(5)} s  ${line}`),
};
console.log(`seed ${options.seed}, ${options.firms} firms, ${options.minutes} min`);
const result = await runFaults(options);
printResult(result, (line) => console.log(line));
const { lost, doubled, unexplained } = result.verdict;
const wrong = lost.length + doubled.length + unexplained.length + result.nondeterminism;
process.exitCode = wrong === 0 ? 0 : 1;

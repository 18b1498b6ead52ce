import { existsSync } from 'node:fs';
import process from 'node:process';
import { runCheck } from './run-check.mjs';

/** Checks that are one test each: it passes when the program ends well. Paths are the programs' own entry files. */
const staticChecks = () => [
  // The longest first: it takes about as long as all others together.
  { name: 'eslint', program: 'eslint/bin/eslint.js', args: ['.'] },
  { name: 'prettier', program: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'tsc', program: 'typescript/bin/tsc', args: ['--project', '.'] },
  { name: 'tsc console', program: 'typescript/bin/tsc', args: ['--project', 'console'] },
  {
    name: 'depcruise',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...rooms()],
  },
  { name: 'knip', program: 'knip/bin/knip.js', args: [] },
];

function rooms() {
  const all = [
    ...['knowledge', 'workflows', 'activities', 'prisma', 'bot', 'server', 'console'],
    ...['cli', 'tests', 'bench'],
  ];
  return all.filter((room) => existsSync(room));
}

/** Two at a time: each keeps one core busy. */
export async function runStaticChecks() {
  const [waiting, results] = [staticChecks(), []];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.push(await runStaticCheck(next));
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** Its output is shown only when it fails: a green run stays short. */
async function runStaticCheck({ name, program, args }) {
  const { ok, output, seconds } = await runCheck(process.execPath, [`node_modules/${program}`, ...args], {
    capture: true,
    limitMinutes: 15,
  });
  if (!ok) process.stdout.write(`\n--- ${name} ---\n${output}\n`);
  console.error(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds };
}

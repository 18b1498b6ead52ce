/** `npm test`: gets ready, fetches what the tests run on, runs every check, and counts. `npm test -- <filter>`: only Vitest. */
import process from 'node:process';
import { ensureConsole } from './ensure-console.mjs';
import { ensureReady, projectDir } from './ensure-ready.mjs';
import { NotReady } from './not-ready.mjs';
import { runStaticChecks } from './static-checks.mjs';
import { runVitest } from './vitest-check.mjs';

process.chdir(projectDir);
const filters = process.argv.slice(2);
// Somebody's own settings must not steer the tests.
for (const name of Object.keys(process.env)) {
  if (/^(TONGBAO_|TELEGRAM_|DATABASE_URL$|TEMPORAL_(?!CLI_PATH$))/.test(name)) delete process.env[name];
}

try {
  await ensureReady();
  await ensureConsole();
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { prepareTestParts } = await import('./prepare-test-parts.ts');
  await prepareTestParts();
  await unregister();
} catch (error) {
  if (!(error instanceof NotReady) && error?.name !== 'UserError') throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const results = filters.length === 0 ? await runStaticChecks() : [];
results.push(await runVitest(filters));

console.log('');
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${passed} passed, ${failed} failed  (${seconds} s)`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log('');
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;

import process from 'node:process';
import { ensureReady } from './ensure-ready.mjs';
import { ensureConsole } from './ensure-console.mjs';
import { ensureProgram } from './ensure-program.mjs';
import { NotReady } from './not-ready.mjs';

/** Gets ready and runs one `tongbao` command in this process, so that signals reach it directly. */
export async function runTongbao(argv) {
  let program;
  try {
    await ensureReady();
    program = await ensureProgram();
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return;
  }
  // Only where pages are served: `tongbao start --role worker` serves none.
  if (argv[0] === 'start' && !/\b(worker|bot|temporal)\b/.test(argv.slice(1).join(' '))) {
    // Without its pages the console says so; reminders and answers must not wait for that.
    await ensureConsole().catch((error) => console.error(error.message));
  }
  process.setSourceMapsEnabled(true);
  const { main } = program === null ? await fromSources() : await import(program);
  process.exitCode = await main(argv);
}

async function fromSources() {
  const { register } = await import('tsx/esm/api');
  register();
  return import('../main.ts');
}

import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { NotReady } from './not-ready.mjs';

/**
 * Runs one step of getting ready: says what it does, how long it takes, and on failure one line with the log's place.
 * Progress goes to standard error, because standard output belongs to the command that is run.
 */
export async function runStep({ folder, name, say, failed, command, env }) {
  console.error(say);
  mkdirSync(join(folder, '.tongbao'), { recursive: true });
  const logFile = join('.tongbao', `${name}.log`);
  const log = openSync(join(folder, logFile), 'w');
  const [program, ...args] = command;
  const started = Date.now();
  const tick = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    console.error(`  … ${seconds} 秒 / ${seconds} s`);
  }, 15_000);
  try {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
    });
    const reason = await new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(code === 0 ? null : String(signal ?? code)));
    });
    if (reason !== null) throw new NotReady(`${failed} (${reason}): ${logFile}`);
  } finally {
    clearInterval(tick);
    closeSync(log);
  }
}

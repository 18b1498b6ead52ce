import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { NotReady } from './not-ready.mjs';

/**
 * Runs one step of getting ready: says what it does, how long it takes, and on failure one line with the log's place.
 * Progress goes to standard error, because standard output belongs to the command that is run. `otherwise` is a second
 * command, tried when the first failed and its output fits.
 */
export async function runStep({ folder, name, say, failed, command, otherwise, env }) {
  console.error(say);
  mkdirSync(join(folder, '.tongbao'), { recursive: true });
  const logFile = join('.tongbao', `${name}.log`);
  const started = Date.now();
  const tick = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    console.error(`  … ${seconds} 秒 / ${seconds} s`);
  }, 15_000);
  const run = (what) => runIntoLog(what, folder, join(folder, logFile), env);
  try {
    let reason = await run(command);
    const again = reason !== null && otherwise?.when.test(readFileSync(join(folder, logFile), 'utf8'));
    if (again) reason = await run(otherwise.command);
    if (reason !== null) throw new NotReady(`${failed} (${reason}): ${logFile}`);
  } finally {
    clearInterval(tick);
  }
}

/** Null when the command ended well, else why it did not. */
async function runIntoLog([program, ...args], folder, path, env) {
  const log = openSync(path, 'w');
  try {
    const stdio = ['ignore', log, log];
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...withoutSecrets(process.env), ...env },
      stdio,
    });
    return await new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(code === 0 ? null : String(signal ?? code)));
    });
  } finally {
    closeSync(log);
  }
}

/** Packages run scripts of their own when they are installed: our token and passwords are none of their business. */
function withoutSecrets(env) {
  const secret = /^((TELEGRAM|TONGBAO|ONEBOT|BOTPRESS|OPENAI)_.*|DATABASE_URL|TEMPORAL_API_KEY)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !secret.test(name)));
}

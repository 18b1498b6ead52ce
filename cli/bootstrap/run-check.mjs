import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * Runs a program to its end. `ok` is false also when it cannot be started, is killed, or runs past its limit. It has a
 * process group of its own, which is ended afterwards: what a crashed test run left running ends with it.
 */
export async function runCheck(program, args, { capture, limitMinutes }) {
  const started = Date.now();
  const child = spawn(program, args, {
    stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    detached: true,
  });
  let output = '';
  const end = () => endGroup(child.pid);
  const onSignal = (signal) => {
    end();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  const timer = setTimeout(() => {
    output += `\n(ended after ${limitMinutes} minutes)\n`;
    end();
  }, limitMinutes * 60_000);
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const keep = (chunk) => {
    output += chunk;
  };
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  const ok = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.once('exit', (code) => {
      // Whatever it started and left would keep the pipes open.
      end();
      child.once('close', () => resolve(code === 0));
    });
  });
  clearTimeout(timer);
  process.removeListener('SIGINT', onSignal);
  process.removeListener('SIGTERM', onSignal);
  return { ok, output, seconds: Math.round((Date.now() - started) / 100) / 10 };
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it runs any more.
  }
}

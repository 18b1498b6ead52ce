import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

export interface RunLogged {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  cwd?: string;
  /** Called about every 15 s with the seconds gone by. */
  onStillRunning?: (seconds: number) => void;
  /** Asked once a second; true ends the command. */
  giveUp?: (seconds: number) => boolean;
}

/** Runs a command with its output appended to a log file. True when it ended well. */
export async function runLogged(options: RunLogged): Promise<boolean> {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  await once(log, 'open');
  log.write(`$ ${options.command} ${options.args.join(' ')}\n`);
  const child = spawn(options.command, options.args, {
    env: options.env,
    stdio: ['ignore', log, log],
    detached: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let seconds = 0;
  // The command has a process group of its own, so that what it started (a compiler, a server) ends with it.
  const end = (): void => endGroup(child.pid, 'SIGKILL');
  const tick = setInterval(() => {
    seconds += 1;
    if (seconds % 15 === 0) options.onStillRunning?.(seconds);
    if (options.giveUp?.(seconds) === true) end();
  }, 1000);
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    process.kill(process.pid, signal);
  };
  process.once('exit', end);
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    return await new Promise<boolean>((resolve) => {
      child.once('error', (error) => {
        log.write(`${error.message}\n`);
        resolve(false);
      });
      child.once('close', (code) => resolve(code === 0));
    });
  } finally {
    clearInterval(tick);
    process.removeListener('exit', end);
    process.removeListener('SIGINT', onSignal);
    process.removeListener('SIGTERM', onSignal);
    log.end();
  }
}

/** Signals a process group; one that has ended already is no error. */
export function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { processStart } from '../bootstrap/pid-lock.mjs';
import { endGroup } from './run-logged.ts';
import type { ServerRecord } from './server-record.ts';

type Recorded = Pick<ServerRecord, 'pid' | 'processStart' | 'dbFile'>;

/** Whether the recorded process runs and is truly our server: its start time and its command line must fit. */
export function isRunning(record: Recorded): boolean {
  if (record.pid === 0 || processStart(record.pid) !== record.processStart) return false;
  return commandLine(record.pid).includes(record.dbFile);
}

/** Whether it is gone. One that is just ending has no command line any more, and still holds its file and port. */
export function hasEnded({ pid, processStart: recorded }: Recorded): boolean {
  if (pid === 0) return true;
  const start = processStart(pid);
  return start === null ? !hasLivingThreads(pid) : start !== recorded;
}

/** Asks the server to end, then makes it. Does nothing when the pid has become somebody else's. */
export async function endProcess(record: Recorded, graceMs = 15_000): Promise<void> {
  for (const [signal, waitMs] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 10_000],
  ] as const) {
    if (!isRunning(record)) return;
    endGroup(record.pid, signal);
    const deadline = Date.now() + waitMs;
    while (!hasEnded(record) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A process whose first thread has ended counts as a zombie while its others still have its files open. */
function hasLivingThreads(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return false;
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-ww', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

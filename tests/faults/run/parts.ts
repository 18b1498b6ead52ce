import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { roles } from '../../../cli/instance-lock.ts';
import type { Role } from '../../../cli/instance-lock.ts';
import { projectDir } from '../../support/run-tongbao.ts';
import { until } from '../../support/until.ts';

/** The four processes of the program, kept running as a process manager keeps them. */
export interface Parts {
  start(): Promise<void>;
  isReady(role: Role): boolean;
  allReady(withinMs?: number): Promise<void>;
  /** Ends one process and resolves when it is gone; it is started again at once. */
  end(role: Role, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** From now on this part is started from another folder. */
  deploy(role: Role, folder: string): void;
  /** Ends of processes that nobody asked for. */
  fellOver: Record<Role, number>;
  /** How often a worker found that the code does not fit a history. */
  nondeterminism(): number;
  /** The last lines that a part has logged. */
  tail(role: Role, lines?: number): string;
  stop(): Promise<void>;
}

interface Part {
  folder: string;
  child: ChildProcess | null;
  ready: boolean;
  ending: boolean;
}

export function createParts(o: {
  logDir: string;
  env: (role: Role) => NodeJS.ProcessEnv;
  /** Called when a process is gone, before its successor starts. */
  onGone: (role: Role) => void;
}): Parts {
  const parts = Object.fromEntries(
    roles.map((role): [Role, Part] => [
      role,
      { folder: projectDir, child: null, ready: false, ending: false },
    ]),
  ) as Record<Role, Part>;
  const fellOver = Object.fromEntries(roles.map((role) => [role, 0])) as Record<Role, number>;
  const logOf = (role: Role): string => join(o.logDir, `${role}.log`);
  let stopping = false;

  function launch(role: Role): void {
    const part = parts[role];
    const log = openSync(logOf(role), 'a');
    const launcher = join(part.folder, 'cli', 'bootstrap', 'tongbao.mjs');
    const child = spawn(process.execPath, [launcher, 'start', '--role', role], {
      cwd: part.folder,
      env: o.env(role),
      stdio: ['ignore', log, 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      if (chunk.includes(`${role} part of tongbao is ready`)) part.ready = true;
      writeSync(log, chunk);
    });
    Object.assign(part, { child, ready: false, ending: false });
    child.once('close', () => {
      closeSync(log);
      Object.assign(part, { child: null, ready: false });
      if (stopping) return;
      if (!part.ending) fellOver[role] += 1;
      o.onGone(role);
      // A part that cannot start yet must not be started without a pause.
      setTimeout(() => (stopping ? undefined : launch(role)), part.ending ? 50 : 1_000);
    });
  }

  // Whatever ends the harness, nothing of what it started is left running.
  process.once('exit', () => roles.forEach((role) => parts[role].child?.kill('SIGKILL')));

  const parted: Parts = {
    async start() {
      roles.forEach(launch);
      await parted.allReady();
    },
    isReady: (role) => parts[role].ready,
    async allReady(withinMs = 300_000) {
      await until(() => roles.every((role) => parts[role].ready), withinMs).catch(() => {
        const missing = roles.filter((role) => !parts[role].ready);
        throw new Error(
          `not ready: ${missing.join()}\n${missing.map((role) => parted.tail(role)).join('\n')}`,
        );
      });
    },
    async end(role, signal) {
      const { child } = parts[role];
      if (child === null) return;
      parts[role].ending = true;
      const gone = once(child, 'close');
      child.kill(signal);
      await gone;
    },
    deploy: (role, folder) => void (parts[role].folder = folder),
    fellOver,
    nondeterminism: () => readFileSync(logOf('worker'), 'utf8').match(/nondetermin/gi)?.length ?? 0,
    tail: (role, lines = 15) => readFileSync(logOf(role), 'utf8').split('\n').slice(-lines).join('\n'),
    async stop() {
      stopping = true;
      for (const role of ['bot', 'server', 'worker', 'temporal'] as const) {
        await Promise.race([parted.end(role, 'SIGTERM'), delay(30_000)]);
        await parted.end(role, 'SIGKILL');
      }
    },
  };
  return parted;
}

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { processStart } from '../bootstrap/pid-lock.mjs';
import { userError } from '../both-languages.ts';
import type { ServerRecord } from './server-record.ts';

/**
 * In its default journal mode the server does not survive a second reader of its file: a commit that meets one fails, and
 * every later transaction with it. In WAL mode a backup may read while it writes, and it starts workflows at more than
 * twice the pace.
 */
export const journalArguments: readonly string[] = ['--sqlite-pragma', 'journal_mode=wal'];

/**
 * Starts `temporal server start-dev` in a process group of its own: a Ctrl-C in the terminal must not reach it, because
 * the worker still needs it to end in order.
 */
export function spawnServer(options: {
  cliPath: string;
  dataDir: string;
  searchAttributes: string[];
  env: NodeJS.ProcessEnv;
  port: number;
  uiPort: number;
  logFile: string;
}): ServerRecord {
  const { port, uiPort, logFile } = options;
  const dbFile = join(options.dataDir, 'temporal.db');
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(
      options.cliPath,
      [
        ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
        ...['--ui-port', String(uiPort), '--db-filename', dbFile, '--log-level', 'error'],
        ...journalArguments,
        ...options.searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
      ],
      { stdio: ['ignore', log, log], detached: true, env: withoutTemporalSettings(options.env) },
    );
    // An error also leaves `pid` undefined; without a listener it would end the program.
    child.once('error', () => undefined);
    child.unref();
    const { pid } = child;
    const start = pid === undefined ? null : processStart(pid);
    if (pid === undefined || start === null) {
      throw userError((t) => t.cli.runtime.temporalDidNotStart({ logFile }));
    }
    return { pid, processStart: start, port, uiPort, dbFile, startedAt: new Date().toISOString() };
  } finally {
    closeSync(log);
  }
}

/** TEMPORAL_* of a person's profile is meant for clients and must not change our server. */
const withoutTemporalSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));

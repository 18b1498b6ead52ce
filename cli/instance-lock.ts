import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { lockHolder, takeLock } from './bootstrap/pid-lock.mjs';
import { userError } from './both-languages.ts';

/** Parts of the program that can run as a process of their own: `tongbao start --role <role>`. */
export const roles = ['temporal', 'worker', 'bot', 'server'] as const;
export type Role = (typeof roles)[number];

/**
 * Makes this process the only `npm start` of a data folder, or the only one of its role; a dead holder's lock is taken over.
 * Returns the release. Throws UserError naming the pid that runs already.
 */
export function acquireInstanceLock(dataDir: string, role: Role | null = null): () => void {
  const lock = takeLock(lockPath(dataDir, role));
  if (!lock.taken) throw alreadyRunning(lock.pid, dataDir);
  // Looked at after our own is taken: of two that start at once, both may be refused, but never do both go on.
  const excluded = role === null ? roles : [null];
  const other = excluded.map((one) => lockHolder(lockPath(dataDir, one))).find((pid) => pid !== null);
  if (other === undefined) return lock.release;
  lock.release();
  throw alreadyRunning(other, dataDir);
}

/** The same for one process after another, and of no two that run: the lock sees to that. */
export const instanceName = (dataDir: string, role: Role | null): string =>
  createHash('sha256')
    .update(JSON.stringify([hostname(), resolve(dataDir), role]))
    .digest('hex')
    .slice(0, 16);

/** Whether somebody carries out what is asked of this data folder's engine. A Temporal server alone, left behind, does not. */
export const isInstanceRunning = (dataDir: string): boolean =>
  ([null, 'worker'] as const).some((role) => lockHolder(lockPath(dataDir, role)) !== null);

/** Whether a program of this data folder polls Telegram, or would if its bot polls at all. */
export const isTelegramPolledHere = (dataDir: string): boolean =>
  ([null, 'bot'] as const).some((role) => lockHolder(lockPath(dataDir, role)) !== null);

const alreadyRunning = (pid: number, dataDir: string): Error =>
  userError((t) => t.cli.runtime.alreadyRunning({ pid, dataDir }));

const lockPath = (dataDir: string, role: Role | null): string =>
  join(dataDir, role === null ? 'tongbao.pid' : `tongbao-${role}.pid`);

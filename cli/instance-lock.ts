import { join } from 'node:path';
import { lockHolder, takeLock } from './bootstrap/pid-lock.mjs';
import { userError } from './both-languages.ts';

/**
 * Makes this process the only `npm start` of a data folder; a dead holder's lock is taken over. Returns the release.
 * Throws UserError naming the pid that runs already.
 */
export function acquireInstanceLock(dataDir: string): () => void {
  const lock = takeLock(lockPath(dataDir));
  if (lock.taken) return lock.release;
  const { pid } = lock;
  throw userError((t) => t.cli.runtime.alreadyRunning({ pid, dataDir }));
}

/** Whether an `npm start` of this data folder is alive. A Temporal server alone, left behind, is not. */
export const isInstanceRunning = (dataDir: string): boolean => lockHolder(lockPath(dataDir)) !== null;

const lockPath = (dataDir: string): string => join(dataDir, 'tongbao.pid');

import { join } from 'node:path';
import { takeLock } from './bootstrap/pid-lock.mjs';
import { userError } from './both-languages.ts';

/**
 * Makes this process the only `npm start` of a data folder; a dead holder's lock is taken over. Returns the release.
 * Throws UserError naming the pid that runs already.
 */
export function acquireInstanceLock(dataDir: string): () => void {
  const lock = takeLock(join(dataDir, 'tongbao.pid'));
  if (lock.taken) return lock.release;
  const { pid } = lock;
  throw userError((t) => t.cli.runtime.alreadyRunning({ pid, dataDir }));
}

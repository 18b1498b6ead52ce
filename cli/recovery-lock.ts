import { join } from 'node:path';
import { takeLock } from './bootstrap/pid-lock.mjs';
import { userError } from './both-languages.ts';
import { prepareDataDir } from './data-dir.ts';
import type { Settings } from './settings.ts';

/**
 * Runs `mend` as the only one of its kind in this data folder: two that mend the same enrollment would each start it again.
 * Throws UserError where another one is under way.
 */
export async function aloneInRecovery<T>(settings: Settings, mend: () => Promise<T>): Promise<T> {
  prepareDataDir(settings);
  const lock = takeLock(join(settings.dataDir, 'tongbao-recovery.pid'));
  if (!lock.taken) throw userError((t) => t.recovery.reconcile.busy({ pid: lock.pid }));
  try {
    return await mend();
  } finally {
    lock.release();
  }
}

import { restartEnrollment } from '../../activities/start-enrollments.ts';
import { readRestoreNote, removeRestoreNote } from '../restore/restore-note.ts';
import type { AppParts } from './app-parts.ts';

const atATime = 20;

/**
 * What a restore left to do: workflows of which the restored database knows better begin anew from it. Before any worker
 * runs, so that none of them acts on its older state. Safe to be cut off: the next start does it again.
 */
export async function finishRestore({
  settings,
  client,
  stores,
  log,
}: Pick<AppParts, 'settings' | 'client' | 'stores' | 'log'>): Promise<void> {
  const note = readRestoreNote(settings.dataDir);
  if (note === null) return;
  const { toRestart } = note;
  for (let i = 0; i < toRestart.length; i += atATime) {
    const group = toRestart.slice(i, i + atATime);
    await Promise.all(group.map((id) => restartEnrollment(client, stores, id)));
  }
  removeRestoreNote(settings.dataDir);
  log.info('restore.finished', { restarted: toRestart.length });
}

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { knownMigrations, standAlone } from '../../prisma/sqlite-file.ts';
import { checkBackup } from '../backup/check-backup.ts';
import { databasePath } from '../backup/database-path.ts';
import { databaseFile, readManifest, temporalFile } from '../backup/manifest.ts';
import type { Manifest } from '../backup/manifest.ts';
import { stampOf } from '../backup/stamp.ts';
import { userError } from '../both-languages.ts';
import { prepareDataDir } from '../data-dir.ts';
import { acquireInstanceLock } from '../instance-lock.ts';
import { openModeStores } from '../open-mode-stores.ts';
import type { Settings } from '../settings.ts';
import { endProcess } from '../temporal/end-process.ts';
import { readRecord } from '../temporal/server-record.ts';
import { lastWritten, moveAside, moveIn, removeStaged, stageFiles } from './exchange-files.ts';
import type { StagedFile } from './exchange-files.ts';
import { removeRestoreNote, writeRestoreNote } from './restore-note.ts';
import { settleOlder, settleRestored } from './settle-restored.ts';
import type { Settled } from './settle-restored.ts';

export interface RestoreRequest {
  settings: Settings;
  backup: string;
  /** Temporal's copy is left where it is: every workflow begins anew from the database. */
  databaseOnly: boolean;
  now: Date;
}

/** What a restore would do. */
export interface RestorePlan {
  manifest: Manifest;
  /** `restored`; `anew`: workflows begin from the database; `elsewhere`: a server that is not ours goes on as it is. */
  temporal: 'restored' | 'anew' | 'elsewhere';
  /** Until when the system that made the backup may have gone on. */
  ranUntil: Date;
  files: Manifest['files'];
}

/** Checks a backup from end to end. Throws `UserError` where it cannot be restored here. */
export async function planRestore({
  settings,
  backup,
  databaseOnly,
  now,
}: RestoreRequest): Promise<RestorePlan> {
  const manifest = await readManifest(backup);
  const { mode } = manifest;
  if (mode !== settings.mode) throw userError((t) => t.recovery.restore.otherMode({ mode }));
  const known = new Set(await knownMigrations());
  if (manifest.migrations.some((name) => !known.has(name)))
    throw userError((t) => t.recovery.restore.newer({ version: manifest.version }));
  await checkBackup(backup, manifest);
  const ours = settings.temporalAddress === null;
  const restored = ours && manifest.temporal === 'copied' && !databaseOnly;
  return {
    manifest,
    temporal: !ours ? 'elsewhere' : restored ? 'restored' : 'anew',
    ranUntil: (await lastWritten(settings)) ?? now,
    files: manifest.files.filter(({ path }) => path !== temporalFile || restored),
  };
}

/**
 * Puts a backup in the place of the present data, which is moved aside. A crash on the way leaves a note that keeps
 * `npm start` from going on with half of it; to restore again is safe. Throws `UserError`.
 */
export async function restoreBackup(
  request: RestoreRequest,
  plan: RestorePlan,
): Promise<Settled & { aside: string }> {
  const { settings, backup, now } = request;
  const { dataDir } = settings;
  prepareDataDir(settings);
  const release = acquireInstanceLock(dataDir);
  try {
    const left = readRecord(dataDir);
    if (left !== null) await endProcess(left);
    const stamp = stampOf(now);
    try {
      const staged = await stageFiles(backup, plan.files, settings, stamp);
      const settled = await settleStaged(request, staged, plan);
      const note = { backup: basename(backup), toRestart: settled.toRestart };
      writeRestoreNote(dataDir, { state: 'moving', ...note });
      await moveAside(settings, stamp, [backup]);
      await moveIn(staged);
      if (plan.temporal === 'restored') writeRestoreNote(dataDir, { state: 'moved', ...note });
      else removeRestoreNote(dataDir);
      return { ...settled, aside: stamp };
    } finally {
      await removeStaged(settings, stamp);
    }
  } finally {
    release();
  }
}

/** Works on the copy: a failure here leaves everything as it was. */
async function settleStaged(
  { settings, backup }: RestoreRequest,
  files: StagedFile[],
  { manifest, temporal, ranUntil }: RestorePlan,
): Promise<Settled> {
  const place = databasePath(settings);
  const copy = files.find(({ target }) => target === place)?.staged;
  if (copy === undefined || !existsSync(copy)) throw new Error(`no ${databaseFile} among the staged files`);
  const stores = await openModeStores({ mode: settings.mode, databaseUrl: `file:${copy}` });
  try {
    const { databaseAt, temporalAt } = manifest;
    const until = ranUntil.toISOString();
    const settled =
      temporal === 'elsewhere'
        ? await settleOlder(stores, { databaseAt, ranUntil: until })
        : await settleRestored(stores, {
            databaseAt,
            temporalAt: temporal === 'restored' ? temporalAt : null,
            ranUntil: until,
          });
    if (temporal === 'anew') await stores.recovery.markWaiting(settled.toRestart);
    const { missedReminders, doubted, endedCampaigns, toRestart } = settled;
    await stores.audit.record({
      ...{ actor: 'cli', action: 'restore', target: basename(backup), outcome: temporal },
      detail: JSON.stringify({ missedReminders, doubted, endedCampaigns, restarted: toRestart.length }),
    });
    return settled;
  } finally {
    await stores.close();
    await standAlone(copy);
  }
}

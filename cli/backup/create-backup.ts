import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { copyDatabase, migrationsOf, writesAhead } from '../../prisma/sqlite-file.ts';
import { userError } from '../both-languages.ts';
import type { Settings } from '../settings.ts';
import { recordedServer } from '../temporal/embedded-server.ts';
import { checkBackup } from './check-backup.ts';
import { databasePath } from './database-path.ts';
import { hashFile } from './hash-file.ts';
import { keptFiles } from './kept-files.ts';
import { databaseFile, temporalFile, writeManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { stampOf } from './stamp.ts';
import { ownVersion } from './version.ts';

export interface BackupRequest {
  settings: Settings;
  /** Where backups are kept; each is a folder of its own in it. */
  into: string;
  databaseOnly: boolean;
  now: () => Date;
}

/**
 * Copies what a running system keeps, as a folder that can be read back by hand too. Temporal first, then the database: what
 * Temporal's copy refers to is in the database's then, and what it would do again is on record there as done. The other way
 * round a restored workflow could look for a notification that is not there. Keys come last: nothing may be encrypted with
 * one that is missing. The folder has its name only once everything in it was checked. Throws `UserError`.
 */
export async function createBackup(request: BackupRequest): Promise<{ folder: string; manifest: Manifest }> {
  const { settings, into, now } = request;
  const database = databasePath(settings);
  if (!existsSync(database)) throw userError((t) => t.recovery.backup.nothing({ path: database }));
  const takenAt = now();
  const folder = resolve(into, `tongbao-${settings.mode}-${stampOf(takenAt)}`);
  const part = `${folder}.part`;
  try {
    await mkdir(into, { recursive: true, mode: 0o700 });
    await mkdir(part, { mode: 0o700 });
    try {
      const manifest = await copyAll(request, part, takenAt);
      await checkBackup(part, manifest);
      await rename(part, folder);
      await sync(dirname(folder));
      return { folder, manifest };
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    throw asUnwritable(error, into);
  }
}

async function copyAll(
  { settings, into, databaseOnly, now }: BackupRequest,
  part: string,
  takenAt: Date,
): Promise<Manifest> {
  const { dataDir, mode, packId } = settings;
  const temporal = await whatOfTemporal(settings, databaseOnly);
  const temporalAt = temporal === 'copied' ? now().toISOString() : null;
  const paths: string[] = [];
  if (temporalAt !== null) {
    await copyDatabase(join(dataDir, temporalFile), join(part, temporalFile));
    paths.push(temporalFile);
  }
  const databaseAt = now().toISOString();
  await copyDatabase(databasePath(settings), join(part, databaseFile));
  paths.push(databaseFile);
  for (const path of await keptFiles(dataDir, [into])) {
    await mkdir(dirname(join(part, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(dataDir, path), join(part, path));
    paths.push(path);
  }
  const files: Manifest['files'] = [];
  for (const path of paths) {
    await chmod(join(part, path), 0o600);
    await sync(join(part, path));
    files.push({ path, ...(await hashFile(join(part, path))) });
  }
  const manifest: Manifest = {
    ...{ format: 1, mode, packId, version: await ownVersion(), takenAt: takenAt.toISOString() },
    ...{ temporal, databaseAt, temporalAt, files },
    migrations: await migrationsOf(join(part, databaseFile)),
  };
  await writeManifest(part, manifest);
  await sync(part);
  return manifest;
}

async function whatOfTemporal(
  { dataDir, temporalAddress }: Settings,
  databaseOnly: boolean,
): Promise<Manifest['temporal']> {
  if (temporalAddress !== null) return 'elsewhere';
  const file = join(dataDir, temporalFile);
  if (databaseOnly || !existsSync(file)) return 'left out';
  // One that an earlier version started: it does not survive a reader.
  if (recordedServer(dataDir) !== null && !(await writesAhead(file)))
    throw userError((t) => t.recovery.backup.temporalTooOld);
  return 'copied';
}

/** On the disk, not only in its cache. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ENOENT'];

const asUnwritable = (error: unknown, folder: string): unknown =>
  unwritable.includes(String((error as NodeJS.ErrnoException).code))
    ? userError((t) => t.recovery.backup.unwritable({ folder }), error)
    : error;

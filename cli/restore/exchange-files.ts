import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { databasePath } from '../backup/database-path.ts';
import { keptFiles, workFolders } from '../backup/kept-files.ts';
import { databaseFile, temporalFile } from '../backup/manifest.ts';
import type { Manifest } from '../backup/manifest.ts';
import type { Settings } from '../settings.ts';

/** One file on its way from a backup to its place. Each is staged beside its place, so that it needs only a new name. */
export interface StagedFile {
  staged: string;
  target: string;
}

type Places = Pick<Settings, 'dataDir' | 'databaseUrl'>;

const stagedAs = (root: string, stamp: string, path: string): string =>
  join(root, `${workFolders.staged}${stamp}`, path);
const asideAs = (root: string, stamp: string, path: string): string =>
  join(root, `${workFolders.aside}${stamp}`, path);

/** What SQLite keeps beside a database. */
const companions = ['', '-wal', '-shm', '-journal'];

/** Copies the wanted files of a backup beside their places. The database may lie outside the data folder. */
export async function stageFiles(
  backup: string,
  files: Manifest['files'],
  places: Places,
  stamp: string,
): Promise<StagedFile[]> {
  const database = databasePath(places);
  const done: StagedFile[] = [];
  for (const { path } of files) {
    const isDatabase = path === databaseFile;
    const root = isDatabase ? dirname(database) : places.dataDir;
    const target = isDatabase ? database : join(root, path);
    const staged = stagedAs(root, stamp, isDatabase ? basename(database) : path);
    await mkdir(dirname(staged), { recursive: true, mode: 0o700 });
    await copyFile(join(backup, path), staged);
    await chmod(staged, 0o600);
    done.push({ staged, target });
  }
  return done;
}

/** Moves everything that a backup would hold into `replaced-<stamp>` beside it. Nothing is deleted. */
export async function moveAside(places: Places, stamp: string, exceptFor: string[]): Promise<void> {
  const { dataDir } = places;
  const database = databasePath(places);
  const kept = await keptFiles(dataDir, [...exceptFor, join(dataDir, 'restore.json')]);
  const present = [
    ...companions.map((end) => ({ root: dirname(database), path: `${basename(database)}${end}` })),
    ...companions.map((end) => ({ root: dataDir, path: `${temporalFile}${end}` })),
    ...kept.map((path) => ({ root: dataDir, path })),
  ];
  for (const { root, path } of present) {
    if (!existsSync(join(root, path))) continue;
    const aside = asideAs(root, stamp, path);
    await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
    await rename(join(root, path), aside);
  }
}

export async function moveIn(files: StagedFile[]): Promise<void> {
  for (const { staged, target } of files) {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(staged, target);
  }
}

/** Removes what staging made in the data folder and beside the database. */
export async function removeStaged(places: Places, stamp: string): Promise<void> {
  for (const root of new Set([places.dataDir, dirname(databasePath(places))]))
    await rm(stagedAs(root, stamp, ''), { recursive: true, force: true });
}

/** When the present database was last written: nothing was sent after it. Null where there is none. */
export async function lastWritten(places: Places): Promise<Date | null> {
  let latest: Date | null = null;
  for (const end of companions.filter((one) => one !== '-shm')) {
    const found = await stat(`${databasePath(places)}${end}`).catch(() => null);
    if (found !== null && (latest === null || found.mtime > latest)) latest = found.mtime;
  }
  return latest;
}

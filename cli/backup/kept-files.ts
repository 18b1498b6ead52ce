import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { databaseFile, temporalFile } from './manifest.ts';

/**
 * Files of the data folder that a backup keeps beside the two databases, such as keys: all that is not known to be of this
 * run only. Relative, with `/`, sorted.
 */
export async function keptFiles(dataDir: string, leftOut: readonly string[]): Promise<string[]> {
  const skipped = new Set(leftOut.map((path) => resolve(path)));
  const kept: string[] = [];
  const look = async (folder: string): Promise<void> => {
    const entries = await readdir(join(dataDir, folder), { withFileTypes: true });
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (skipped.has(resolve(dataDir, path)) || isOfThisRun(entry, folder)) continue;
      if (entry.isDirectory()) await look(path);
      else if (entry.isFile()) kept.push(path);
    }
  };
  await look('');
  return kept.sort();
}

/** Names that a restore gives to what it works with in the data folder. */
export const workFolders = { staged: 'restoring-', aside: 'replaced-' } as const;

/** Locks, logs, drafts, sockets, the databases themselves, and what a restore put aside. */
function isOfThisRun(entry: Dirent, folder: string): boolean {
  const { name } = entry;
  if (entry.isSocket() || entry.isFIFO() || /\.(pid|lock|log|sock|part)$|\.\d+$/.test(name)) return true;
  if (folder !== '') return false;
  if (entry.isDirectory()) return Object.values(workFolders).some((start) => name.startsWith(start));
  const databases = [databaseFile, temporalFile];
  return name === 'temporal.json' || databases.some((file) => name === file || name.startsWith(`${file}-`));
}

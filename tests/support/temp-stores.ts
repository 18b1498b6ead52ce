import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../../activities/ports/store.ts';
import { openStores } from '../../prisma/open-stores.ts';

export interface TempStores {
  stores: Stores;
  dir: string;
  url: string;
  /** Closes the stores and removes the folder. */
  dispose(): Promise<void>;
}

/** Stores over a real database file in a temporary folder. */
export async function openTempStores(): Promise<TempStores> {
  migrated ??= migratedFile();
  const { dir, path, url } = await tempDatabase();
  await writeFile(path, await migrated);
  const stores = await openStores(url, 'fast');
  return {
    stores,
    dir,
    url,
    dispose: async () => {
      await stores.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The migrations take several times as long as opening what they made, so each process applies them once. */
let migrated: Promise<Buffer> | undefined;

async function migratedFile(): Promise<Buffer> {
  const { dir, path, url } = await tempDatabase();
  try {
    // Closing leaves everything in the one file.
    await (await openStores(url, 'fast')).close();
    return await readFile(path);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function tempDatabase(): Promise<{ dir: string; path: string; url: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'tongbao-db-'));
  const path = join(dir, 'tongbao.db');
  return { dir, path, url: `file:${path}` };
}

import { mkdtemp, rm } from 'node:fs/promises';
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
  const dir = await mkdtemp(join(tmpdir(), 'tongbao-db-'));
  const url = `file:${join(dir, 'tongbao.db')}`;
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

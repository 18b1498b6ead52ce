import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stores } from '../../activities/ports/store.ts';
import { readSettings } from '../../cli/settings.ts';
import type { Settings } from '../../cli/settings.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A data folder that no program runs on, and where backups of it go. */
export interface BackupHome {
  settings: Settings;
  into: string;
  /** The command line over this folder, at a time of its own. */
  cliAt(now: string): TestCli;
  /** Opens the folder's database for as long as `use` takes. */
  withStores<T>(use: (stores: Stores) => Promise<T>): Promise<T>;
}

const noStores = new Proxy({} as Stores, {
  get: () => {
    throw new Error('a backup opens no stores');
  },
});

/** With `firms` fictional firms, enrolled and started. */
export async function makeBackupHome(firms = 2): Promise<BackupHome> {
  const root = tempFolder();
  const settings = readSettings({ TONGBAO_DATA_DIR: join(root, 'data') });
  mkdirSync(settings.dataDir, { recursive: true });
  const home: BackupHome = {
    settings,
    into: join(root, 'backups'),
    cliAt: (now) => createTestCli(noStores, join(root, 'data'), { now: new Date(now) }),
    async withStores(use) {
      const stores = await openStores(settings.databaseUrl, 'fast');
      try {
        return await use(stores);
      } finally {
        await stores.close();
      }
    },
  };
  await home.withStores(async (stores) => {
    const list = Array.from({ length: firms }, (_, i) => fictionalFirm(i + 1));
    await stores.firms.upsertFirms(packId, list, wanted);
    for (const enrollment of await stores.enrollments.waitingToStart(firms)) {
      const { invitedAt: at } = enrollment;
      await stores.enrollments.saveProjection({ ...enrollment, version: 1 }, [
        { seq: 1, at, source: 'system', actor: 'enrollment', event: { type: 'invited' } },
      ]);
    }
  });
  return home;
}

/** Writes files into the data folder, by relative path. */
export function writeFiles({ settings }: BackupHome, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(settings.dataDir, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}

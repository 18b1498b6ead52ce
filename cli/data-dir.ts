import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { userError } from './both-languages.ts';
import type { Settings } from './settings.ts';

/** Makes the mode's data folder and the database's. Throws UserError when either cannot be written. */
export function prepareDataDir(settings: Pick<Settings, 'dataDir' | 'databaseUrl'>): void {
  for (const path of [settings.dataDir, dirname(settings.databaseUrl.replace(/^file:/, ''))]) {
    try {
      // Firms' contacts are in there: only the owner may look.
      mkdirSync(path, { recursive: true, mode: 0o700 });
      accessSync(path, constants.W_OK | constants.X_OK);
    } catch (error) {
      throw userError((t) => t.cli.settings.dataDirUnwritable({ path }), error);
    }
  }
}

import type { Stores } from '../activities/ports/store.ts';
import { openStores } from '../prisma/open-stores.ts';
import { userError } from './both-languages.ts';
import type { Settings } from './settings.ts';

/**
 * Opens the mode's database. Throws UserError when it holds firms of the other mode: with DATABASE_URL both modes may be
 * pointed at one file, and the trial shows its demo firm to every visitor and lets anybody move clocks.
 */
export async function openModeStores(
  { mode, databaseUrl }: Pick<Settings, 'mode' | 'databaseUrl'>,
  owner?: string,
): Promise<Stores> {
  const stores = await openStores(databaseUrl, 'full', owner);
  try {
    if (await stores.firms.holdsFirms({ sample: mode === 'live' })) {
      throw userError((t) => t.cli.settings.databaseOfOtherMode({ mode }));
    }
    return stores;
  } catch (error) {
    await stores.close();
    throw error;
  }
}

import { existsSync } from 'node:fs';
import type { PackRevisionStore } from '../activities/ports/pack-revisions.ts';
import { databaseFile } from '../prisma/open-stores.ts';
import type { CliContext } from './context.ts';
import type { Settings } from './settings.ts';

/** What the office published; null where no database was ever made: to ask a question makes none. */
export async function publishedRevisions(
  { databaseUrl }: Pick<Settings, 'databaseUrl'>,
  context: Pick<CliContext, 'openStores'>,
): Promise<PackRevisionStore | null> {
  return existsSync(databaseFile(databaseUrl)) ? (await context.openStores()).packRevisions : null;
}

import { join } from 'node:path';
import { writeSheet } from '../../activities/import/write-sheet.ts';
import type { Clock } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { ConsolePorts } from '../../server/contract.ts';
import { projectDir } from '../settings.ts';
import { seasonOf } from './season.ts';
import type { ServedPacks } from './served-packs.ts';

/** What the staff's console is made of. */
export const consolePorts = (stores: Stores, { pack, others }: ServedPacks, clock: Clock): ConsolePorts => ({
  pages: join(projectDir, 'dist/console'),
  accounts: stores.consoleAccounts,
  sessions: stores.consoleSessions,
  firms: stores.consoleFirms,
  firmRows: stores.firms,
  identities: stores.identities,
  contacts: stores.contacts,
  enrollments: stores.enrollments,
  packs: [pack, ...others],
  writeSheet: async (sheet) => writeSheet('xlsx', sheet),
  season: seasonOf(stores, pack),
  audit: stores.audit,
  clock,
});

import { randomBytes } from 'node:crypto';
import type { Stores } from '../activities/ports/store.ts';
import type { ConsoleRole } from '../knowledge/console/roles.ts';
import { ownAddress } from './own-address.ts';
import type { Settings } from './settings.ts';

/** Mints a one-time link to the console for a member of staff, and notes it in the audit. It ends the member's earlier ones. */
export async function mintConsoleInvitation(
  stores: Stores,
  settings: Settings,
  i: { staffId: string; role: ConsoleRole; cities: string[] | null; hours: number; now: Date },
): Promise<{ link: string; expiresAt: string }> {
  const { staffId, role, cities } = i;
  const expiresAt = new Date(i.now.getTime() + i.hours * 3_600_000).toISOString();
  // 256 bits: nobody guesses one, so nothing counts tries.
  const token = randomBytes(32).toString('base64url');
  await stores.consoleAccounts.invite({
    ...{ staffId, token, role, cities, now: i.now.toISOString(), expiresAt },
  });
  const detail = JSON.stringify({ role, cities, expiresAt });
  await stores.audit.record({
    ...{ actor: 'cli', action: 'console.invite', target: staffId, outcome: 'done', detail },
  });
  // Behind the `#`: a browser sends it to no server, so it stands in no log.
  return { link: `${ownAddress(settings)}/console/invitation#${token}`, expiresAt };
}

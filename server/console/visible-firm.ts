import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import type { FirmRow } from '../../activities/ports/store.ts';
import { seesCity } from '../../knowledge/console/roles.ts';
import { normaliseUscc } from '../../knowledge/firms/uscc.ts';
import type { ConsolePorts } from '../contract.ts';
import { Refused } from './refusals.ts';

/** The firm that a page names, if the account may see its city; another one is as good as none. */
export async function visibleFirm(
  { firmRows, packs }: Pick<ConsolePorts, 'firmRows' | 'packs'>,
  { cities }: ConsoleAccount,
  named: { packId: string | null; uscc: string },
): Promise<{ packId: string; row: FirmRow }> {
  const packId = named.packId ?? packs[0].id;
  const row = await firmRows.firmRow(packId, normaliseUscc(named.uscc));
  if (row === null || !seesCity(cities, row.firm.city)) throw new Refused('notFound');
  return { packId, row };
}

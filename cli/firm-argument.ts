import type { FirmRow, Stores } from '../activities/ports/store.ts';
import { usccProblem } from '../knowledge/firms/read-row.ts';
import { normaliseUscc } from '../knowledge/firms/uscc.ts';
import { userError } from './both-languages.ts';

/** The firm that a USCC on the command line names. Throws UserError for a bad code and for an unknown firm. */
export async function firmFromArgument(stores: Stores, packId: string, argument: string): Promise<FirmRow> {
  const uscc = normaliseUscc(argument);
  const problem = usccProblem(uscc);
  if (problem !== null)
    throw userError((t) => `${t.importing.issue({ column: '', problem })}${t.commands.stop}`);
  const row = await stores.firms.firmRow(packId, uscc);
  if (row === null) throw userError((t) => t.commands.firmNotFound({ uscc }));
  return row;
}

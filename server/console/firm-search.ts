import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import type { ConsoleFirmFilter } from '../../activities/ports/console-firms.ts';
import { mayAs } from '../../knowledge/console/roles.ts';

/** What somebody looks for, as it is compared; null: nothing. Whoever does not see names and numbers whole does not learn them by looking for them. */
export function firmSearch(
  { role }: ConsoleAccount,
  typed: string,
): Pick<ConsoleFirmFilter, 'text' | 'inContacts'> | null {
  const text = typed.normalize('NFKC').replace(/\s+/gu, '');
  return text === '' ? null : { text, inContacts: mayAs(role, 'operator') };
}

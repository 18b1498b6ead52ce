import type { ConsoleAccount } from '../../activities/ports/console-accounts.ts';
import type { SignedIn } from './handlers.ts';
import { Refused } from './refusals.ts';

/** What is of the whole office is not for an administrator of certain cities: it speaks of firms of all. */
export function wholeOffice({ account }: SignedIn): ConsoleAccount {
  if (account.cities !== null) throw new Refused('forbidden');
  return account;
}

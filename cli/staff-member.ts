import type { Stores } from '../activities/ports/store.ts';
import { userError } from './both-languages.ts';

/** By ID, or by a name that only one member has. */
export async function memberNamed(stores: Stores, who: string): Promise<{ staffId: string; name: string }> {
  const members = await stores.identities.listStaff();
  const byId = members.find(({ staffId }) => staffId === who);
  const [found, another] = byId === undefined ? members.filter(({ name }) => name === who.trim()) : [byId];
  if (found === undefined) throw userError((t) => t.consoleTexts.cli.whoUnknown({ who }));
  if (another !== undefined) throw userError((t) => t.consoleTexts.cli.whoAmbiguous({ who }));
  return found;
}

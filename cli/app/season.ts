import { readOverview } from '../../activities/overview/read-overview.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { ConsolePorts } from '../../server/contract.ts';

/** The season of a pack, as the console asks for it. */
export const seasonOf = (
  stores: Pick<Stores, 'firms' | 'overview'>,
  { id, application, cities }: Pick<PolicyPack, 'id' | 'application' | 'cities'>,
): ConsolePorts['season'] => ({
  cities,
  read: async (scope) => readOverview(stores, { packId: id, deadline: application.deadline, ...scope }),
});

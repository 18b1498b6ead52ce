import { readOverview } from '../../activities/overview/read-overview.ts';
import type { Stores } from '../../activities/ports/store.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import type { ConsolePorts } from '../../server/contract.ts';

/**
 * The season of a pack, as the console asks for it. It is counted from every line of many firms: who asks for the same
 * while it is being read gets that reading.
 */
export function seasonOf(
  stores: Pick<Stores, 'firms' | 'overview' | 'questionCounts'>,
  /** As it is served when somebody asks. */
  packOf: () => Pick<PolicyPack, 'id' | 'application' | 'cities'>,
): ConsolePorts['season'] {
  const underWay = new Map<string, ReturnType<typeof readOverview>>();
  return {
    get cities() {
      return packOf().cities;
    },
    read: (scope) => {
      const { id, application } = packOf();
      const key = JSON.stringify([scope.cities, scope.days, application.deadline]);
      const reading =
        underWay.get(key) ??
        readOverview(stores, { packId: id, deadline: application.deadline, ...scope }).finally(() =>
          underWay.delete(key),
        );
      underWay.set(key, reading);
      return reading;
    },
  };
}

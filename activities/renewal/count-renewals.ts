import type { OfficeNotice } from '../../knowledge/notifications/office-matter.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';
import type { RenewalOutcomeName } from '../ports/renewals.ts';

/** What staff are told when all firms were judged for the first time; null where nothing was opened. */
export async function countRenewals(
  { stores: { renewals } }: ActivityPorts,
  { packId }: { packId: string },
): Promise<OfficeNotice | null> {
  const renewal = await renewals.find(packId);
  if (renewal === null) return null;
  const counts = await renewals.counts(packId);
  const of = (...names: RenewalOutcomeName[]): number =>
    counts.filter(({ outcome }) => names.includes(outcome)).reduce((sum, { count }) => sum + count, 0);
  return {
    key: `renewal-opened/${packId}`,
    data: {
      ...{ about: 'renewalOpened', packId, nextPackId: renewal.nextPackId },
      invited: of('invited'),
      notEligible: of('notEligible'),
      waiting: of('waitingForList'),
      unsettled: of('notFollowed', 'changedMeanwhile'),
    },
  };
}

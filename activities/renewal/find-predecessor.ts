import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';
import { packsRenewingInto } from './packs-renewing-into.ts';

/** The enrollment of the year before that may go over into this one, for one that was invited before that was so; null for none. */
export async function findPredecessor(
  ports: ActivityPorts,
  { packId, uscc }: { packId: string; uscc: string },
): Promise<string | null> {
  for (const before of await packsRenewingInto(ports, packId)) {
    const found = await ports.stores.enrollments.find(enrollmentIdOf(before, uscc));
    if (found?.officialStatus === 'renewalOpen') return found.enrollmentId;
  }
  return null;
}

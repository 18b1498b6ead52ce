import type { EnrollmentWanted } from '../../activities/ports/store.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import { leftToRenewal } from '../../knowledge/renewal/opening.ts';
import type { Queries } from '../client.ts';
import { waitingRow, waitingSnapshot } from './enrollment-row.ts';

/**
 * Inside a transaction: an enrollment for every firm on the list that has none in this pack. One that leaves the list keeps
 * its own: what becomes of it is for staff to decide. `left`: the firms that are left to the renewal of another pack.
 */
export async function enrollListed(
  db: Queries,
  packId: string,
  listed: { uscc: string; city: string }[],
  wanted: EnrollmentWanted,
): Promise<{ left: Set<string>; enrolled: Set<string> }> {
  const stored = await db.enrollment.findMany({
    where: { packId, uscc: { in: listed.map(({ uscc }) => uscc) } },
    select: { uscc: true },
  });
  const known = new Set(stored.map(({ uscc }) => uscc));
  const missing = listed.filter(({ uscc }) => !known.has(uscc));
  const before = await predecessors(
    db,
    wanted.renewsFrom ?? [],
    missing.map(({ uscc }) => uscc),
  );
  const left = new Set<string>();
  const waiting = missing.flatMap((firm) => {
    const predecessor = before.get(firm.uscc);
    if (predecessor !== undefined && leftToRenewal.includes(predecessor.status)) {
      left.add(firm.uscc);
      return [];
    }
    return [waitingRow(waitingSnapshot(packId, firm, wanted, predecessor?.id))];
  });
  if (waiting.length > 0) await db.enrollment.createMany({ data: waiting });
  return { left, enrolled: new Set(waiting.map(({ uscc }) => uscc)) };
}

/** Enrollments in the packs that firms renew from, of those that are insured there. */
async function predecessors(
  db: Queries,
  packIds: readonly string[],
  usccs: string[],
): Promise<Map<string, { id: string; status: OfficialStatus }>> {
  if (packIds.length === 0) return new Map();
  const stored = await db.enrollment.findMany({
    where: {
      packId: { in: [...packIds] },
      uscc: { in: usccs },
      officialStatus: { in: [...leftToRenewal, 'renewalOpen'] },
    },
    select: { id: true, uscc: true, officialStatus: true },
  });
  return new Map(
    stored.map(({ id, uscc, officialStatus }) => [uscc, { id, status: officialStatus as OfficialStatus }]),
  );
}

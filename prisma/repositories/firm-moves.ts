import type { FirmMove, FirmMoveStore } from '../../activities/ports/firm-moves.ts';
import type { Database, Queries } from '../client.ts';
import type { Firm } from '../generated/client.ts';
import { currentCode } from './current-code.ts';
import { snapshotOf } from './enrollment-row.ts';
import { moveContacts } from './move-contacts.ts';
import { moveEnrollments } from './move-enrollments.ts';

export function createFirmMoveStore(db: Database): FirmMoveStore {
  return {
    currentCode: async (uscc) => currentCode(db, uscc),

    enrollmentsOf: async (uscc) => {
      const stored = await db.enrollment.findMany({ where: { uscc }, orderBy: { packId: 'asc' } });
      return stored.map(snapshotOf);
    },

    complete: async (move) =>
      db.$transaction(async (tx) => {
        const { from, to, at } = move;
        if ((await currentCode(tx, from)) === to) return;
        const firm = await tx.firm.findUniqueOrThrow({ where: { uscc: from } });
        const target = await firmAt(tx, firm, to);
        const movedAt = new Date(at);
        // Whoever went over to the old code goes on with it.
        await tx.formerCode.updateMany({ where: { uscc: from }, data: { uscc: to } });
        await tx.formerCode.create({ data: { code: from, uscc: to, movedAt } });
        await keepNames(tx, firm, target, movedAt);
        await moveListings(tx, move);
        await moveContacts(tx, from, to);
        await moveEnrollments(tx, move, target.city);
      }),
  };
}

/** The firm under its other code. One that is known keeps what it has; what it lacks it gets. */
async function firmAt(db: Queries, firm: Firm, uscc: string): Promise<Firm> {
  const known = await db.firm.findUnique({ where: { uscc } });
  const { name, initials, city, sample, contactName, contactPhone, officerId } = firm;
  if (known === null)
    return db.firm.create({
      data: { uscc, name, initials, city, sample, contactName, contactPhone, officerId },
    });
  const lacksContact = known.contactName === null && known.contactPhone === null;
  return db.firm.update({
    where: { uscc },
    data: {
      officerId: known.officerId ?? officerId,
      ...(lacksContact ? { contactName, contactPhone } : {}),
    },
  });
}

async function keepNames(db: Queries, firm: Firm, target: Firm, until: Date): Promise<void> {
  const earlier = await db.formerName.findMany({ where: { uscc: { in: [firm.uscc, target.uscc] } } });
  const known = new Set([target.name, ...earlier.flatMap((n) => (n.uscc === target.uscc ? n.name : []))]);
  const names = [...earlier.filter(({ uscc }) => uscc === firm.uscc), { name: firm.name, until }];
  for (const { name, until: since } of names)
    if (!known.has(name)) {
      known.add(name);
      await db.formerName.create({ data: { uscc: target.uscc, name, until: since } });
    }
}

/** A pack whose list names both keeps both: that of the former code is shown nowhere. */
async function moveListings(db: Queries, { from, to }: FirmMove): Promise<void> {
  const own = await db.firmListing.findMany({ where: { uscc: to }, select: { packId: true } });
  const packId = { notIn: own.map((listing) => listing.packId) };
  await db.firmListing.updateMany({ where: { uscc: from, packId }, data: { uscc: to } });
}

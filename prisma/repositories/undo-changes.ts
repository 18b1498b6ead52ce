import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { undoingOf } from '../../knowledge/firms/undo-import.ts';
import { pinyinInitials } from '../../knowledge/firms/pinyin-initials.ts';
import type { Queries } from '../client.ts';
import type { FirmImportChange } from '../generated/client.ts';
import { beforeOf, listingOf } from './import-change-row.ts';
import type { Before } from './import-change-row.ts';
import { judgeAgain } from './judge-again.ts';

/** Inside a transaction, and after each was judged: brings back what was there before. */
export async function undoChanges(db: Queries, packId: string, changes: FirmImportChange[]): Promise<void> {
  const enrolled = changes.filter((one) => one.enrolled).map(({ uscc }) => enrollmentIdOf(packId, uscc));
  await db.enrollment.deleteMany({ where: { id: { in: enrolled } } });
  const added = changes.filter((one) => undoingOf({ before: beforeOf(one) }) === 'remove');
  await db.firm.deleteMany({ where: { uscc: { in: added.map(({ uscc }) => uscc) } } });
  for (const change of changes) await bringBack(db, packId, change.uscc, beforeOf(change));
  await judgeAgain(
    db,
    packId,
    changes.map(({ uscc }) => uscc),
  );
}

async function bringBack(
  db: Queries,
  packId: string,
  uscc: string,
  { firm, listing, formerNames, listingUpdatedAt }: Before,
): Promise<void> {
  if (firm === null) return;
  await db.firm.update({ where: { uscc }, data: { ...firm, initials: pinyinInitials(firm.name) } });
  await db.enrollment.updateMany({ where: { uscc }, data: { city: firm.city } });
  const key = { packId, uscc };
  if (listing === null) await db.firmListing.delete({ where: { packId_uscc: key } });
  else
    await db.firmListing.update({
      where: { packId_uscc: key },
      data: {
        ...listingOf(listing),
        ...(listingUpdatedAt !== null && { updatedAt: new Date(listingUpdatedAt) }),
      },
    });
  if (formerNames === null) return;
  await db.formerName.deleteMany({ where: { uscc } });
  const data = formerNames.map(({ name, until }) => ({ uscc, name, until: new Date(until) }));
  if (data.length > 0) await db.formerName.createMany({ data });
}

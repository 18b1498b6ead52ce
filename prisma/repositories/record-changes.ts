import type { ImportedValues } from '../../knowledge/firms/undo-import.ts';
import type { Queries } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import type { FirmColumns, ListingColumns } from './firm-row.ts';
import { followAgain } from './follow-again.ts';
import { importedFirm, importedListing } from './import-change-row.ts';
import type { Before } from './import-change-row.ts';

export interface FirmBefore {
  firm: FirmColumns & { officerId: string | null };
  listing: (ListingColumns & { updatedAt: Date }) | undefined;
}

/** One firm that an import is about to change, or enroll. */
interface Written {
  uscc: string;
  before: FirmBefore | undefined;
  after: { firm: FirmColumns; listing: ListingColumns };
}

/** What must be known of firms before they are written. */
interface KnownBefore {
  /** Versions of their enrollments in the pack. */
  versions: ReadonlyMap<string, number>;
  formerNames: ReadonlyMap<string, { name: string; until: string }[]>;
}

/** Inside the transaction that writes firms, and before it does. */
export async function knownBefore(db: Queries, packId: string, usccs: string[]): Promise<KnownBefore> {
  const enrollments = await db.enrollment.findMany({
    where: { packId, uscc: { in: usccs } },
    select: { uscc: true, projectedVersion: true },
  });
  const names = await db.formerName.findMany({ where: { uscc: { in: usccs } } });
  const formerNames = new Map<string, { name: string; until: string }[]>();
  for (const { uscc, name, until } of names)
    formerNames.set(uscc, [...(formerNames.get(uscc) ?? []), { name, until: until.toISOString() }]);
  return {
    versions: new Map(enrollments.map(({ uscc, projectedVersion }) => [uscc, projectedVersion])),
    formerNames,
  };
}

/**
 * Inside the same transaction: what the import did, so that it can be undone. With its first real change what earlier imports
 * of the pack did is forgotten.
 */
export async function recordChanges(
  db: Queries,
  { importId, packId }: { importId: string; packId: string },
  written: Written[],
  { known, enrolled }: { known: KnownBefore; enrolled: ReadonlySet<string> },
): Promise<void> {
  if (written.length === 0) return;
  await forgetEarlier(db, importId, packId);
  const writtenAt = new Date();
  const recorded = await db.firmImportChange.findMany({
    where: { importId, uscc: { in: written.map(({ uscc }) => uscc) } },
    select: { uscc: true, enrolled: true },
  });
  const again = new Map(recorded.map(({ uscc, enrolled: before }) => [uscc, before]));
  const rows = written.map((of) => rowOf(of, { known, enrolled: enrolled.has(of.uscc) }));
  const added = rows.filter(({ uscc }) => !again.has(uscc));
  if (added.length > 0)
    await db.firmImportChange.createMany({
      data: added.map((row) => ({ ...row, importId, packId, writtenAt })),
    });
  // A firm that the file names twice: what was there before its first row is what comes back.
  for (const { uscc, name, city, after, enrolled: now } of rows.filter((row) => again.has(row.uscc)))
    await db.firmImportChange.update({
      where: { importId_uscc: { importId, uscc } },
      data: { name, city, after, enrolled: now || again.get(uscc) === true, writtenAt },
    });
}

async function forgetEarlier(db: Queries, importId: string, packId: string): Promise<void> {
  const own = await db.firmImport.findUnique({ where: { id: importId }, select: { createdAt: true } });
  if (own === null) throw new Error(`no import ${importId}`);
  // One that began later and runs at the same time keeps its own.
  const earlier = { packId, importId: { not: importId }, import: { createdAt: { lte: own.createdAt } } };
  await followAgain(db, earlier);
  await db.firmImportChange.deleteMany({ where: earlier });
}

function rowOf(
  { uscc, before, after }: Written,
  { known, enrolled }: { known: KnownBefore; enrolled: boolean },
): Omit<Prisma.FirmImportChangeCreateManyInput, 'importId' | 'packId' | 'writtenAt'> {
  const renamed = before !== undefined && before.firm.name !== after.firm.name;
  const kept: Before = {
    firm: before === undefined ? null : importedFirm(before.firm),
    listing: before?.listing === undefined ? null : importedListing(before.listing),
    formerNames: renamed ? (known.formerNames.get(uscc) ?? []) : null,
    listingUpdatedAt: before?.listing?.updatedAt.toISOString() ?? null,
  };
  const wrote: ImportedValues = { firm: importedFirm(after.firm), listing: importedListing(after.listing) };
  return {
    ...{ uscc, name: after.firm.name, city: after.firm.city, enrolled },
    ...{ before: JSON.stringify(kept), after: JSON.stringify(wrote) },
    versionBefore: known.versions.get(uscc) ?? null,
    officerBefore: before?.firm.officerId ?? null,
  };
}

import type { EnrollmentWanted, Firm, UpsertOutcome } from '../../activities/ports/store.ts';
import type { Queries } from '../client.ts';
import { enrollListed } from './enroll-listed.ts';
import { firmColumns, listingColumns } from './firm-row.ts';
import type { FirmColumns, ListingColumns } from './firm-row.ts';
import { judgeAgain } from './judge-again.ts';
import { knownBefore, recordChanges } from './record-changes.ts';
import type { FirmBefore } from './record-changes.ts';

/** A list within SQLite's limit of parameters. */
const chunkSize = 500;

/** A firm in one pack as it is stored. `listing` is undefined where the pack's list never named it. */
interface Standing {
  firm: FirmColumns;
  listing: ListingColumns | undefined;
}
type Listed = Standing & { listing: ListingColumns };

/**
 * Inside a transaction. Reads a chunk at once and writes only what differs: importing the same file again writes nothing. With an
 * import's ID what it does to each firm is kept, so that it can be undone.
 */
export async function upsertFirmsWithin(
  db: Queries,
  packId: string,
  firms: Firm[],
  wanted: EnrollmentWanted,
  importId?: string,
): Promise<UpsertOutcome[]> {
  const outcomes: UpsertOutcome[] = [];
  for (let start = 0; start < firms.length; start += chunkSize) {
    outcomes.push(
      ...(await upsertChunk(db, packId, firms.slice(start, start + chunkSize), wanted, importId)),
    );
  }
  return outcomes;
}

async function upsertChunk(
  db: Queries,
  packId: string,
  given: Firm[],
  wanted: EnrollmentWanted,
  importId?: string,
): Promise<UpsertOutcome[]> {
  const former = await formerAmong(db, given);
  const firms = given.filter(({ uscc }) => !former.has(uscc));
  const usccs = firms.map(({ uscc }) => uscc);
  const stored = await db.firm.findMany({
    where: { uscc: { in: usccs } },
    include: { listings: { where: { packId } } },
  });
  const before = new Map<string, FirmBefore>(
    stored.map(({ listings, ...firm }) => [firm.uscc, { firm, listing: listings[0] }]),
  );

  // A firm that is named twice is written once, as its last row says.
  const after = new Map<string, Listed>();
  const outcomes = firms.map((given): UpsertOutcome => {
    const current = after.get(given.uscc) ?? before.get(given.uscc);
    const next = { firm: firmColumns(given), listing: listingColumns(given) };
    after.set(given.uscc, next);
    return { uscc: given.uscc, outcome: outcomeOf(current, next) };
  });

  const known = importId === undefined ? null : await knownBefore(db, packId, usccs);
  await writeFirms(db, before, after);
  await writeListings(db, packId, before, after);
  const changed = new Set(outcomes.flatMap(({ uscc, outcome }) => (outcome === 'unchanged' ? [] : uscc)));
  await judgeAgain(db, packId, [...changed]);
  const listed = [...after].filter(([, { listing }]) => listing.listed);
  const { left, enrolled } = await enrollListed(
    db,
    packId,
    listed.map(([uscc, { firm }]) => ({ uscc, city: firm.city })),
    wanted,
  );
  if (importId !== undefined && known !== null) {
    const written = [...after].flatMap(([uscc, as]) =>
      changed.has(uscc) || enrolled.has(uscc) ? { uscc, before: before.get(uscc), after: as } : [],
    );
    await recordChanges(db, { importId, packId }, written, { known, enrolled });
  }
  return [
    ...outcomes.map((of) => (left.has(of.uscc) ? { ...of, leftToRenewal: true as const } : of)),
    ...[...former].map((uscc) => ({ uscc, outcome: 'formerCode' as const })),
  ];
}

/** Of firms that go on under another code a list that still has the old one says nothing new. */
async function formerAmong(db: Queries, firms: Firm[]): Promise<Set<string>> {
  const stored = await db.formerCode.findMany({
    where: { code: { in: firms.map(({ uscc }) => uscc) } },
    select: { code: true },
  });
  return new Set(stored.map(({ code }) => code));
}

function outcomeOf(before: Standing | undefined, after: Listed): UpsertOutcome['outcome'] {
  if (before?.listing === undefined) return 'created';
  return same(before.firm, after.firm) && same(before.listing, after.listing) ? 'unchanged' : 'changed';
}

async function writeFirms(
  db: Queries,
  before: Map<string, Standing>,
  after: Map<string, Listed>,
): Promise<void> {
  const created = [...after].filter(([uscc]) => !before.has(uscc));
  if (created.length > 0)
    await db.firm.createMany({ data: created.map(([uscc, { firm }]) => ({ uscc, ...firm })) });
  for (const [uscc, { firm }] of after) {
    const earlier = before.get(uscc)?.firm;
    if (earlier === undefined || same(earlier, firm)) continue;
    await db.firm.update({ where: { uscc }, data: firm });
    if (earlier.name !== firm.name) await keepFormerName(db, uscc, earlier.name, firm.name);
    if (earlier.city !== firm.city)
      await db.enrollment.updateMany({ where: { uscc }, data: { city: firm.city } });
  }
}

/** A firm that takes an earlier name again has it, and had the other one. */
async function keepFormerName(db: Queries, uscc: string, former: string, name: string): Promise<void> {
  await db.formerName.deleteMany({ where: { uscc, name } });
  const key = { uscc_name: { uscc, name: former } };
  const until = new Date();
  await db.formerName.upsert({ where: key, create: { uscc, name: former, until }, update: { until } });
}

async function writeListings(
  db: Queries,
  packId: string,
  before: Map<string, Standing>,
  after: Map<string, Listed>,
): Promise<void> {
  const created = [...after].filter(([uscc]) => before.get(uscc)?.listing === undefined);
  if (created.length > 0)
    await db.firmListing.createMany({
      data: created.map(([uscc, { listing }]) => ({ packId, uscc, ...listing })),
    });
  for (const [uscc, { listing }] of after) {
    const earlier = before.get(uscc)?.listing;
    if (earlier === undefined || same(earlier, listing)) continue;
    await db.firmListing.update({ where: { packId_uscc: { packId, uscc } }, data: listing });
  }
}

/** Whether `stored` holds what `wanted` says; it may hold more. */
const same = <T extends object>(stored: T, wanted: T): boolean =>
  (Object.keys(wanted) as (keyof T)[]).every((name) => stored[name] === wanted[name]);

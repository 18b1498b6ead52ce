import type { EnrollmentWanted, Firm, UpsertOutcome } from '../../activities/ports/store.ts';
import type { Queries } from '../client.ts';
import { projectionColumns, waitingSnapshot } from './enrollment-row.ts';
import { columnsOf } from './firm-row.ts';
import type { FirmColumns } from './firm-row.ts';

/** A list within SQLite's limit of parameters. */
const chunkSize = 500;

/** Inside a transaction. Reads a chunk at once and writes only what differs: importing the same file again writes nothing. */
export async function upsertFirmsWithin(
  db: Queries,
  packId: string,
  firms: Firm[],
  wanted: EnrollmentWanted,
): Promise<UpsertOutcome[]> {
  const outcomes: UpsertOutcome[] = [];
  for (let start = 0; start < firms.length; start += chunkSize) {
    outcomes.push(...(await upsertChunk(db, packId, firms.slice(start, start + chunkSize), wanted)));
  }
  return outcomes;
}

async function upsertChunk(
  db: Queries,
  packId: string,
  firms: Firm[],
  wanted: EnrollmentWanted,
): Promise<UpsertOutcome[]> {
  const usccs = firms.map(({ uscc }) => uscc);
  const stored = await db.firm.findMany({ where: { uscc: { in: usccs } } });
  const before = new Map<string, FirmColumns>(stored.map((firm) => [firm.uscc, firm]));
  const enrolled = await db.enrollment.findMany({
    where: { packId, uscc: { in: usccs } },
    select: { uscc: true },
  });

  // A firm that is named twice is written once, as its last row says.
  const after = new Map<string, FirmColumns>();
  const outcomes = firms.map((firm): UpsertOutcome => {
    const current = after.get(firm.uscc) ?? before.get(firm.uscc);
    const next = columnsOf(firm, packId, current?.listedInPack ?? null);
    after.set(firm.uscc, next);
    if (current === undefined) return { uscc: firm.uscc, outcome: 'created' };
    return { uscc: firm.uscc, outcome: same(current, next) ? 'unchanged' : 'changed' };
  });

  await writeFirms(db, before, after);
  await enroll(db, packId, after, new Set(enrolled.map(({ uscc }) => uscc)), wanted);
  return outcomes;
}

async function writeFirms(
  db: Queries,
  before: Map<string, FirmColumns>,
  after: Map<string, FirmColumns>,
): Promise<void> {
  const created = [...after].filter(([uscc]) => !before.has(uscc));
  if (created.length > 0)
    await db.firm.createMany({ data: created.map(([uscc, columns]) => ({ uscc, ...columns })) });
  for (const [uscc, columns] of after) {
    const earlier = before.get(uscc);
    if (earlier === undefined || same(earlier, columns)) continue;
    await db.firm.update({ where: { uscc }, data: columns });
    if (earlier.city !== columns.city)
      await db.enrollment.updateMany({ where: { uscc }, data: { city: columns.city } });
  }
}

/** A firm that leaves the list keeps its enrollment: what becomes of it is for staff to decide. */
async function enroll(
  db: Queries,
  packId: string,
  firms: Map<string, FirmColumns>,
  enrolled: Set<string>,
  wanted: EnrollmentWanted,
): Promise<void> {
  const waiting = [...firms]
    .filter(([uscc, { listedInPack }]) => listedInPack === packId && !enrolled.has(uscc))
    .map(([uscc, { city }]) => waitingSnapshot(packId, { uscc, city }, wanted));
  if (waiting.length === 0) return;
  await db.enrollment.createMany({
    data: waiting.map((snapshot) => ({
      id: snapshot.enrollmentId,
      packId,
      uscc: snapshot.uscc,
      city: snapshot.city,
      ...projectionColumns(snapshot),
    })),
  });
}

const columnNames = [
  'name',
  'city',
  'priorYearExportCents',
  'exportYear',
  'contactName',
  'contactPhone',
  'listedInPack',
  'sample',
] as const satisfies (keyof FirmColumns)[];

const same = (a: FirmColumns, b: FirmColumns): boolean => columnNames.every((name) => a[name] === b[name]);

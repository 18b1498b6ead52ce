import type { FirmMove } from '../../activities/ports/firm-moves.ts';
import { continuedAs } from '../../knowledge/enrollment/continued.ts';
import { nowOf } from '../../knowledge/enrollment/enrollment-clock.ts';
import { enrollmentIdOf, usccOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { hasEnded } from '../../knowledge/enrollment/machine.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import type { Queries } from '../client.ts';
import { currentCode } from './current-code.ts';
import { projectionColumns, snapshotOf } from './enrollment-row.ts';

/** What is kept by an enrollment's ID follows the enrollment; one whose standing goes on takes its whole history along. */
export async function moveEnrollments(db: Queries, move: FirmMove, city: string): Promise<void> {
  const stored = await db.enrollment.findMany({ where: { uscc: move.from } });
  for (const row of stored) {
    const how = move.packs[row.packId];
    if (how === undefined) throw new Error(`enrollment ${row.id} was not to be moved`);
    const id = enrollmentIdOf(row.packId, move.to);
    if (how === 'continues')
      await continueAs(db, snapshotOf(row), { ...move, city, createdAt: row.createdAt });
    if (how !== 'mergesKeepingOwn') await moveDecisions(db, row.id, id, move.to);
    await moveRecords(db, row.id, id);
  }
}

async function continueAs(
  db: Queries,
  moved: EnrollmentSnapshot,
  { to: uscc, at, city, createdAt }: FirmMove & { city: string; createdAt: Date },
): Promise<void> {
  // The firm that it first went to may have moved on before this was completed.
  if (moved.movedTo === null || (await currentCode(db, usccOf(moved.movedTo))) !== uscc)
    throw new Error(`enrollment ${moved.enrollmentId} has not ended as moved`);
  const snapshot = continuedAs(moved, { uscc, city, now: nowOf(moved, new Date(at)) });
  const { enrollmentId: id, packId, version } = snapshot;
  await db.enrollment.create({
    data: {
      ...{ id, packId, uscc, city, createdAt, projectedVersion: version },
      ...projectionColumns(snapshot),
      // One that is over needs no workflow.
      startedAt: hasEnded(snapshot) ? new Date(at) : null,
    },
  });
  const history = await db.timelineEntry.findMany({
    where: { enrollmentId: moved.enrollmentId },
    orderBy: { seq: 'asc' },
  });
  await db.timelineEntry.createMany({
    data: history.map((entry) => ({ ...entry, enrollmentId: id, event: asContinued(entry.event, moved) })),
  });
}

/** Where the one history ends, the other goes on. */
function asContinued(stored: string, { enrollmentId: from }: EnrollmentSnapshot): string {
  const event = JSON.parse(stored) as TimelineEntry['event'];
  if (event.type !== 'moved') return stored;
  return JSON.stringify({ type: 'movedFrom', from, at: event.at } satisfies TimelineEntry['event']);
}

/** What came from outside for the standing that goes on, decided or not, and what came of its renewal. */
async function moveDecisions(db: Queries, from: string, to: string, uscc: string): Promise<void> {
  await db.incomingEvent.updateMany({ where: { enrollmentId: from }, data: { enrollmentId: to } });
  const judged = await db.renewalOutcome.findUnique({ where: { enrollmentId: to } });
  if (judged === null)
    await db.renewalOutcome.updateMany({
      where: { enrollmentId: from },
      data: { enrollmentId: to, uscc },
    });
}

/** What was sent, or waits to go out with other messages, and what came of campaigns that have ended. */
async function moveRecords(db: Queries, from: string, to: string): Promise<void> {
  await db.notification.updateMany({ where: { enrollmentId: from }, data: { enrollmentId: to } });
  const both = await db.campaignOutcome.findMany({
    where: { enrollmentId: to },
    select: { campaignId: true },
  });
  await db.campaignOutcome.updateMany({
    where: {
      enrollmentId: from,
      campaignId: { notIn: both.map(({ campaignId }) => campaignId) },
      // One that is under way goes by its own order of firms.
      campaign: { endedAt: { not: null } },
    },
    data: { enrollmentId: to },
  });
}

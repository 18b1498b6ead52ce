import type { EnrollmentStore } from '../../activities/ports/store.ts';
import { carriedFrom, rememberedEventIds } from '../../knowledge/enrollment/carried.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { isUniqueViolation } from '../client.ts';
import type { Database, Queries } from '../client.ts';
import { queueWebhooks } from './webhook-outbox.ts';
import { projectionColumns, snapshotOf, waitingRow, waitingSnapshot } from './enrollment-row.ts';

export function createEnrollmentStore(db: Database): EnrollmentStore {
  return {
    saveProjection: async (snapshot, timeline) => {
      const entries = [...new Map(timeline.map((entry) => [entry.seq, entry])).values()];
      try {
        await db.$transaction(async (tx) => saveAll(tx, snapshot, { added: entries, replaced: [] }));
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        // A repeat, or lines that a worker which died left in their place.
        await db.$transaction(async (tx) => saveAll(tx, snapshot, await sortLines(tx, snapshot, entries)));
      }
    },

    find: async (enrollmentId) => {
      const stored = await db.enrollment.findUnique({ where: { id: enrollmentId } });
      return stored && snapshotOf(stored);
    },

    timeline: async (enrollmentId) => {
      const stored = await db.timelineEntry.findMany({ where: { enrollmentId }, orderBy: { seq: 'asc' } });
      return stored.map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        source: entry.source as TimelineEntry['source'],
        actor: entry.actor,
        event: JSON.parse(entry.event) as TimelineEntry['event'],
        ...(entry.eventId === null ? {} : { eventId: entry.eventId }),
      }));
    },

    enroll: async (packId, uscc, wanted, predecessorId) =>
      db.$transaction(async (tx) => {
        const known = await tx.enrollment.findUnique({
          where: { packId_uscc: { packId, uscc } },
          select: { id: true },
        });
        if (known !== null) return;
        const firm = await tx.firm.findUniqueOrThrow({ where: { uscc }, select: { uscc: true, city: true } });
        await tx.enrollment.create({
          data: waitingRow(waitingSnapshot(packId, firm, wanted, predecessorId)),
        });
      }),

    packIds: async () => {
      const groups = await db.enrollment.groupBy({ by: ['packId'], orderBy: { packId: 'asc' } });
      return groups.map(({ packId }) => packId);
    },

    carriedOf: async (enrollmentId) => {
      // The snapshot first: a timeline that is further than it does no harm, and one behind it would use numbers twice.
      const stored = await db.enrollment.findUnique({ where: { id: enrollmentId } });
      if (stored === null) return null;
      const latest = await db.timelineEntry.findMany({
        where: { enrollmentId },
        orderBy: { seq: 'desc' },
        take: rememberedEventIds,
        select: { seq: true, eventId: true },
      });
      return carriedFrom({
        snapshot: snapshotOf(stored),
        lastSeq: latest[0]?.seq ?? 0,
        recentEventIds: latest.flatMap(({ eventId }) => eventId ?? []).reverse(),
      });
    },

    countWaiting: async () => db.enrollment.count({ where: { startedAt: null } }),

    among: async (enrollmentIds) => {
      const stored = await db.enrollment.findMany({
        where: { id: { in: enrollmentIds } },
        select: { id: true },
      });
      return new Set(stored.map(({ id }) => id));
    },

    waitingToStart: async (limit) => {
      const stored = await db.enrollment.findMany({
        where: { startedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return stored.map(snapshotOf);
    },

    markStarted: async (enrollmentIds) => {
      const startedAt = new Date();
      for (let start = 0; start < enrollmentIds.length; start += 500) {
        const ids = enrollmentIds.slice(start, start + 500);
        await db.enrollment.updateMany({ where: { id: { in: ids }, startedAt: null }, data: { startedAt } });
      }
    },
  };
}

async function saveAll(db: Queries, snapshot: EnrollmentSnapshot, lines: Lines): Promise<void> {
  await saveSnapshot(db, snapshot, lines.replaced.length > 0);
  await saveLines(db, snapshot.enrollmentId, lines);
  await queueWebhooks(db, snapshot, [...lines.added, ...lines.replaced]);
}

/**
 * An older version than is there changes nothing, unless the newer one never was: then the lines of the timeline that it
 * left are replaced, and it is as well.
 */
async function saveSnapshot(db: Queries, snapshot: EnrollmentSnapshot, replaces: boolean): Promise<void> {
  const id = snapshot.enrollmentId;
  const columns = { ...projectionColumns(snapshot), projectedVersion: snapshot.version };
  // Nearly always: the next version of one that is there. The same version again is a repeat, or replaces as well.
  const projectedVersion = replaces ? {} : { lte: snapshot.version };
  const notNewer = { id, projectedVersion, startedAt: { not: null } };
  if ((await db.enrollment.updateMany({ where: notNewer, data: columns })).count === 1) return;
  const stored = await db.enrollment.findUnique({
    where: { id },
    select: { projectedVersion: true, startedAt: true },
  });
  // Only a workflow writes projections, so it has been started, whether or not its starter lived to say so.
  const startedAt = stored?.startedAt ?? new Date();
  if (stored === null) {
    const { packId, uscc } = snapshot;
    // Written while its workflow was being ended.
    const undone = await db.firmImportChange.findFirst({
      where: { packId, uscc, enrolled: true, state: 'undone' },
      select: { uscc: true },
    });
    if (undone !== null) throw new Error(`the import that enrolled ${id} was undone`);
    const firm = await db.firm.findUnique({ where: { uscc }, select: { city: true } });
    if (firm === null) throw new Error(`no firm for enrollment ${id}`);
    await db.enrollment.create({ data: { id, packId, uscc, city: firm.city, startedAt, ...columns } });
  } else if (stored.projectedVersion <= snapshot.version) {
    await db.enrollment.update({ where: { id }, data: { ...columns, startedAt } });
  }
}

interface Lines {
  added: TimelineEntry[];
  /** Another event has their place: a worker that died saved it in a task that never ended, and the replay went on otherwise. */
  replaced: TimelineEntry[];
}

async function sortLines(
  db: Queries,
  { enrollmentId }: EnrollmentSnapshot,
  entries: TimelineEntry[],
): Promise<Lines> {
  const stored = await db.timelineEntry.findMany({
    where: { enrollmentId, seq: { in: entries.map(({ seq }) => seq) } },
  });
  const known = new Map(stored.map((line) => [line.seq, line]));
  return {
    added: entries.filter(({ seq }) => !known.has(seq)),
    replaced: entries.filter((entry) => {
      const line = known.get(entry.seq);
      return line !== undefined && isAnother(line, entry);
    }),
  };
}

async function saveLines(db: Queries, enrollmentId: string, { added, replaced }: Lines): Promise<void> {
  const rowOf = (entry: TimelineEntry) => ({
    ...{ ...entry, enrollmentId, eventId: entry.eventId ?? null, event: JSON.stringify(entry.event) },
  });
  if (added.length > 0) await db.timelineEntry.createMany({ data: added.map(rowOf) });
  for (const entry of replaced)
    await db.timelineEntry.update({
      where: { enrollmentId_seq: { enrollmentId, seq: entry.seq } },
      data: rowOf(entry),
    });
}

/** The same event that a task came to twice has another time, and is the same. */
function isAnother(line: { eventId: string | null; event: string }, entry: TimelineEntry): boolean {
  const timeless = (event: object): string => JSON.stringify({ ...event, at: '' });
  return (
    line.eventId !== (entry.eventId ?? null) ||
    timeless(JSON.parse(line.event) as object) !== timeless(entry.event)
  );
}

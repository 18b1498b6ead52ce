import type { EnrollmentStore } from '../../activities/ports/store.ts';
import { carriedFrom, rememberedEventIds } from '../../knowledge/enrollment/carried.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import type { Database, Queries } from '../client.ts';
import { queueWebhooks } from './webhook-outbox.ts';
import { projectionColumns, snapshotOf, waitingRow, waitingSnapshot } from './enrollment-row.ts';

export function createEnrollmentStore(db: Database): EnrollmentStore {
  return {
    saveProjection: async (snapshot, timeline) =>
      db.$transaction(async (tx) => {
        const isLatest = await saveSnapshot(tx, snapshot);
        const news = await saveTimeline(tx, snapshot.enrollmentId, timeline, isLatest);
        await queueWebhooks(tx, snapshot, news);
      }),

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

    countInvited: async (usccs) =>
      db.enrollment.count({ where: { uscc: { in: usccs.slice(0, 500) }, officialStatus: 'invited' } }),

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

/** False for an older version than is there; it changes nothing. */
async function saveSnapshot(db: Queries, snapshot: EnrollmentSnapshot): Promise<boolean> {
  const id = snapshot.enrollmentId;
  const columns = { ...projectionColumns(snapshot), projectedVersion: snapshot.version };
  // Nearly always: the next version of one that is there. The same version again is either a repeat, or what became of it
  // after a worker died that had saved a version which then never was.
  const notNewer = { id, projectedVersion: { lte: snapshot.version }, startedAt: { not: null } };
  if ((await db.enrollment.updateMany({ where: notNewer, data: columns })).count === 1) return true;
  const stored = await db.enrollment.findUnique({
    where: { id },
    select: { projectedVersion: true, startedAt: true },
  });
  // Only a workflow writes projections, so it has been started, whether or not its starter lived to say so.
  const startedAt = stored?.startedAt ?? new Date();
  if (stored === null) {
    const { packId, uscc } = snapshot;
    const firm = await db.firm.findUnique({ where: { uscc }, select: { city: true } });
    if (firm === null) throw new Error(`no firm for enrollment ${id}`);
    await db.enrollment.create({ data: { id, packId, uscc, city: firm.city, startedAt, ...columns } });
  } else if (stored.projectedVersion <= snapshot.version) {
    await db.enrollment.update({ where: { id }, data: { ...columns, startedAt } });
  } else return false;
  return true;
}

/** Returns what is new of it. */
async function saveTimeline(
  db: Queries,
  enrollmentId: string,
  timeline: TimelineEntry[],
  isLatest: boolean,
): Promise<TimelineEntry[]> {
  const entries = [...new Map(timeline.map((entry) => [entry.seq, entry])).values()];
  const stored = await db.timelineEntry.findMany({
    where: { enrollmentId, seq: { in: entries.map(({ seq }) => seq) } },
  });
  const known = new Map(stored.map((entry) => [entry.seq, entry]));
  const rowOf = (entry: TimelineEntry) => ({
    ...{ ...entry, enrollmentId, eventId: entry.eventId ?? null, event: JSON.stringify(entry.event) },
  });
  const added = entries.filter(({ seq }) => !known.has(seq));
  if (added.length > 0) await db.timelineEntry.createMany({ data: added.map(rowOf) });
  const replaced = entries.filter((entry) => {
    const [row, other] = [rowOf(entry), known.get(entry.seq)];
    return isLatest && other && (other.event !== row.event || other.eventId !== row.eventId);
  });
  // Left by a worker that died before its workflow task was over: after the replay, another event took this place.
  for (const entry of replaced) {
    const { seq } = entry;
    await db.timelineEntry.update({
      where: { enrollmentId_seq: { enrollmentId, seq } },
      data: rowOf(entry),
    });
  }
  return [...added, ...replaced];
}

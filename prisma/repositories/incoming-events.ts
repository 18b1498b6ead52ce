import { createHash } from 'node:crypto';
import type {
  AcceptedEvent,
  IncomingEventStore,
  StoredEvent,
} from '../../activities/ports/incoming-events.ts';
import type { EventRefusal, OfficialEvent } from '../../knowledge/official-events/types.ts';
import type { Database, Queries } from '../client.ts';
import type { IncomingEvent } from '../generated/client.ts';
import { standingOf } from './event-standing.ts';

/** A list within SQLite's limit of parameters. */
const chunkSize = 400;
/** An event that changed nothing may come again, with the same ID. */
const mayComeAgain = ['held', 'refused', 'notFound'];
const open = ['waiting', 'held'];

export function createIncomingEventStore(db: Database): IncomingEventStore {
  return {
    accept: (source, events) =>
      db.$transaction(async (tx) => {
        const accepted: AcceptedEvent[] = [];
        for (let start = 0; start < events.length; start += chunkSize) {
          accepted.push(...(await acceptChunk(tx, source, events.slice(start, start + chunkSize))));
        }
        return accepted;
      }),

    waiting: async ({ afterSeq, limit }) => {
      const groups = await db.incomingEvent.groupBy({
        by: ['enrollmentId'],
        where: { outcome: 'waiting' },
        _min: { seq: true },
        having: { seq: { _min: { gt: afterSeq } } },
        orderBy: { _min: { seq: 'asc' } },
        take: limit,
      });
      return groups.map(({ enrollmentId, _min }) => ({ enrollmentId, firstSeq: _min.seq ?? 0 }));
    },

    countWaiting: (source) =>
      db.incomingEvent.count({ where: { outcome: 'waiting', ...(source !== undefined && { source }) } }),

    open: async (enrollmentId) => {
      const where = { enrollmentId, outcome: { in: open } };
      return (await db.incomingEvent.findMany({ where, orderBy: { seq: 'asc' } })).map(eventOf);
    },

    standing: (enrollmentIds, now) => standingOf(db, enrollmentIds, now),

    decide: ({ seq, source, enrollmentId, status }, { outcome, refusal }) =>
      db.$transaction(async (tx) => {
        const { count } = await tx.incomingEvent.updateMany({
          where: { seq, outcome: { in: open } },
          data: {
            outcome,
            refusal: refusal === null ? null : JSON.stringify(refusal),
            decidedAt: new Date(),
            // A held event needs its reason still; another that may come again brings it along.
            ...(outcome === 'held' ? {} : { reason: null }),
          },
        });
        if (count === 0) return;
        const action = 'officialEvent';
        await tx.auditEntry.create({
          data: { actor: source, action, target: enrollmentId, outcome, detail: status },
        });
      }),

    find: async (source, ids) => {
      const found: StoredEvent[] = [];
      for (let start = 0; start < ids.length; start += chunkSize) {
        const where = { source, eventId: { in: ids.slice(start, start + chunkSize) } };
        found.push(...(await db.incomingEvent.findMany({ where })).map(eventOf));
      }
      return found;
    },

    latest: async (limit) =>
      (await db.incomingEvent.findMany({ orderBy: { seq: 'desc' }, take: limit })).map(eventOf),
  };
}

async function acceptChunk(db: Queries, source: string, events: OfficialEvent[]): Promise<AcceptedEvent[]> {
  const stored = await db.incomingEvent.findMany({
    where: { source, eventId: { in: events.map(({ id }) => id) } },
  });
  const known = new Map(stored.map(({ eventId, digest, outcome }) => [eventId, { digest, outcome }]));
  const added: OfficialEvent[] = [];
  const accepted: AcceptedEvent[] = [];
  for (const event of events) {
    const digest = digestOf(event);
    const before = known.get(event.id);
    if (before === undefined) added.push(event);
    else if (before.digest !== digest) {
      await conflict(db, source, event);
      accepted.push({ id: event.id, outcome: 'conflict' });
      continue;
    } else if (mayComeAgain.includes(before.outcome)) await putUpAgain(db, source, event);
    else {
      accepted.push({ id: event.id, outcome: before.outcome as StoredEvent['outcome'] });
      continue;
    }
    known.set(event.id, { digest, outcome: 'waiting' });
    accepted.push({ id: event.id, outcome: 'waiting' });
  }
  if (added.length > 0) {
    await db.incomingEvent.createMany({
      data: added.map((event) => ({ source, digest: digestOf(event), ...columnsOf(event) })),
    });
  }
  return accepted;
}

async function putUpAgain(db: Queries, source: string, { id, reason }: OfficialEvent): Promise<void> {
  await db.incomingEvent.update({
    where: { source_eventId: { source, eventId: id } },
    data: { outcome: 'waiting', refusal: null, reason, decidedAt: null },
  });
}

/** Somebody made a mistake, or worse: whoever looks later must find it. */
async function conflict(db: Queries, source: string, event: OfficialEvent): Promise<void> {
  const { enrollmentId, id, status } = event;
  const detail = `${id} ${status}`;
  await db.auditEntry.create({
    data: { actor: source, action: 'officialEvent', target: enrollmentId, outcome: 'conflict', detail },
  });
}

const columnsOf = ({ id, enrollmentId, status, reason, occurred }: OfficialEvent) => ({
  eventId: id,
  ...{ enrollmentId, status, reason },
  occurredFrom: occurred.from,
  occurredTo: occurred.to,
});

/** An event without a date is dated by its arrival alone, which says nothing of it. */
const digestOf = ({ enrollmentId, status, reason, occurred: { from, to } }: OfficialEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([enrollmentId, status, reason, from, from === null ? null : to]))
    .digest('hex');

const eventOf = (stored: IncomingEvent): StoredEvent => ({
  seq: stored.seq,
  source: stored.source,
  id: stored.eventId,
  enrollmentId: stored.enrollmentId,
  status: stored.status as StoredEvent['status'],
  reason: stored.reason,
  occurred: { from: stored.occurredFrom, to: stored.occurredTo },
  outcome: stored.outcome as StoredEvent['outcome'],
  refusal: stored.refusal === null ? null : (JSON.parse(stored.refusal) as EventRefusal),
  receivedAt: stored.receivedAt.toISOString(),
});

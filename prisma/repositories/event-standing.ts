import type { TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { laterKnown, officeSpokeAt } from '../../knowledge/official-events/order.ts';
import type { Standing } from '../../knowledge/official-events/types.ts';
import type { Database } from '../client.ts';
import { snapshotOf } from './enrollment-row.ts';

/** A list within SQLite's limit of parameters. */
const chunkSize = 400;

/** What events about these enrollments are judged against. */
export async function standingOf(
  db: Database,
  enrollmentIds: string[],
  now: string,
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  for (let start = 0; start < enrollmentIds.length; start += chunkSize) {
    const ids = enrollmentIds.slice(start, start + chunkSize);
    const stored = await db.enrollment.findMany({
      where: { id: { in: ids } },
      select: { id: true, snapshot: true, city: true, firm: { select: { name: true, formerNames: true } } },
    });
    const told = await lastTold(db, ids);
    const lines = await officialLines(db, ids);
    for (const { id, firm, ...columns } of stored) {
      const spokenAt = officeSpokeAt(lines.get(id) ?? [], now);
      found.set(id, {
        enrollment: snapshotOf(columns),
        firmName: firm.name,
        formerNames: firm.formerNames.map(({ name }) => name),
        knownSince: laterKnown(told.get(id) ?? null, spokenAt),
      });
    }
  }
  return found;
}

/** When the latest thing happened that an event told. */
async function lastTold(db: Database, ids: string[]): Promise<Map<string, string | null>> {
  const told = await db.incomingEvent.groupBy({
    by: ['enrollmentId'],
    where: { enrollmentId: { in: ids }, outcome: { in: ['applied', 'unchanged'] } },
    _max: { occurredFrom: true },
  });
  return new Map(told.map(({ enrollmentId, _max }) => [enrollmentId, _max.occurredFrom]));
}

type Line = Pick<TimelineEntry, 'at' | 'source' | 'event'>;

/** The lines of the timelines that are about the official status, oldest first. */
async function officialLines(db: Database, ids: string[]): Promise<Map<string, Line[]>> {
  const stored = await db.timelineEntry.findMany({
    where: { enrollmentId: { in: ids }, event: { contains: '"type":"official' } },
    orderBy: { seq: 'asc' },
    select: { enrollmentId: true, at: true, source: true, event: true },
  });
  const lines = new Map<string, Line[]>();
  for (const { enrollmentId, at, source, event } of stored) {
    const line = {
      at,
      source: source as Line['source'],
      event: JSON.parse(event) as Line['event'],
    };
    lines.set(enrollmentId, [...(lines.get(enrollmentId) ?? []), line]);
  }
  return lines;
}

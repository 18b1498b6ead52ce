import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../activities/ports/store.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../knowledge/enrollment/state.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let stores: Stores;
const firm = fictionalFirm(1);
const enrollmentId = `${packId}/${firm.uscc}`;

beforeEach(async () => {
  temp = await openTempStores();
  stores = temp.stores;
  await stores.firms.upsertFirms(packId, [firm], wanted);
});
afterEach(async () => temp.dispose());

async function stored(): Promise<EnrollmentSnapshot> {
  const snapshot = await stores.enrollments.find(enrollmentId);
  if (snapshot === null) throw new Error('not stored');
  return snapshot;
}

const entry = (seq: number): TimelineEntry => ({
  seq,
  at: '2022-03-02T01:00:00Z',
  source: 'firm',
  actor: 'link-1',
  event: { type: 'stepReported', step: 'opened', at: '2022-03-02T01:00:00Z' },
});

describe('saveProjection', () => {
  it('brings a snapshot back exactly', async () => {
    const snapshot: EnrollmentSnapshot = {
      ...(await stored()),
      officialStatus: 'returned',
      officialReason: '印章不清楚',
      officialSince: '2022-04-01T00:00:00Z',
      reportedStep: 'submitted',
      reportedAt: '2022-03-31T16:00:00.5Z',
      snoozedUntil: '2022-04-02T00:00:00.000Z',
      nextReminderAt: '2022-04-05T01:30:00.000Z',
      now: '2022-04-01T00:00:00.001Z',
      trial: true,
      remindersDue: 3,
      lastReminderAt: '2022-03-20T01:30:00.000Z',
      version: 7,
    };
    await stores.enrollments.saveProjection(snapshot, []);
    expect(await stored()).toEqual(snapshot);
  });

  it('takes the first projection of a workflow, whatever its version', async () => {
    const first = { ...(await stored()), nextReminderAt: '2022-03-04T01:30:00.000Z' };
    await stores.enrollments.saveProjection(first, []);
    expect(await stored()).toEqual(first);
  });

  it('changes nothing with an older version', async () => {
    const second = { ...(await stored()), version: 2, remindersDue: 2 };
    await stores.enrollments.saveProjection(second, [entry(2)]);
    const first = { ...second, version: 1, remindersDue: 1 };
    // The same line from another try of its task has another time.
    const again = { ...entry(2), event: { ...entry(2).event, at: '2022-03-09T01:00:00Z' } } as TimelineEntry;
    await stores.enrollments.saveProjection(first, [entry(1), again]);
    expect(await stored()).toEqual(second);
    expect(await stores.enrollments.timeline(enrollmentId)).toEqual([entry(1), entry(2)]);
  });

  it('takes what became of a version whose worker died before its task was over', async () => {
    const base = await stored();
    const fellDue: TimelineEntry = { ...entry(2), event: { type: 'reminderFellDue', at: entry(2).at } };
    const step: TimelineEntry = { ...entry(2), eventId: 'step-1' };
    await stores.enrollments.saveProjection({ ...base, version: 2, remindersDue: 1 }, [entry(1), fellDue]);
    await stores.enrollments.saveProjection({ ...base, version: 3, remindersDue: 1 }, []);
    // After the replay, the firm's word came first.
    const reported: EnrollmentSnapshot = { ...base, version: 2, reportedStep: 'opened' };
    await stores.enrollments.saveProjection(reported, [step]);
    expect(await stored()).toEqual(reported);
    await stores.enrollments.saveProjection({ ...reported, version: 3, remindersDue: 1 }, [
      { ...fellDue, seq: 3 },
    ]);
    expect(await stores.enrollments.timeline(enrollmentId)).toEqual([entry(1), step, { ...fellDue, seq: 3 }]);
    expect((await stores.enrollments.carriedOf(enrollmentId))?.recentEventIds).toContain('step-1');
  });

  it('keeps each timeline entry once, in order', async () => {
    const snapshot = { ...(await stored()), version: 1 };
    await stores.enrollments.saveProjection(snapshot, [entry(2), entry(1)]);
    await stores.enrollments.saveProjection(snapshot, [entry(2), entry(3), entry(3)]);
    expect(await stores.enrollments.timeline(enrollmentId)).toEqual([entry(1), entry(2), entry(3)]);
  });

  it('creates an enrollment that is not there yet, of a firm that is', async () => {
    const snapshot = { ...(await stored()), packId: 'later', enrollmentId: `later/${firm.uscc}`, version: 1 };
    await stores.enrollments.saveProjection(snapshot, [entry(1)]);
    expect(await stores.enrollments.find(snapshot.enrollmentId)).toEqual(snapshot);
    const stray = { ...snapshot, uscc: 'nobody', enrollmentId: 'later/nobody' };
    await expect(stores.enrollments.saveProjection(stray, [])).rejects.toThrow('no firm');
  });

  it('ends with the newest when two processes write at once', async () => {
    const other = await openStores(temp.url, 'fast');
    const base = await stored();
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? stores : other).enrollments.saveProjection(
          { ...base, version: n + 1, remindersDue: n + 1 },
          [entry(n + 1), entry(n + 2)],
        ),
      ),
    );
    await other.close();
    expect(await stored()).toMatchObject({ version: 40, remindersDue: 40 });
    expect((await stores.enrollments.timeline(enrollmentId)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 41 }, (_, n) => n + 1),
    );
  });
});

describe('waitingToStart', () => {
  it('holds an enrollment until it is marked', async () => {
    await stores.firms.upsertFirms(packId, [fictionalFirm(2)], wanted);
    const ids = async () =>
      (await stores.enrollments.waitingToStart(10)).map((waiting) => waiting.enrollmentId);
    const before = await ids();
    expect(before).toHaveLength(2);
    expect(before[0]).toBe(enrollmentId);
    expect(await stores.enrollments.waitingToStart(1)).toHaveLength(1);
    await stores.enrollments.markStarted([enrollmentId, 'no/such']);
    expect(await ids()).toEqual(before.slice(1));
  });

  it('no longer holds one whose workflow has spoken', async () => {
    await stores.enrollments.saveProjection({ ...(await stored()), version: 1 }, []);
    expect(await stores.enrollments.waitingToStart(10)).toEqual([]);
  });
});

it('knows no enrollment of another firm', async () => {
  expect(await stores.enrollments.find('a/b')).toBeNull();
  expect(await stores.enrollments.timeline('a/b')).toEqual([]);
});

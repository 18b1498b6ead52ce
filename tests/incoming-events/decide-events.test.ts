import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventApplier } from '../../activities/incoming-events/event-applier.ts';
import type { EventApplier } from '../../activities/incoming-events/event-applier.ts';
import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import type { OfficialEvent } from '../../knowledge/official-events/types.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import type { FakeCommands } from '../support/fake-commands.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const source = 'api/crm';
const enrollmentId = `${packId}/${fictionalFirm(1).uscc}`;
let now = '2026-03-10T00:00:00.000Z';
let temp: TempStores;
let commands: FakeCommands;
let applier: EventApplier;

beforeEach(async () => {
  now = '2026-03-10T00:00:00.000Z';
  temp = await openTempStores();
  const { stores } = temp;
  await stores.firms.upsertFirms(packId, [fictionalFirm(1), fictionalFirm(2)], wanted);
  commands = createFakeCommands(stores, () => now);
  await commands.begin(enrollmentId);
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  applier = createEventApplier({ stores, commands, clock: { now: () => new Date(now) }, log });
});
afterEach(() => temp.dispose());

const day = (n: number): string => `2026-03-0${n}T00:00:00.000Z`;
const event = (
  id: string,
  status: OfficialStatus,
  n: number,
  reason: string | null = null,
): OfficialEvent => ({
  ...{ id, enrollmentId, status, reason },
  occurred: { from: day(n), to: day(n) },
});
const accept = (...events: OfficialEvent[]) => temp.stores.incomingEvents.accept(source, events);
async function send(...events: OfficialEvent[]): Promise<string[]> {
  await accept(...events);
  await applier.apply([enrollmentId]);
  return outcomes(...events.map(({ id }) => id));
}
async function outcomes(...ids: string[]): Promise<string[]> {
  const found = await temp.stores.incomingEvents.find(source, ids);
  return ids.map((id) => found.find((e) => e.id === id)?.outcome ?? 'missing');
}
const status = async (): Promise<string | undefined> =>
  (await temp.stores.enrollments.find(enrollmentId))?.officialStatus;

describe('events of one enrollment', () => {
  it('are applied in the order in which things happened', async () => {
    expect(await send(event('b', 'inForce', 2), event('a', 'approved', 1))).toEqual(['applied', 'applied']);
    expect(commands.calls.map(({ eventId, actor }) => [eventId, actor])).toEqual([
      ['api/crm/a', source],
      ['api/crm/b', source],
    ]);
    expect(await status()).toBe('inForce');
  });

  it('are held where an earlier one is missing, and follow it', async () => {
    expect(await send(event('b', 'inForce', 2))).toEqual(['held']);
    expect(await status()).toBe('invited');
    expect(await send(event('a', 'approved', 1))).toEqual(['applied']);
    expect(await outcomes('b')).toEqual(['applied']);
    expect(await status()).toBe('inForce');
  });

  it('are stale when something later is known, and stay so', async () => {
    await send(event('b', 'approved', 2));
    const late = event('a', 'returned', 1, '资料不全');
    expect(await send(late)).toEqual(['stale']);
    expect(await accept(late)).toEqual([{ id: 'a', outcome: 'stale' }]);
    expect(await status()).toBe('approved');
  });

  it('are stale when the office entered a status after they happened', async () => {
    now = day(5);
    const by = { enrollmentId, eventId: 'x', source: 'staff', actor: 'staff-1' } as const;
    await commands.applyOfficialEvent({ ...by, status: 'approved', reason: null });
    now = day(6);
    expect(await send(event('a', 'returned', 4, '资料不全'))).toEqual(['stale']);
    expect(await send(event('b', 'inForce', 6))).toEqual(['applied']);
  });

  it('count although they arrive after the deadline that they kept', async () => {
    now = day(5);
    const by = { enrollmentId, eventId: 'lapsed/1', source: 'system', actor: 'deadline' } as const;
    await commands.applyOfficialEvent({ ...by, status: 'lapsed', reason: null });
    now = day(6);
    expect(await send(event('a', 'submitted', 4))).toEqual(['applied']);
    expect(await status()).toBe('submitted');
  });

  it('change nothing where the status is so already, but date it', async () => {
    await commands.applyOfficialEvent({
      ...{ enrollmentId, eventId: 'x', source: 'api', actor: 'other' },
      ...{ status: 'approved', reason: null },
    });
    expect(await send(event('a', 'approved', 3))).toEqual(['unchanged']);
    expect(await send(event('b', 'returned', 2, '资料不全'))).toEqual(['stale']);
  });

  it('may come again after a refusal', async () => {
    expect(await send(event('a', 'returned', 1))).toEqual(['refused']);
    await send(event('b', 'submitted', 2));
    expect(await accept(event('a', 'returned', 1))).toEqual([{ id: 'a', outcome: 'waiting' }]);
    await applier.applyWaiting();
    expect(await outcomes('a')).toEqual(['stale']);
  });

  it('are applied once, also when a crash came between the change and its record', async () => {
    await accept(event('a', 'approved', 1));
    await commands.applyOfficialEvent({
      ...{ enrollmentId, eventId: 'api/crm/a', source: 'api', actor: source },
      ...{ status: 'approved', reason: null },
    });
    await applier.applyWaiting();
    expect(await outcomes('a')).toEqual(['applied']);
    expect(await accept(event('a', 'approved', 1))).toEqual([{ id: 'a', outcome: 'applied' }]);
  });

  it('end alike in whatever order they arrive', async () => {
    const told: [OfficialStatus, string | null][] = [
      ['returned', '印章不清楚'],
      ['approved', null],
      ['inForce', null],
    ];
    const events = (n: number) =>
      told.map(([to, reason], i) => ({
        ...event(`${n}-${i}`, to, i + 1, reason),
        enrollmentId: `${packId}/${fictionalFirm(n).uscc}`,
      }));
    let n = 10;
    for (const order of permutations([0, 1, 2])) {
      n += 1;
      await temp.stores.firms.upsertFirms(packId, [fictionalFirm(n)], wanted);
      const id = `${packId}/${fictionalFirm(n).uscc}`;
      await commands.begin(id);
      for (const at of order) {
        await accept(...events(n).slice(at, at + 1));
        await applier.apply([id]);
      }
      expect([order, (await temp.stores.enrollments.find(id))?.officialStatus]).toEqual([order, 'inForce']);
    }
  });
});

describe('an event that cannot be decided', () => {
  it('is not found where no such enrollment is followed, and may come again once it is', async () => {
    const stray = { ...event('a', 'approved', 1), enrollmentId: `${packId}/${fictionalFirm(9).uscc}` };
    await accept(stray);
    await applier.applyWaiting();
    expect(await outcomes('a')).toEqual(['notFound']);
    await temp.stores.firms.upsertFirms(packId, [fictionalFirm(9)], wanted);
    await commands.begin(stray.enrollmentId);
    await accept(stray);
    await applier.applyWaiting();
    expect(await outcomes('a')).toEqual(['applied']);
  });

  it.each(['unreachable', 'noAnswer', 'notFound'] as const)(
    'waits while the engine says %s',
    async (code) => {
      commands.unavailable = code;
      expect(await send(event('a', 'approved', 1), event('b', 'inForce', 2))).toEqual(['waiting', 'waiting']);
      expect(await temp.stores.incomingEvents.countWaiting(source)).toBe(2);
      commands.unavailable = null;
      now = '2026-03-10T00:01:00.000Z';
      await applier.applyWaiting();
      expect(await outcomes('a', 'b')).toEqual(['applied', 'applied']);
    },
  );

  it('is refused when the enrollment is over and its workflow has ended', async () => {
    await send(event('a', 'terminated', 1, '企业注销'));
    commands.unavailable = 'notFound';
    expect(await send(event('b', 'approved', 2), event('c', 'terminated', 3, '企业注销'))).toEqual([
      'refused',
      'unchanged',
    ]);
  });

  it('leaves an enrollment that does not answer alone for a while', async () => {
    commands.unavailable = 'noAnswer';
    await send(event('a', 'approved', 1));
    commands.unavailable = null;
    await applier.applyWaiting();
    expect(await outcomes('a')).toEqual(['waiting']);
    now = '2026-03-10T00:00:03.000Z';
    await applier.applyWaiting();
    expect(await outcomes('a')).toEqual(['applied']);
  });
});

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, at) => at !== i)).map((rest) => [item, ...rest]),
  );
}

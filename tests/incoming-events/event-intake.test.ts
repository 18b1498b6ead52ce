import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEventApplier } from '../../activities/incoming-events/event-applier.ts';
import { createEventIntake } from '../../activities/incoming-events/event-intake.ts';
import type { EventIntake } from '../../activities/ports/incoming-events.ts';
import type { OfficialEvent } from '../../knowledge/official-events/types.ts';
import { createFakeCommands } from '../support/fake-commands.ts';
import type { FakeCommands } from '../support/fake-commands.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const now = '2026-03-10T00:00:00.000Z';
let temp: TempStores;
let commands: FakeCommands;
let intake: EventIntake;

beforeEach(async () => {
  temp = await openTempStores();
  const { stores } = temp;
  await stores.firms.upsertFirms(packId, [fictionalFirm(1)], wanted);
  commands = createFakeCommands(stores, () => now);
  await commands.begin(event('a').enrollmentId);
  const clock = { now: () => new Date(now) };
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const applier = createEventApplier({ stores, commands, clock, log });
  intake = createEventIntake({ stores, applier, clock });
});
afterEach(() => temp.dispose());

const event = (id: string, changes: Partial<OfficialEvent> = {}): OfficialEvent => ({
  ...{ id, enrollmentId: `${packId}/${fictionalFirm(1).uscc}`, status: 'approved', reason: null },
  occurred: { from: '2026-03-09T00:00:00.000Z', to: '2026-03-09T00:00:00.000Z' },
  ...changes,
});
const take = async (...events: OfficialEvent[]): Promise<string[]> =>
  (await intake.take('api/crm', events)).results.map(({ id, outcome }) => `${id} ${outcome}`);

it('applies an event once, however often it is sent', async () => {
  expect(await take(event('a'), event('a'))).toEqual(['a applied', 'a applied']);
  expect(await take(event('a'))).toEqual(['a alreadyApplied']);
  expect(commands.calls).toHaveLength(1);
});

it('knows an event by its source too', async () => {
  await take(event('a'));
  const other = await intake.take('api/bank', [event('a', { status: 'inForce' })]);
  expect(other.results).toEqual([{ id: 'a', outcome: 'applied', refusal: null }]);
});

it('refuses an ID that was used for something else, and notes it', async () => {
  expect(await take(event('a'), event('a', { status: 'terminated', reason: '注销' }))).toEqual([
    'a applied',
    'a conflict',
  ]);
  expect(await take(event('a', { reason: 'x' }))).toEqual(['a conflict']);
  expect((await temp.stores.enrollments.find(event('a').enrollmentId))?.officialStatus).toBe('approved');
});

it('refuses what has not happened yet, and keeps nothing of it', async () => {
  const tomorrow = '2026-03-11T00:00:00.000Z';
  const early = event('a', { occurred: { from: tomorrow, to: tomorrow } });
  const [result] = (await intake.take('api/crm', [early])).results;
  expect(result?.refusal).toEqual({ code: 'occurredInFuture', occurredAt: tomorrow, now });
  expect(await take(event('a'))).toEqual(['a applied']);
});

it('answers for each event of a batch by itself', async () => {
  const stray = `${packId}/${fictionalFirm(9).uscc}`;
  const older = { from: '2026-03-08T00:00:00.000Z', to: '2026-03-08T00:00:00.000Z' };
  await take(event('first'));
  expect(
    await take(
      event('b', { enrollmentId: stray }),
      event('c', { status: 'returned', reason: '资料不全', occurred: older }),
      event('d', { status: 'expired' }),
    ),
  ).toEqual(['b notFound', 'c stale', 'd held']);
  expect(await take(event('c', { status: 'returned', reason: '资料不全', occurred: older }))).toEqual([
    'c stale',
  ]);
});

it('keeps what it cannot decide, and says whether the engine is out of reach', async () => {
  commands.unavailable = 'unreachable';
  const first = await intake.take('api/crm', [event('a')]);
  expect(first).toEqual({
    engine: 'unreachable',
    results: [{ id: 'a', outcome: 'accepted', refusal: null }],
  });
  commands.unavailable = 'noAnswer';
  expect(await intake.take('api/crm', [event('a')])).toEqual({ ...first, engine: 'answered' });
  commands.unavailable = null;
  expect(await take(event('a'))).toEqual(['a applied']);
});

it('does not keep a sender waiting for long', async () => {
  const { stores } = temp;
  const applier = { apply: () => new Promise<'done'>(() => undefined) };
  const slow = createEventIntake({ stores, applier, clock: { now: () => new Date(now) }, waitMs: 1 });
  expect((await slow.take('api/crm', [event('a')])).results[0]?.outcome).toBe('accepted');
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import type { EnrollmentInput } from '../../workflows/contract.ts';
import { EnrollmentBook } from '../../workflows/enrollment-book.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

const firm = fictionalFirm(1);
const enrollmentId = `${packId}/${firm.uscc}`;
const { invitedAt, cadence } = wanted;
const input: EnrollmentInput = {
  ...{ enrollmentId, packId, uscc: firm.uscc, city: firm.city, trial: true, invitedAt, cadence },
};
const now = '2022-03-02T03:00:00.000Z';
const by = (eventId: string) => ({ eventId, source: 'staff', actor: 'test' }) as const;

let temp: TempStores;
beforeEach(async () => {
  temp = await openTempStores();
  await temp.stores.firms.upsertFirms(packId, [firm], { ...wanted, trial: true });
});
afterEach(() => temp.dispose());

/** What the workflow's activity does with it. */
async function save(book: EnrollmentBook): Promise<EnrollmentSnapshot> {
  const snapshot = book.snapshot(now);
  await temp.stores.enrollments.saveProjection(snapshot, book.takeUnsaved());
  return snapshot;
}

/** The same enrollment, out of what the database has. */
async function again(): Promise<EnrollmentBook> {
  const carried = await temp.stores.enrollments.carriedOf(enrollmentId);
  if (carried === null) throw new Error('nothing to go on from');
  return new EnrollmentBook({ ...input, carried });
}

it('has nothing to go on from before its workflow has spoken', async () => {
  expect(await temp.stores.enrollments.carriedOf(enrollmentId)).toBeNull();
  expect(await temp.stores.enrollments.carriedOf('a/b')).toBeNull();
});

it('goes on from the projection as from itself', async () => {
  const book = new EnrollmentBook(input);
  book.change(by('e1'), { type: 'stepReported', step: 'opened', at: now });
  book.change(by('e2'), { type: 'snoozed', until: '2022-03-09T01:30:00.000Z', at: now });
  book.reminderEnded(now, 'reminder/1', 'sent');
  book.manualReminderEnded(now, by('request-1'), 'manual/m1', true, 'sent');
  book.manualReminderEnded(now, by('request-2'), 'manual/m2', false, 'failed');
  await save(book);
  const successor = await again();
  expect(successor.carried()).toEqual(book.carried());
  expect(successor.snapshot(now)).toEqual(book.snapshot(now));
  expect(successor.hasUnsaved).toBe(false);
});

it('knows a late repeat of an event that was applied before', async () => {
  const book = new EnrollmentBook(input);
  const report = { type: 'stepReported', step: 'opened', at: now } as const;
  book.change(by('e1'), report);
  await save(book);
  const successor = await again();
  expect(successor.change(by('e1'), report)).toEqual({ outcome: 'alreadyApplied' });
  expect(successor.change(by('e2'), { ...report, step: 'sealed' })).toEqual({ outcome: 'applied' });
  expect(successor.takeUnsaved().map(({ seq }) => seq)).toEqual([3]);
});

it('keeps the clock of a trial where it was moved to', async () => {
  const book = new EnrollmentBook(input);
  book.advanceClock(by('e1'), now);
  expect(book.clockOffsetMs).toBeGreaterThan(0);
  await save(book);
  expect((await again()).clockOffsetMs).toBe(book.clockOffsetMs);
});

it('still tells what was not told to its end, and nothing twice', async () => {
  const book = new EnrollmentBook(input);
  book.change(by('e1'), { type: 'officialChanged', status: 'submitted', reason: null, at: now });
  book.change(by('e2'), { type: 'officialChanged', status: 'approved', reason: null, at: now });
  const first = book.nextNotice();
  await save(book);
  expect((await again()).nextNotice()).toEqual(first);

  book.noticeEnded(now, first?.key ?? '', 'statusNotice', 'sent');
  await save(book);
  const second = (await again()).nextNotice();
  expect(second).toMatchObject({ kind: 'statusNotice', data: { status: 'approved' } });

  book.noticeEnded(now, second?.key ?? '', 'statusNotice', 'sent');
  const last = await save(book);
  expect(last).not.toHaveProperty('pendingNotices');
  expect((await again()).hasNotices).toBe(false);
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { openAppOffice } from '../support/app-office.ts';
import type { AppOffice } from '../support/app-office.ts';
import { until as untilWithin } from '../support/until.ts';

/** Other tests may share the machine. */
const until: typeof untilWithin = (condition) => untilWithin(condition, 150_000);
const firms = 20;
let office: AppOffice;
let backups: string;

beforeAll(async () => {
  backups = mkdtempSync(join(tmpdir(), 'tongbao-backups-'));
  office = await openAppOffice();
  await office.start();
});
afterAll(async () => {
  await office.dispose();
  rmSync(backups, { recursive: true, force: true });
});

const projections = (ids: string[]): Promise<EnrollmentSnapshot[]> =>
  office.using(({ stores }) =>
    Promise.all(
      ids.map(async (id) => {
        const found = await stores.enrollments.find(id);
        if (found === null) throw new Error(`no ${id}`);
        return found;
      }),
    ),
  );
const due = async (ids: string[]): Promise<number[]> =>
  (await projections(ids)).map(({ remindersDue }) => remindersDue);
/** What came of each firm's messages. */
const outcomes = (ids: string[]): Promise<string[][]> =>
  office.using(({ stores }) =>
    Promise.all(
      ids.map(async (id) =>
        (await stores.notifications.listForEnrollment(id)).map(
          ({ state, error }) => `${state} ${error ?? ''}`,
        ),
      ),
    ),
  );
const each = (count: number): number[] => Array.from({ length: firms }, () => count);

describe('a backup of the running program', () => {
  it('brings it back on an empty disk: the same state, and nobody is written to twice', async () => {
    const ids = await office.enroll(firms);
    await office.advance(ids, 'a1');
    await until(async () => (await due(ids)).every((n) => n === 1));
    expect(office.reminders(ids)).toEqual(each(1));
    await office.using(({ commands }) =>
      commands.reportStep({
        ...{ enrollmentId: ids[0] ?? '', eventId: 'r1', source: 'firm', actor: 'test', step: 'opened' },
      }),
    );

    // The second reminders go out, to some before the backup, to some during and to some after it.
    const advancing = office.advance(ids, 'a2');
    await until(() => office.reminders(ids).some((n) => n === 2));
    const made = await office.home.run(['backup', backups, '--keep', '1']);
    expect(made).toMatchObject({ code: 0, err: '' });
    await advancing;
    await until(async () => (await due(ids)).every((n) => n === 2));
    expect({ sent: office.reminders(ids), how: await outcomes(ids) }).toMatchObject({ sent: each(2) });

    await office.kill();
    rmSync(office.dataDir, { recursive: true });
    const [name = ''] = readdirSync(backups);
    const restored = await office.home.run(['restore', join(backups, name), '--yes']);
    expect(restored).toMatchObject({ code: 0, err: '' });
    await office.start();

    // What was due when the backup was taken counts as sent, whoever was in the middle of it.
    const back = await projections(ids);
    expect(back[0]).toMatchObject({ reportedStep: 'opened' });
    expect(new Set(back.map(({ remindersDue }) => remindersDue))).not.toContain(0);
    await until(async () => {
      const waiting = await office.using(({ stores }) => stores.enrollments.countWaiting());
      return waiting === 0;
    });
    const counts = await due(ids);
    await office.advance(ids, 'a3');
    await until(async () => {
      const now = await due(ids);
      return now.every((n, i) => n === (counts[i] ?? 0) + 1);
    });
    // Nobody more often than once for each time that was due; and the late repeat of an event is still known.
    expect(office.reminders(ids)).toEqual(each(3));
    const repeat = await office.using(({ commands }) =>
      commands.reportStep({
        ...{ enrollmentId: ids[0] ?? '', eventId: 'r1', source: 'firm', actor: 'test', step: 'opened' },
      }),
    );
    expect(repeat.outcome).toBe('alreadyApplied');
  }, 600_000);
});

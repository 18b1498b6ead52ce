import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stores } from '../../activities/ports/store.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { packId } from '../support/fictional-firms.ts';
import { openAppOffice } from '../support/app-office.ts';
import type { AppOffice } from '../support/app-office.ts';
import { until as untilWithin } from '../support/until.ts';

/** Other tests may share the machine. */
const until: typeof untilWithin = (condition) => untilWithin(condition, 150_000);
const firms = 8;
let office: AppOffice;

beforeAll(async () => {
  office = await openAppOffice();
  await office.start();
});
afterAll(() => office.dispose());

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
/** Campaigns as the database has them while one waits for its time and staff hold the other. */
async function planned(campaigns: Stores['campaigns']): Promise<void> {
  const startAt = new Date(Date.now() + 86_400_000).toISOString();
  const states = { later: 'scheduled', held: 'paused' } as const;
  for (const [id, state] of Object.entries(states)) {
    await campaigns.create({ ...reminderPlan({ startAt }), id, packId, requestedBy: 'cli' });
    await campaigns.setState(id, state);
  }
}
const all = (count: number): number[] => Array.from({ length: firms }, () => count);

describe('a lost Temporal store', () => {
  it('is recovered from the database: each firm goes on where it was, and nobody is written to twice', async () => {
    const ids = await office.enroll(firms);
    await office.advance(ids, 'a1');
    await until(async () => (await projections(ids)).every((p) => p.remindersDue === 1));
    const by = { enrollmentId: ids[0] ?? '', eventId: 'r1', source: 'firm', actor: 'test' } as const;
    const report = { ...by, step: 'opened' } as const;
    await office.using(({ commands }) => commands.reportStep(report));
    const before = await projections(ids);
    await office.using(({ stores: { campaigns } }) => planned(campaigns));

    await office.kill();
    for (const name of readdirSync(office.dataDir))
      if (name.startsWith('temporal.db')) rmSync(join(office.dataDir, name));
    await office.start();
    const checked = await office.home.run(['recover']);
    expect(checked.out).toContain('什么也没改');
    expect(await projections(ids)).toEqual(before);

    expect(await office.home.run(['recover', '--yes'])).toMatchObject({ code: 0, err: '' });
    // Nothing is left to recover, and nothing differs.
    const compared = await office.home.run(['reconcile']);
    expect(compared).toMatchObject({ code: 0, out: expect.stringContaining('处处一致') as string });
    // At the time that was planned, and nothing before it.
    expect((await projections(ids)).map((p) => p.nextReminderAt)).toEqual(
      before.map((p) => p.nextReminderAt),
    );
    expect(office.reminders(ids)).toEqual(all(1));
    const late = await office.using(({ commands }) => commands.reportStep(report));
    expect(late.outcome).toBe('alreadyApplied');
    await office.advance(ids, 'a2');
    await until(async () => (await projections(ids)).every((p) => p.remindersDue === 2));
    expect(office.reminders(ids)).toEqual(all(2));

    // The campaigns are there again, as they stood, and have written to nobody.
    const steer = (campaignId: string, action: 'pause' | 'resume') =>
      office.using(({ commands }) =>
        commands.steerCampaign({ campaignId, action, eventId: `${action}/${campaignId}`, actor: 'test' }),
      );
    expect(await steer('later', 'resume')).toEqual({ outcome: 'refused', state: 'scheduled' });
    expect(await steer('held', 'pause')).toEqual({ outcome: 'refused', state: 'paused' });
  }, 600_000);
});

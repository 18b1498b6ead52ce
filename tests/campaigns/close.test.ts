import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeCampaign } from '../../activities/campaigns/course.ts';
import { remindCampaignTargets } from '../../activities/campaigns/remind-targets.ts';
import { EnrollmentUnavailable } from '../../activities/ports/services.ts';
import type { NotificationState } from '../../activities/ports/store.ts';
import { campaignEventKey } from '../../knowledge/campaigns/keys.ts';
import { reminderPlan } from '../support/campaign-plan.ts';
import { openOffice } from '../support/enrollment-office.ts';
import type { Office } from '../support/enrollment-office.ts';
import { packId } from '../support/fictional-firms.ts';

let office: Office;
let ids: string[];
const campaignId = 'c-1';
const running = {
  beat: () => undefined,
  stopped: new Promise<never>(() => undefined),
  isStopped: () => false,
};

beforeEach(async () => {
  office = await openOffice();
  ids = await Promise.all([1, 2, 3, 4, 5].map((n) => office.enroll(n, {})));
  const { campaigns } = office.temp.stores;
  await campaigns.create({ ...reminderPlan(), id: campaignId, packId, requestedBy: 'staff-1' });
  await campaigns.addTargets(campaignId, ids);
  await campaigns.setState(campaignId, 'running');
});
afterEach(() => office.dispose());

/** Each firm's message as its enrollment left it; null: its enrollment has not come to it. */
async function writtenTo(states: (NotificationState | 'collected' | null)[]): Promise<void> {
  const { notifications } = office.temp.stores;
  for (const [n, state] of states.entries()) {
    const enrollmentId = ids[n] ?? '';
    if (state === null) continue;
    const key = `${campaignEventKey(campaignId, enrollmentId)}/someone`;
    const message = { key, kind: 'reminder', enrollmentId, identityId: 'someone', channel: 'web' } as const;
    const [record] = await notifications.queue([{ ...message, data: {}, collected: state === 'collected' }]);
    if (state !== 'collected') await notifications.move(record?.id ?? '', 'queued', state);
  }
}

it('that is called off leaves no firm open whose answer is still out: what is on record of its message counts', async () => {
  const { campaigns } = office.temp.stores;
  office.ports.commands = {
    ...office.ports.commands,
    requestReminder: () => Promise.reject(new EnrollmentUnavailable('noAnswer')),
  };
  expect(await remindCampaignTargets(office.ports, { campaignId }, running)).toMatchObject({ left: 5 });
  await writtenTo(['sent', 'sending', 'failed', 'collected', null]);
  await campaigns.setState(campaignId, 'cancelled');

  await closeCampaign(office.ports, { campaignId, state: 'cancelled' });
  const outcomes = [];
  for await (const { outcome } of campaigns.recipients(campaignId)) outcomes.push(outcome);
  expect(outcomes).toEqual(['sent', 'unknown', 'failed', 'collected', 'unknown']);
  expect((await campaigns.find(campaignId))?.tally).toMatchObject({
    ...{ total: 0, done: 5, sent: 1, failed: 1, collected: 1, unknown: 2, cancelled: 0 },
  });
  expect(await campaigns.countOpen(campaignId)).toBe(0);
});

it('of reminders comes to its end where a firm is gone from the database', async () => {
  const { campaigns } = office.temp.stores;
  await campaigns.addTargets(campaignId, [`${packId}/gone`]);
  office.ports.commands = {
    ...office.ports.commands,
    requestReminder: async () => ({ outcome: 'sent', sent: 1 }),
  };
  expect(await remindCampaignTargets(office.ports, { campaignId }, running)).toMatchObject({ left: 0 });
  expect((await campaigns.find(campaignId))?.tally).toMatchObject({ sent: 5, skipped: { notTracked: 1 } });
});

import type { Client } from '@temporalio/client';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import type { SteeringAction } from '../../knowledge/campaigns/steering.ts';
import { campaignWorkflowId } from '../../workflows/contract.ts';
import { announcementPlan, reminderPlan } from './campaign-plan.ts';
import type { RunningOffice } from './enrollment-office.ts';
import { packId } from './fictional-firms.ts';
import type { Record } from './record-history.ts';
import { until } from './until.ts';

/** Campaigns that can be steered: to their end at a pace of their own, paused before and within, called off, and announcements. */
export async function recordCampaigns(client: Client, office: RunningOffice, record: Record): Promise<void> {
  const { campaigns } = office.temp.stores;
  let firms = 100;

  const begin = async (id: string, plan: CampaignPlan, count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) await office.enroll((firms += 1), {}, { city: id });
    await office.start();
    await campaigns.create({ ...plan, filter: { city: id }, id, packId, requestedBy: 'recorder' });
    await office.commands.startCampaign(id);
  };
  const steer = (id: string, action: SteeringAction, eventId: string) =>
    office.commands.steerCampaign({ campaignId: id, action, eventId, actor: 'recorder' });
  const end = async (id: string): Promise<void> => {
    await client.workflow.getHandle(campaignWorkflowId(id)).result();
    await record(id, campaignWorkflowId(id));
  };
  /** Holds every message until it is let go; resolves once one is held. */
  const hold = (): { isHeld: () => Promise<unknown>; letGo: () => void } => {
    let held = false;
    let letGo = (): void => undefined;
    const open = new Promise<void>((resolve) => (letGo = resolve));
    office.sender.beforeSend = async () => {
      held = true;
      await open;
    };
    return { isHeld: () => until(() => held), letGo };
  };

  // Three firms in nine seconds.
  await begin('campaign-steered', reminderPlan({ perMinute: 20 }), 5);
  await end('campaign-steered');

  const startAt = new Date(Date.now() + 8_000).toISOString();
  await begin('campaign-paused', reminderPlan({ startAt }), 40);
  await steer('campaign-paused', 'pause', 'e1');
  await steer('campaign-paused', 'resume', 'e2');
  const paused = hold();
  await paused.isHeld();
  await steer('campaign-paused', 'pause', 'e3');
  await steer('campaign-paused', 'pause', 'e4'); // refused
  paused.letGo();
  await steer('campaign-paused', 'resume', 'e5');
  await end('campaign-paused');

  const cancelled = hold();
  await begin('campaign-cancelled', reminderPlan(), 40);
  await cancelled.isHeld();
  await steer('campaign-cancelled', 'cancel', 'e6');
  cancelled.letGo();
  await end('campaign-cancelled');

  await begin('campaign-announcement', announcementPlan({ 'zh-CN': '周五维护。', en: 'Maintenance.' }), 3);
  await end('campaign-announcement');
}

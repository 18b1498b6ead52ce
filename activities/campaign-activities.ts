import { usccOf } from '../knowledge/enrollment/enrollment-id.ts';
import { renderCampaignProgress } from '../knowledge/notifications/render-campaign.ts';
import { outcomeCode } from '../workflows/contract.ts';
import type { ReminderResult } from '../workflows/contract.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import { EnrollmentUnavailable } from './ports/services.ts';

/** Marks a confirmed campaign as running. */
export const openCampaign = (ports: ActivityPorts, input: { campaignId: string }): Promise<void> =>
  ports.stores.campaigns.setState(input.campaignId, 'running');

/** IDs of the enrollments of a campaign, a page at a time, ordered. */
export const listCampaignTargets = (
  ports: ActivityPorts,
  input: { campaignId: string; afterEnrollmentId?: string; limit: number },
): Promise<string[]> => {
  const { campaignId, ...page } = input;
  return ports.stores.campaigns.targets(campaignId, page);
};

/** Asks one enrollment to remind its firm, and records what came of it. The same campaign never reminds a firm twice. */
export async function remindCampaignTarget(
  ports: ActivityPorts,
  { campaignId, enrollmentId }: { campaignId: string; enrollmentId: string },
): Promise<void> {
  const result = await request(ports, campaignId, enrollmentId);
  await ports.stores.campaigns.recordOutcome(campaignId, enrollmentId, outcomeCode(result));
}

async function request(
  ports: ActivityPorts,
  campaignId: string,
  enrollmentId: string,
): Promise<ReminderResult> {
  const notificationKey = `campaign/${campaignId}/${usccOf(enrollmentId)}`;
  const campaign = await ports.stores.campaigns.find(campaignId);
  const actor = campaign?.requestedBy ?? campaignId;
  try {
    const by = { enrollmentId, eventId: notificationKey, source: 'staff', actor } as const;
    return await ports.commands.requestReminder({ ...by, notificationKey });
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable) || error.code !== 'notFound') throw error;
    // Its workflow is over, or was never started.
    const enrollment = await ports.stores.enrollments.find(enrollmentId);
    const isPast = enrollment !== null && enrollment.officialStatus !== 'invited';
    return { outcome: 'skipped', reason: isPast ? 'officiallyPastInvitation' : 'notTracked' };
  }
}

/** Edits the progress message of a campaign; the last time with the final tally. */
export async function showCampaignProgress(
  ports: ActivityPorts,
  { campaignId, finished }: { campaignId: string; finished: boolean },
): Promise<void> {
  if (finished) await ports.stores.campaigns.setState(campaignId, 'finished');
  const campaign = await ports.stores.campaigns.find(campaignId);
  const progress = campaign?.progress ?? null;
  if (campaign === null || progress === null) return;
  const sender = ports.senders[progress.channel];
  if (sender === undefined) return;
  const staff = await ports.stores.identities.staffIdentities();
  const reader = staff.find((s) => s.channel === progress.channel && s.privateChatId === progress.chatId);
  const message = renderCampaignProgress(campaign.tally, finished, reader?.locale ?? 'zh-CN');
  try {
    await sender.edit(progress.chatId, progress.messageId, message);
  } catch (error) {
    // A progress message in between is not worth holding up the campaign; the final one is tried again.
    ports.log.warn('campaign.progressNotShown', { campaignId, finished });
    if (finished) throw error;
  }
}

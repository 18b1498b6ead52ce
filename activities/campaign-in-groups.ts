import { campaignEventKey } from '../knowledge/campaigns/keys.ts';
import { usccOf } from '../knowledge/enrollment/enrollment-id.ts';
import { outcomeCode } from '../workflows/contract.ts';
import type { ReminderResult } from '../workflows/contract.ts';
import { existingCampaign } from './campaigns/course.ts';
import { showProgress } from './campaigns/show-progress.ts';
import type { ActivityPorts } from './ports/activity-ports.ts';
import { EnrollmentUnavailable } from './ports/services.ts';

// The activities of campaigns that were begun before they could be steered: kept for those that still run.

/** Marks a confirmed campaign as running. */
export const openCampaign = (ports: ActivityPorts, input: { campaignId: string }): Promise<void> =>
  ports.stores.campaigns.setState(input.campaignId, 'running');

/** IDs of the enrollments of a campaign, a page at a time, ordered. */
export async function listCampaignTargets(
  ports: ActivityPorts,
  { campaignId, afterEnrollmentId, limit }: { campaignId: string; afterEnrollmentId?: string; limit: number },
): Promise<string[]> {
  const { campaigns } = ports.stores;
  const campaign = await existingCampaign(ports, campaignId);
  const after = afterEnrollmentId === undefined ? {} : { afterUscc: usccOf(afterEnrollmentId) };
  const page: string[] = [];
  for await (const { enrollment } of campaigns.candidates({ ...campaign, ...after }, ports.clock.now())) {
    page.push(enrollment.enrollmentId);
    if (page.length === limit) break;
  }
  await campaigns.addTargets(campaignId, page);
  return page;
}

/** Asks one enrollment to remind its firm, and records what came of it. The same campaign never reminds a firm twice. */
export async function remindCampaignTarget(
  ports: ActivityPorts,
  { campaignId, enrollmentId }: { campaignId: string; enrollmentId: string },
): Promise<void> {
  const result = await request(ports, campaignId, enrollmentId);
  await ports.stores.campaigns.recordOutcome(campaignId, [enrollmentId], outcomeCode(result));
}

async function request(
  ports: ActivityPorts,
  campaignId: string,
  enrollmentId: string,
): Promise<ReminderResult> {
  const notificationKey = campaignEventKey(campaignId, enrollmentId);
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
  await showProgress(ports, campaignId, { mustBeSeen: finished });
}

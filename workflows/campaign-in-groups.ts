import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import type { CampaignInput } from './contract.ts';

const { openCampaign, listCampaignTargets, showCampaignProgress } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
});
// A reminder may wait for its channel's limit; every attempt asks for the same update again, so nothing is sent twice.
const { remindCampaignTarget } = proxyActivities<Activities>({
  startToCloseTimeout: '3 minutes',
  retry: { initialInterval: '2 seconds', maximumInterval: '1 minute' },
});

/** Firms reminded at a time: progress is shown after each group. */
const groupSize = 10;
const pageSize = 100;

/** How campaigns ran that were begun before they could be steered: kept for those, see `docs/changing-workflows.md`. */
export async function remindInGroups({ campaignId, afterEnrollmentId }: CampaignInput): Promise<void> {
  let after = afterEnrollmentId;
  if (after === undefined) await openCampaign({ campaignId });
  for (;;) {
    const page = await listCampaignTargets({
      campaignId,
      limit: pageSize,
      ...(after === undefined ? {} : { afterEnrollmentId: after }),
    });
    for (let i = 0; i < page.length; i += groupSize) {
      const group = page.slice(i, i + groupSize);
      await Promise.all(group.map((enrollmentId) => remindCampaignTarget({ campaignId, enrollmentId })));
      await showCampaignProgress({ campaignId, finished: false });
    }
    after = page.at(-1);
    if (after === undefined) break;
    if (workflowInfo().continueAsNewSuggested) {
      // The next run is on the code of today, which goes on with the firms that have no outcome.
      await continueAsNew<(input: CampaignInput) => Promise<void>>({ campaignId, afterEnrollmentId: after });
    }
  }
  await showCampaignProgress({ campaignId, finished: true });
}

import { condition, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { QueuedMessage } from '../activities/campaigns/announce.ts';
import type { Stretch } from '../activities/campaigns/stretch.ts';
import type { Activities } from '../activities/create-activities.ts';
import { deliver } from './notify.ts';

const { takeCampaignTargets, queueAnnouncements, settleAnnouncements } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const firmsAtOnce = 50;
/** Taken up while so many messages still wait, so that the channels' queues do not run empty. */
const refillAt = 40;
/** Each costs six events at most: with them a run stays below 2,000. */
const mostMessages = 200;
const longestHistory = 1_700;

/**
 * A stretch of an announcement. Unlike a reminder it does not depend on the firm's step: the campaign makes the messages itself and
 * sends each on its channel's own queue, whose limit holds across workers.
 */
export async function announce(campaignId: string, goesOn: () => boolean): Promise<Stretch> {
  const batches: Promise<void>[] = [];
  let underWay = 0;
  let messages = 0;
  let paceMs = 0;
  let stretch: Stretch;
  do {
    const { enrollmentIds, ...rest } = await takeCampaignTargets({
      ...{ campaignId, limit: firmsAtOnce, fresh: batches.length === 0 },
    });
    stretch = rest;
    if (enrollmentIds.length === 0) break;
    paceMs = rest.waitMs;
    const queued = await queueAnnouncements({ campaignId, enrollmentIds });
    messages += queued.length;
    underWay += queued.length;
    batches.push(sendAll(enrollmentIds, queued));
    await condition(() => underWay <= refillAt);
  } while (goesOn() && paceMs === 0 && messages < mostMessages && !isLong());
  await Promise.all(batches);
  return batches.length === 0 ? stretch : { left: stretch.left, waitMs: paceMs };

  async function sendAll(enrollmentIds: string[], queued: QueuedMessage[]): Promise<void> {
    const situation = { locally: true, now: () => new Date().toISOString(), skip: () => null };
    await Promise.all(
      queued.map(async ({ notificationId, channel }) => {
        await deliver(notificationId, channel, situation);
        underWay -= 1;
      }),
    );
    await settleAnnouncements({ campaignId, enrollmentIds });
  }
}

const isLong = (): boolean => workflowInfo().historyLength > longestHistory;

import {
  ActivityFailure,
  isCancellation,
  log,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { DeliveryOutcome } from '../activities/deliver-notification.ts';
import type { Activities } from '../activities/create-activities.ts';
import type { PrepareInput } from '../activities/prepare-notification.ts';
import type { ReminderSkip } from '../knowledge/enrollment/state.ts';
import { sendTaskQueue } from './contract.ts';
import type { ReminderResult } from './contract.ts';
import { reminderResult } from './reminder-result.ts';

// The activities say themselves when there is no point in trying again; until then Temporal keeps trying.
/** Within the workflow task: it only asks the database. */
const local = proxyLocalActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  localRetryThreshold: '10 seconds',
});
const { startDigests } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
const { prepareNotification } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** What the enrollment says while a message is under way. */
export interface Situation {
  /** False for histories from before activities of the database ran within the workflow task. */
  locally: boolean;
  now(): string;
  /** Why the message is not wanted any more; null while it is. */
  skip(): ReminderSkip | null;
}

/** Writes to everybody whom the message concerns. `postponedUntil`: not a time to write to people, nothing was done. */
export async function notify(
  message: Omit<PrepareInput, 'now'>,
  situation: Situation,
): Promise<{ result: ReminderResult; postponedUntil: string | null }> {
  try {
    const prepare = situation.locally ? local.prepareNotification : prepareNotification;
    const prepared = await prepare({ ...message, now: situation.now() });
    const { postponedUntil } = prepared;
    if (postponedUntil !== null) return { result: { outcome: 'failed' }, postponedUntil };
    // Histories from before there were digests have none.
    const collectedBy = (prepared as Partial<typeof prepared>).collectedBy ?? [];
    if (collectedBy.length > 0) await startDigests({ people: collectedBy });
    const outcomes = await Promise.all(
      prepared.deliveries.map(async ({ notificationId, channel }) =>
        deliver(notificationId, channel, situation),
      ),
    );
    const result = reminderResult(prepared.skip, outcomes, collectedBy.length > 0);
    return { result, postponedUntil };
  } catch (error) {
    failUnlessActivity(error, message.key);
    return { result: { outcome: 'failed' }, postponedUntil: null };
  }
}

/** Sends a prepared message, on the person's next channel where one does not reach it. */
export async function deliver(
  firstId: string,
  firstChannel: string,
  situation: Situation,
): Promise<DeliveryOutcome> {
  let [notificationId, channel] = [firstId, firstChannel];
  for (;;) {
    const outcome = await deliverOn(notificationId, channel, situation);
    if (outcome.outcome !== 'movedOn') return outcome;
    ({ notificationId, channel } = outcome);
  }
}

async function deliverOn(
  notificationId: string,
  channel: string,
  situation: Situation,
): Promise<DeliveryOutcome> {
  // Each channel's queue is limited as a whole, across workers.
  const { deliverNotification } = proxyActivities<Activities>({
    taskQueue: sendTaskQueue(channel),
    startToCloseTimeout: '1 minute',
    // A worker that is gone is noticed by its silence.
    heartbeatTimeout: '20 seconds',
    retry: { initialInterval: '2 seconds', maximumInterval: '5 minutes' },
  });
  try {
    return await deliverNotification({ notificationId, now: situation.now(), skip: situation.skip() });
  } catch (error) {
    failUnlessActivity(error, notificationId);
    return { outcome: 'failed' };
  }
}

/** A message that cannot be made or sent must not end the enrollment; anything else must be seen. */
function failUnlessActivity(error: unknown, key: string): void {
  if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
  log.error('notification failed', { key });
}

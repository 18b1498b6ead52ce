import { defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import { collectSignal, sendTaskQueue } from './contract.ts';
import type { DigestInput } from './contract.ts';

const collect = defineSignal(collectSignal);

/**
 * One message for all that a person is due at the same time. What is collected is in the database; this says when it goes
 * out, and ends when nothing is left. Asked once more, it begins anew.
 */
export async function digest({ identityId, channel, collectForMs }: DigestInput): Promise<void> {
  const { deliverDigest } = proxyActivities<Activities>({
    taskQueue: sendTaskQueue(channel),
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout: '20 seconds',
    retry: { initialInterval: '2 seconds', maximumInterval: '5 minutes' },
  });
  let asked = true;
  setHandler(collect, () => {
    asked = true;
  });
  while (asked) {
    await sleep(collectForMs);
    asked = false;
    // As many as fit in one message at a time.
    while (await deliverDigest({ identityId }));
  }
}

import { continueAsNew, defineSignal, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import { wakeRenewalName } from './contract.ts';
import type { RenewalInput } from './contract.ts';
import { tellOffice } from './tell-office.ts';

const { judgeRenewals } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  // A worker that is gone is noticed by its silence; the next one goes on where it stopped.
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});
const { openRenewal: open, countRenewals } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const wakeRenewalSignal = defineSignal(wakeRenewalName);

/** Far below the server's limits; a stretch of firms costs three events. */
const longestHistory = 1_000;

/**
 * Judges the firms of a pack by the next year's rules and list, invites who is eligible and tells the others why. Who is due,
 * and what came of each, is in the database: a run ends when nothing is due, and the next import of the list wakes another.
 */
export async function renewal({ packId }: RenewalInput): Promise<void> {
  let woken = true;
  setHandler(wakeRenewalSignal, () => {
    woken = true;
  });
  while (woken) {
    woken = false;
    while ((await judgeRenewals({ packId })).more) {
      const { historyLength, continueAsNewSuggested } = workflowInfo();
      if (historyLength > longestHistory || continueAsNewSuggested) {
        await continueAsNew<typeof renewal>({ packId });
      }
    }
    // The key is the renewal's own: staff are told once, when all were judged for the first time.
    const notice = await countRenewals({ packId });
    if (notice !== null) await tellOffice(notice);
  }
}

/** What the Schedule of a pack starts on the day that its renewal opens. */
export async function openRenewal({ packId }: RenewalInput): Promise<void> {
  await open({ packId });
}

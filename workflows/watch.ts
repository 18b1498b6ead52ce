import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import { tellOffice } from './tell-office.ts';

const { lookAhead } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Every morning: what will be missing soon is told to staff while there is time, and what was missed is made up for. */
export async function watch(): Promise<void> {
  for (const notice of await lookAhead()) await tellOffice(notice);
}

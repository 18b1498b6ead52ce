import { condition, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import type { OfficialStatus } from '../knowledge/enrollment/state.ts';
import type { EnrollmentInput } from './contract.ts';

const { renewPredecessor } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Approval is the first that every office records; where it records what is in force only, that counts. */
const renewing: readonly OfficialStatus[] = ['approved', 'inForce', 'renewalOpen'];

/**
 * Runs beside an enrollment that has a predecessor: once it is approved or in force itself, the one of the year before has
 * gone over into it. Returns whether nothing of that is under way. Without a predecessor it does nothing at all.
 */
export function followPredecessor(
  { predecessorId, enrollmentId }: EnrollmentInput,
  status: () => OfficialStatus,
): () => boolean {
  if (predecessorId === undefined) return () => true;
  const isRenewing = (): boolean => renewing.includes(status());
  let isTold = false;
  const tell = async (): Promise<void> => {
    await condition(isRenewing);
    await renewPredecessor({ predecessorId, enrollmentId });
    isTold = true;
  };
  void tell();
  return () => isTold || !isRenewing();
}

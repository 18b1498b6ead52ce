import { condition, patched, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/create-activities.ts';
import type { OfficialStatus } from '../knowledge/enrollment/state.ts';
import type { EnrollmentInput } from './contract.ts';

const { renewPredecessor } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

const { findPredecessor } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
  localRetryThreshold: '10 seconds',
});

/** Approval is the first that every office records; where it records what is in force only, that counts. */
const renewing: readonly OfficialStatus[] = ['approved', 'inForce', 'renewalOpen'];

/**
 * Runs beside an enrollment: once it is approved or in force itself, the one of the year before has gone over into it. One
 * that was invited before its firm was insured there does not know it, and looks for it then. Returns whether nothing of
 * that is under way.
 */
export function followPredecessor(
  { predecessorId, enrollmentId, packId, uscc }: EnrollmentInput,
  status: () => OfficialStatus,
): () => boolean {
  const isRenewing = (): boolean => renewing.includes(status());
  let isTold = false;
  const tell = async (): Promise<void> => {
    await condition(isRenewing);
    const before = predecessorId ?? (await lookForIt());
    if (before !== null) await renewPredecessor({ predecessorId: before, enrollmentId });
    isTold = true;
  };
  // Enrollments that were approved before they could look for one go on without.
  const lookForIt = async (): Promise<string | null> =>
    patched('looksForPredecessor') ? findPredecessor({ packId, uscc }) : null;
  void tell();
  return () => isTold || !isRenewing();
}

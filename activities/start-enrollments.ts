import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client, WorkflowOptions } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import type { EnrollmentSnapshot } from '../knowledge/enrollment/state.ts';
import {
  enrollmentWorkflowId,
  enrollmentWorkflowType,
  mainTaskQueue,
  searchAttributeNames,
} from '../workflows/contract.ts';
import type { EnrollmentInput } from '../workflows/contract.ts';
import type { EnrollmentStore } from './ports/store.ts';

/** An enrollment has one workflow. One that was ended because its import was undone may be followed anew. */
const once = { workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' } as const;

const batchSize = 200;
const startsAtATime = 20;

/**
 * Starts the workflow of every enrollment that waits for it; returns how many. A workflow is known by its ID, so a crash
 * between a start and its mark, or a second process that does the same, still leads to exactly one.
 */
export async function startWaitingEnrollments(
  client: Client,
  stores: { enrollments: EnrollmentStore },
): Promise<number> {
  let count = 0;
  for (;;) {
    const waiting = await stores.enrollments.waitingToStart(batchSize);
    if (waiting.length === 0) return count;
    for (let i = 0; i < waiting.length; i += startsAtATime) {
      const group = waiting.slice(i, i + startsAtATime);
      const results = await Promise.allSettled(group.map((e) => startEnrollment(client, stores, e)));
      const started = group.filter((_, at) => results[at]?.status === 'fulfilled');
      await stores.enrollments.markStarted(started.map((e) => e.enrollmentId));
      await endWithdrawn(client, stores, started);
      count += started.length;
      const failed = results.find((r) => r.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    }
  }
}

/** Some may have been withdrawn since they were read: whoever undoes an import ends only what it finds running. */
async function endWithdrawn(
  client: Client,
  stores: { enrollments: EnrollmentStore },
  started: EnrollmentSnapshot[],
): Promise<void> {
  const there = await stores.enrollments.among(started.map(({ enrollmentId }) => enrollmentId));
  for (const { enrollmentId } of started)
    if (!there.has(enrollmentId))
      await endEnrollment(client, enrollmentId, 'withdrawn before it was started');
}

/** Ends its workflow where it runs. */
export async function endEnrollment(client: Client, enrollmentId: string, reason: string): Promise<void> {
  try {
    await client.workflow.getHandle(enrollmentWorkflowId(enrollmentId)).terminate(reason);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/**
 * Ends the enrollment's workflow, if it has one, and starts it again from the projection, in one step. For an enrollment of
 * which the database knows better than Temporal.
 */
export async function restartEnrollment(
  client: Client,
  stores: { enrollments: EnrollmentStore },
  enrollmentId: string,
): Promise<void> {
  const enrollment = await stores.enrollments.find(enrollmentId);
  if (enrollment === null) throw new Error(`no enrollment ${enrollmentId}`);
  await startEnrollment(client, stores, enrollment, {
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
  await stores.enrollments.markStarted([enrollmentId]);
}

async function startEnrollment(
  client: Client,
  stores: { enrollments: EnrollmentStore },
  enrollment: EnrollmentSnapshot,
  policies: Pick<WorkflowOptions, 'workflowIdConflictPolicy' | 'workflowIdReusePolicy'> = once,
): Promise<void> {
  try {
    await client.workflow.start(enrollmentWorkflowType, {
      ...(await startOptions(stores.enrollments, enrollment)),
      ...policies,
    });
  } catch (error) {
    // It ran and ended.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** How the workflow of an enrollment is started. One that the database knows goes on where the projection stands. */
export async function startOptions(store: EnrollmentStore, enrollment: EnrollmentSnapshot) {
  const { enrollmentId, packId, uscc, city, trial, invitedAt, cadence, predecessorId } = enrollment;
  const input: EnrollmentInput = {
    ...{ enrollmentId, packId, uscc, city, trial, invitedAt, cadence },
    ...(predecessorId === undefined ? {} : { predecessorId }),
  };
  const carried = enrollment.version === 0 ? null : await store.carriedOf(enrollmentId);
  return {
    workflowId: enrollmentWorkflowId(enrollmentId),
    taskQueue: mainTaskQueue,
    args: [carried === null ? input : { ...input, carried }] as [EnrollmentInput],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    typedSearchAttributes: searchAttributesOf(enrollment),
  };
}

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);

const searchAttributesOf = (enrollment: EnrollmentSnapshot): TypedSearchAttributes =>
  new TypedSearchAttributes([
    { key: keyword(searchAttributeNames.pack), value: enrollment.packId },
    { key: keyword(searchAttributeNames.city), value: enrollment.city },
    { key: keyword(searchAttributeNames.status), value: enrollment.officialStatus },
  ]);

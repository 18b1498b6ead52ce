import {
  isGrpcServiceError,
  QueryNotRegisteredError,
  QueryRejectedError,
  WorkflowClient,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { enrollmentMessages, enrollmentWorkflowId } from '../../workflows/contract.ts';
import type { WorkflowDirectory } from '../ports/workflow-directory.ts';

/** A query replays the workflow on a worker; one that fails never answers. */
const queryWithinMs = 20_000;

export function createWorkflowDirectory(client: Client): WorkflowDirectory {
  // The server turns a query to a closed workflow down only for a client that says so.
  const onlyRunning = new WorkflowClient({ ...client.workflow.options, queryRejectCondition: 'NOT_OPEN' });
  return {
    async describe(workflowId) {
      try {
        const { status, raw } = await client.workflow.getHandle(workflowId).describe();
        return {
          running: status.name === 'RUNNING',
          taskAttempts: raw.pendingWorkflowTask?.attempt ?? 0,
          pendingActivities: (raw.pendingActivities ?? []).flatMap((a) => a.activityType?.name ?? []),
        };
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return null;
        throw error;
      }
    },

    async *listRunning(workflowType) {
      const query = `WorkflowType = '${workflowType}' AND ExecutionStatus = 'Running'`;
      for await (const { workflowId } of client.workflow.list({ query })) yield workflowId;
    },

    snapshotOf: async (enrollmentId) => ask(client.workflow, enrollmentId),

    async runningSnapshotOf(enrollmentId) {
      try {
        return await ask(onlyRunning, enrollmentId);
      } catch (error) {
        if (error instanceof QueryRejectedError) return 'ended';
        throw error;
      }
    },
  };
}

/** Null where nobody answers. */
async function ask(workflows: WorkflowClient, enrollmentId: string): Promise<EnrollmentSnapshot | null> {
  const handle = workflows.getHandle(enrollmentWorkflowId(enrollmentId));
  try {
    return await workflows.withDeadline(Date.now() + queryWithinMs, () =>
      handle.query<EnrollmentSnapshot>(enrollmentMessages.getEnrollment),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof QueryNotRegisteredError) return null;
    if (isGrpcServiceError(error) || (error instanceof Error && isGrpcServiceError(error.cause))) return null;
    throw error;
  }
}

import { isGrpcServiceError, QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { enrollmentMessages, enrollmentWorkflowId } from '../../workflows/contract.ts';
import type { WorkflowDirectory } from '../ports/workflow-directory.ts';

/** A query replays the workflow on a worker; one that fails never answers. */
const queryWithinMs = 20_000;

export const createWorkflowDirectory = (client: Client): WorkflowDirectory => ({
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

  async snapshotOf(enrollmentId) {
    const handle = client.workflow.getHandle(enrollmentWorkflowId(enrollmentId));
    try {
      return await client.withDeadline(Date.now() + queryWithinMs, () =>
        handle.query<EnrollmentSnapshot>(enrollmentMessages.getEnrollment),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || error instanceof QueryNotRegisteredError) return null;
      if (isGrpcServiceError(error) || (error instanceof Error && isGrpcServiceError(error.cause)))
        return null;
      throw error;
    }
  },
});

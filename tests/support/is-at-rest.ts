import type { Client } from '@temporalio/client';
import { enrollmentWorkflowId } from '../../workflows/contract.ts';

/** Whether an enrollment's workflow has no task under way: whoever is killed now leaves nothing to be done again. */
export async function isAtRest(client: Client, enrollmentId: string): Promise<boolean> {
  const { raw } = await client.workflow.getHandle(enrollmentWorkflowId(enrollmentId)).describe();
  const { pendingWorkflowTask, pendingActivities } = raw;
  return (pendingWorkflowTask ?? null) === null && (pendingActivities ?? []).length === 0;
}

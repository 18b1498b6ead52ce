import { rowOf } from '../../../knowledge/recovery/compare.ts';
import { enrollmentWorkflowId, enrollmentWorkflowType } from '../../../workflows/contract.ts';
import type { TrackedEnrollment } from '../../ports/recovery.ts';
import { allEnrollments } from '../all-enrollments.ts';
import { inGroups } from '../in-groups.ts';
import { examineEnrollment } from './examine-enrollment.ts';
import { forEachOf, NobodyAnswers } from './finding.ts';
import type { Finding, ReconcileParts } from './finding.ts';

const atATime = 20;

export interface FoundEnrollments {
  findings: Finding[];
  /** Enrollments that a workflow ought to follow. */
  wanted: number;
}

/**
 * First everything against the engine's list, which may be some moments behind, and each running workflow's own word; then
 * closely whatever looks different. So 10,000 firms cost one list and one question each.
 */
export async function findEnrollments(parts: ReconcileParts): Promise<FoundEnrollments> {
  const { stores, workflows } = parts;
  const listed = new Set<string>();
  const prefix = enrollmentWorkflowId('');
  for await (const workflowId of workflows.listRunning(enrollmentWorkflowType))
    listed.add(workflowId.slice(prefix.length));
  const suspects: string[] = [];
  let [wanted, looked, silent] = [0, 0, 0];

  const look = async (tracked: TrackedEnrollment): Promise<void> => {
    const { enrollmentId: id, version } = tracked.snapshot;
    const isListed = listed.delete(id);
    const row = rowOf(tracked);
    if (!row.started) return;
    if (row.toRun) wanted += 1;
    if (!isListed) {
      if (row.toRun) suspects.push(id);
      return;
    }
    const said = await workflows.runningSnapshotOf(id);
    silent = said === null ? silent + 1 : 0;
    if (said === null || said === 'ended' || said.version !== version) suspects.push(id);
  };
  for await (const group of inGroups(allEnrollments(stores.recovery), atATime)) {
    await Promise.all(group.map(look));
    // Each of them is waited for: without this, a program without workers would look at 10,000 firms for hours.
    if (silent >= atATime) throw new NobodyAnswers();
    parts.onProgress((looked += group.length));
  }
  suspects.push(...listed);

  const findings: Finding[] = [];
  await forEachOf(suspects, atATime, async (id) => {
    const found = await examineEnrollment(parts, id);
    if (found !== null) findings.push(found);
  });
  return { findings: findings.sort((a, b) => (a.id < b.id ? -1 : 1)), wanted };
}

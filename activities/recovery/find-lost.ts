import type { WorkflowDirectory } from '../ports/workflow-directory.ts';
import { inGroups } from './in-groups.ts';
import type { Recoverable, RecoverableKind } from './recoverable-kinds.ts';

const atATime = 20;

export interface Lost {
  kind: RecoverableKind['name'];
  /** Of this kind, all that ought to be there. */
  wanted: number;
  lost: Recoverable[];
}

/** What ought to be under way and is not known to the workflow engine, kind by kind. */
export async function findLost(kinds: RecoverableKind[], workflows: WorkflowDirectory): Promise<Lost[]> {
  const found: Lost[] = [];
  for (const { name: kind, wanted } of kinds) {
    const of: Lost = { kind, wanted: 0, lost: [] };
    for await (const group of inGroups(wanted(), atATime)) {
      const described = await Promise.all(group.map(({ workflowId }) => workflows.describe(workflowId)));
      of.wanted += group.length;
      // A digest ends when nothing is left; anything else that has ended is for `reconcile`.
      of.lost.push(
        ...group.filter((_, i) => {
          const workflow = described[i] ?? null;
          return workflow === null || (kind === 'digest' && !workflow.running);
        }),
      );
    }
    found.push(of);
  }
  return found;
}

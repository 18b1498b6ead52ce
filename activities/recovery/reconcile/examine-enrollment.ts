import { compareEnrollment, rowOf } from '../../../knowledge/recovery/compare.ts';
import type { Difference } from '../../../knowledge/recovery/compare.ts';
import type { EnrollmentSnapshot, TimelineEntry } from '../../../knowledge/enrollment/state.ts';
import { enrollmentWorkflowId } from '../../../workflows/contract.ts';
import { isStuck } from './finding.ts';
import type { Finding, ReconcileParts } from './finding.ts';

interface Examined {
  difference: Difference | null;
  running: boolean;
  /** As the workflow says. */
  snapshot: EnrollmentSnapshot | null;
}

/** Looks closely at one enrollment: by its ID, which is never behind, with the row before and after. */
export async function examineEnrollment(parts: ReconcileParts, id: string): Promise<Finding | null> {
  const examined = await examine(parts, id);
  const { difference } = examined;
  if (difference === null) return null;
  const isOurs = difference !== 'noRow' || (await canBeSaved(parts, examined.snapshot));
  const mends = isOurs && difference !== 'stuck' && difference !== 'silent';
  return { kind: 'enrollment', id, difference, mend: mends ? () => mend(parts, id) : null };
}

async function examine({ stores, workflows }: ReconcileParts, id: string): Promise<Examined> {
  const read = () => stores.recovery.enrollment(id);
  const before = await read();
  const described = await workflows.describe(enrollmentWorkflowId(id));
  const snapshot = described === null ? null : await workflows.snapshotOf(id);
  const after = await read();
  const workflow = described && {
    ...{ running: described.running, stuck: isStuck(described) },
    version: snapshot?.version ?? null,
  };
  const rows = { before: before && rowOf(before), after: after && rowOf(after) };
  const difference = compareEnrollment(rows, workflow);
  return { difference, running: described?.running === true, snapshot };
}

async function canBeSaved(
  { stores, trial }: ReconcileParts,
  snapshot: EnrollmentSnapshot | null,
): Promise<boolean> {
  return snapshot?.trial === trial && (await stores.firms.findFirm(snapshot.uscc)) !== null;
}

async function mend(parts: ReconcileParts, id: string): Promise<void> {
  const { difference, running, snapshot } = await examine(parts, id);
  switch (difference) {
    case 'lost':
    case 'ended':
    case 'engineBehind':
      return parts.restart(id);
    case 'noRow':
    case 'databaseBehind': {
      if (snapshot === null) return;
      // The entries between are lost, or come with the workflow's own save; what the workflow knows now is not.
      await parts.stores.enrollments.saveProjection(
        snapshot,
        difference === 'noRow' ? [begun(snapshot)] : [],
      );
      if (!running && rowOf({ snapshot, started: true }).toRun) await parts.restart(id);
    }
  }
}

/** The first entry of every timeline; a projection without any would be taken for one that never began. */
const begun = ({ invitedAt: at }: EnrollmentSnapshot): TimelineEntry => ({
  ...{ seq: 1, at, source: 'system', actor: 'enrollment', event: { type: 'invited' } },
});

import { stateOf } from '../../knowledge/enrollment/machine.ts';
import type { Refusal } from '../../knowledge/enrollment/state.ts';
import type { MovePlan, PlannedEnrollment } from '../../knowledge/firms/move.ts';
import { enrollmentIdOf, enrollmentWorkflowId } from '../../workflows/contract.ts';
import type { FirmMove, PackMove } from '../ports/firm-moves.ts';
import type { Clock, EnrollmentCommands } from '../ports/services.ts';
import type { Stores } from '../ports/store.ts';
import type { WorkflowDirectory } from '../ports/workflow-directory.ts';

export interface MovePorts {
  stores: Pick<Stores, 'enrollments' | 'firmMoves'>;
  commands: Pick<EnrollmentCommands, 'moveEnrollment' | 'mergeEnrollment'>;
  workflows: Pick<WorkflowDirectory, 'describe'>;
  startWaitingEnrollments(): Promise<number>;
  clock: Clock;
  pause(ms: number): Promise<void>;
}

/** `stillSending`: a message is under way and the same move is to be asked for again, later. */
export type MoveOutcome = { outcome: 'moved' | 'stillSending' } | { outcome: 'refused'; refusal: Refusal };

const lookEveryMs = 200;
/** A message that waits for its channel may take hours. */
const looks = 150;

/**
 * Moves a firm to its other code. First its enrollments end as moved, so that nobody is written to for both; then what was under
 * way for them comes to its end and is counted; then everything goes over at once. Each step may be done twice: a move that was
 * broken off anywhere is completed by asking for it again.
 */
export async function moveFirm(ports: MovePorts, plan: MovePlan): Promise<MoveOutcome> {
  // Only a workflow can end, and only one that runs can take another's place.
  await ports.startWaitingEnrollments();
  for (const { old } of plan.enrollments) {
    if (old.movedTo !== null) continue;
    const to = enrollmentIdOf(old.packId, plan.to);
    const made = await ports.commands.moveEnrollment({ ...by(plan, old.enrollmentId), to });
    if (made.outcome === 'refused') return { outcome: 'refused', refusal: made.refusal };
  }
  if (!(await haveAllEnded(ports, plan))) return { outcome: 'stillSending' };
  for (const planned of plan.enrollments) {
    const refusal = planned.own === null ? null : await merge(ports, plan, planned.own.enrollmentId, planned);
    if (refusal !== null) return { outcome: 'refused', refusal };
  }
  await ports.stores.firmMoves.complete(asMove(plan, ports.clock.now().toISOString()));
  await ports.startWaitingEnrollments();
  return { outcome: 'moved' };
}

/** The same for every attempt, so that a repeat is known. */
const by = (plan: MovePlan, enrollmentId: string) =>
  ({
    enrollmentId,
    eventId: `firmMove/${plan.from.uscc}/${plan.to}`,
    source: 'cli',
    actor: 'cli',
  }) as const;

async function haveAllEnded(ports: MovePorts, plan: MovePlan): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    const described = await Promise.all(
      plan.enrollments.map(({ old }) => ports.workflows.describe(enrollmentWorkflowId(old.enrollmentId))),
    );
    if (described.every((workflow) => workflow?.running !== true)) return true;
    await ports.pause(lookEveryMs);
  }
  return false;
}

/** The reminders of both count from now on, and the standing that was chosen goes on. */
async function merge(
  { stores, commands }: MovePorts,
  plan: MovePlan,
  enrollmentId: string,
  { old: { enrollmentId: from }, keeps }: PlannedEnrollment,
): Promise<Refusal | null> {
  const old = await stores.enrollments.find(from);
  if (old === null) throw new Error(`no enrollment ${from}`);
  const merged = { standing: stateOf(old), keeps: keeps === 'old' ? 'theirs' : 'own' } as const;
  const made = await commands.mergeEnrollment({ ...by(plan, enrollmentId), from, merged });
  return made.outcome === 'refused' ? made.refusal : null;
}

const asMove = (plan: MovePlan, at: string): FirmMove => ({
  from: plan.from.uscc,
  to: plan.to,
  at,
  packs: Object.fromEntries(plan.enrollments.map((planned) => [planned.old.packId, howOf(planned)])),
});

function howOf({ own, keeps }: PlannedEnrollment): PackMove {
  if (own === null) return 'continues';
  return keeps === 'old' ? 'mergesKeepingTheirs' : 'mergesKeepingOwn';
}

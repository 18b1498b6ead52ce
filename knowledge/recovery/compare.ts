import { hasCampaignEnded } from '../campaigns/campaign.ts';
import type { CampaignState } from '../campaigns/campaign.ts';
import { hasEnded } from '../enrollment/machine.ts';
import type { EnrollmentSnapshot } from '../enrollment/state.ts';

/**
 * How the workflow engine and the database differ over one thing. The engine: `lost`: does not know what ought to run;
 * `ended`: has ended it; `engineBehind`: is older; `runsOn`: goes on with what is over. The database: `databaseBehind`: is
 * older; `noRow`: does not know it. Nobody can tell: `stuck`: its workflow fails again and again; `silent`: no answer.
 */
export const differences = [
  ...(['lost', 'ended', 'databaseBehind', 'engineBehind', 'runsOn', 'noRow', 'stuck', 'silent'] as const),
] as const;
export type Difference = (typeof differences)[number];

/** An enrollment as its row shows it. */
export interface EnrollmentRow {
  version: number;
  /** Whether its workflow was started; the running program starts the others. */
  started: boolean;
  /** Whether a workflow has something to do for it. */
  toRun: boolean;
}

/** A workflow as the engine describes it. */
export interface SeenWorkflow {
  running: boolean;
  /** Its tasks fail again and again. */
  stuck: boolean;
}

/** An enrollment's workflow; `version` is null where it does not answer. One that has ended answers too. */
export interface SeenEnrollment extends SeenWorkflow {
  version: number | null;
}

/** One that is over may still have something to say. */
export const rowOf = ({
  snapshot,
  started,
}: {
  snapshot: EnrollmentSnapshot;
  started: boolean;
}): EnrollmentRow => ({
  version: snapshot.version,
  started,
  toRun: !hasEnded(snapshot) || (snapshot.pendingNotices ?? []).length > 0,
});

/**
 * Both sides change while they are looked at. The row is read before and after the workflow is asked: a workflow is older only
 * where it is older than the row before, and newer only where it is newer than the row after.
 */
export function compareEnrollment(
  { before, after }: { before: EnrollmentRow | null; after: EnrollmentRow | null },
  workflow: SeenEnrollment | null,
): Difference | null {
  if (after === null) return workflow?.running === true ? 'noRow' : null;
  if (!after.started) return null;
  if (workflow === null) return after.toRun ? 'lost' : null;
  const { running, stuck, version } = workflow;
  if (version !== null && version > after.version) return 'databaseBehind';
  if (!running) return after.toRun ? 'ended' : null;
  if (version === null) return stuck ? 'stuck' : 'silent';
  return before !== null && version < before.version ? 'engineBehind' : null;
}

/** `state` is read after the workflow was described: a campaign is saved as ended before its workflow ends. */
export function compareCampaign(
  state: CampaignState | null,
  workflow: SeenWorkflow | null,
): Difference | null {
  const running = workflow?.running === true;
  if (state === null) return running ? 'noRow' : null;
  const isOpen = state !== 'previewed' && !hasCampaignEnded(state);
  if (workflow === null) return isOpen ? 'lost' : null;
  if (!running) return isOpen ? 'ended' : null;
  if (workflow.stuck) return 'stuck';
  return hasCampaignEnded(state) ? 'runsOn' : null;
}

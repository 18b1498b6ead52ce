import type { Difference } from '../../../knowledge/recovery/compare.ts';
import type { ActivityPorts } from '../../ports/activity-ports.ts';
import type { EnrollmentCommands } from '../../ports/services.ts';
import type { Stores } from '../../ports/store.ts';
import type {
  DescribedWorkflow,
  ScheduleDirectory,
  WorkflowDirectory,
} from '../../ports/workflow-directory.ts';

export const reconciledKinds = ['enrollment', 'campaign', 'digest', 'renewal', 'schedule'] as const;
type ReconciledKind = (typeof reconciledKinds)[number];

/** One thing over which the workflow engine and the database differ. */
export interface Finding {
  kind: ReconciledKind;
  /** An ID of ours. */
  id: string;
  difference: Difference;
  /** Looks again and mends what is still so; null where a person has to see to it. */
  mend: (() => Promise<void>) | null;
}

export interface ReconcileParts {
  stores: Pick<Stores, 'campaigns' | 'enrollments' | 'firms' | 'recovery' | 'renewals'>;
  commands: Pick<EnrollmentCommands, 'startCampaign' | 'startDigest' | 'steerCampaign' | 'wakeRenewal'>;
  workflows: WorkflowDirectory;
  schedules: ScheduleDirectory;
  /** Ends the enrollment's workflow, if it has one, and starts it again from the projection. */
  restart: (enrollmentId: string) => Promise<void>;
  loadPack: ActivityPorts['loadPack'];
  clock: ActivityPorts['clock'];
  /** Enrollments of the other mode are none of ours. */
  trial: boolean;
  /** Called now and then with how many enrollments were looked at. */
  onProgress: (looked: number) => void;
}

/** No worker runs, or none that can answer: nothing can be compared. */
export class NobodyAnswers extends Error {
  constructor() {
    super('no workflow answers');
    this.name = 'NobodyAnswers';
  }
}

/** A task that failed once or twice met a worker that was just leaving. */
const stuckAfterAttempts = 5;
export const isStuck = ({ taskAttempts }: DescribedWorkflow): boolean => taskAttempts >= stuckAfterAttempts;

/** Each item, some at a time. */
export async function forEachOf<T>(
  items: readonly T[],
  atATime: number,
  use: (item: T) => Promise<void>,
): Promise<void> {
  for (let i = 0; i < items.length; i += atATime) await Promise.all(items.slice(i, i + atATime).map(use));
}

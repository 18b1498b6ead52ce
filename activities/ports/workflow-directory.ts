import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';

/** A workflow as the engine knows it. */
export interface DescribedWorkflow {
  running: boolean;
  /** How often its latest workflow task has been tried; more than a few means that its code or data are at fault. */
  taskAttempts: number;
  /** Types of the activities that are under way. */
  pendingActivities: string[];
}

/** The Schedules that the packs ask for. */
export interface ScheduleDirectory {
  /** IDs of those that are not there. */
  missing(): Promise<string[]>;
  /** Brings all in line, and looks at once for what was missed. */
  keep(): Promise<void>;
}

/** What the workflow engine says of its workflows. Asks by ID, which is never behind, unless said otherwise. */
export interface WorkflowDirectory {
  /** Null for one that it does not know. */
  describe(workflowId: string): Promise<DescribedWorkflow | null>;
  /** IDs of the running workflows of a type. May lack those of the last moments, and name some that have just ended. */
  listRunning(workflowType: string): AsyncIterable<string>;
  /** What an enrollment says of itself, also one that has ended; null where nobody answers for it. */
  snapshotOf(enrollmentId: string): Promise<EnrollmentSnapshot | null>;
  /** The same of one that ought to run. */
  runningSnapshotOf(enrollmentId: string): Promise<EnrollmentSnapshot | 'ended' | null>;
}

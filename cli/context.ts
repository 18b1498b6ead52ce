import type { EnrollmentCommands, Logger } from '../activities/ports/services.ts';
import type { Stores } from '../activities/ports/store.ts';
import type { ScheduleDirectory, WorkflowDirectory } from '../activities/ports/workflow-directory.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import type { Settings } from './settings.ts';

/** What a command works with. Everything is opened on first use and closed by the program. */
export interface CliContext {
  settings: Settings;
  log: Logger;
  /** One line to standard output, one to standard error. */
  out(line: string): void;
  err(line: string): void;
  /** The pack that the settings name, or the one asked for. Throws UserError for one that may not be served. */
  loadPack(packId?: string): Promise<PolicyPack>;
  /** Opens the mode's database, with migrations applied. */
  openStores(): Promise<Stores>;
  /**
   * Connects to the Temporal server (TEMPORAL_ADDRESS, or the embedded one of the `npm start` that runs).
   * Null when neither is there.
   */
  connectEngine(): Promise<CliEngine | null>;
  /** Username of the Telegram bot, for deep links; null without a bot, or when Telegram does not answer. */
  botUsername?(): Promise<string | null>;
  /** The system's clock when absent. */
  now?(): Date;
}

export interface CliEngine {
  commands: EnrollmentCommands;
  /** Starts the workflow of every enrollment that waits for it; returns how many were started. */
  startWaitingEnrollments(): Promise<number>;
  workflows: WorkflowDirectory;
  schedules: ScheduleDirectory;
  /** Ends the enrollment's workflow, if it has one, and starts it again from the projection. */
  restartEnrollment(enrollmentId: string): Promise<void>;
}

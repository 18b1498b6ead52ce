import type { CampaignState } from '../../knowledge/campaigns/campaign.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';

/** An enrollment as the database has it. */
export interface TrackedEnrollment {
  snapshot: EnrollmentSnapshot;
  /** Whether its workflow was started. */
  started: boolean;
  /** When its row was last written, ISO 8601. */
  updatedAt: string;
}

interface OpenCampaign {
  id: string;
  state: CampaignState;
  /** ISO 8601; null: at once. */
  startAt: string | null;
}

/** What recovery does over all packs at once. */
export interface RecoveryStore {
  /** Enrollments of all packs by ID, a page at a time. */
  enrollments(page: { afterId?: string; limit: number }): Promise<TrackedEnrollment[]>;
  /** One of them; null for none. */
  enrollment(enrollmentId: string): Promise<TrackedEnrollment | null>;
  /** Their workflows are to be started, as if they never had been. */
  markWaiting(enrollmentIds: string[]): Promise<void>;
  /** Campaigns that wait for their time, run or are paused. */
  openCampaigns(): Promise<OpenCampaign[]>;
  /**
   * Ends an open campaign of which nobody knows any more to whom it wrote, as `failed`: every firm without an outcome is
   * `unknown`. Should its workflow come back, it finds nothing to do.
   */
  giveUpCampaign(id: string): Promise<void>;
  /** People with messages that wait to go out as one. */
  peopleCollectedFor(): Promise<{ identityId: string; channel: string }[]>;
  /**
   * For a database that was restored: what waited to be sent when the backup was taken may have been sent since. Each counts
   * as begun and without an end, so that design rule 5 holds: a reminder is left to the next one, the rest is sent once
   * more and marked so; what staff wrote in a ticket is left to them. Returns how many.
   */
  doubtWaitingMessages(): Promise<{ notifications: number; officeAnswers: number; tickets: number }>;
}

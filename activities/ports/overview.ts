import type { EnrollmentMoment, FirmMoment } from '../../knowledge/overview/reminder-effect.ts';

export interface OverviewScope {
  packId: string;
  /** Null: all. */
  cities: readonly string[] | null;
}

/** What the overview of a season counts from. An enrollment that goes on under another code counts there only. */
export interface OverviewStore {
  /** When each firm that is submitted, or further, first was: an ISO 8601 instant a firm. */
  submittedAt(scope: OverviewScope): Promise<string[]>;
  /** Since `from`, an ISO 8601 instant: reminders that went out, and what firms did or said themselves. */
  remindersAndMoments(
    scope: OverviewScope,
    from: string,
  ): Promise<{ reminders: EnrollmentMoment[]; moments: FirmMoment[] }>;
}

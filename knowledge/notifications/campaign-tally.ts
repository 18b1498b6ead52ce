import type { ReminderSkip } from '../enrollment/state.ts';

/** How far a campaign is: counts of firms, one outcome each. */
export interface CampaignTally {
  total: number;
  done: number;
  sent: number;
  failed: number;
  unknown: number;
  skipped: Partial<Record<ReminderSkip, number>>;
}

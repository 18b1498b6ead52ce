import type { AnnouncementWords } from './announcement.ts';
import type { CampaignFilter } from './filter.ts';

/** `reminder`: what the firm's step asks for. `announcement`: the office's own words, whatever the firm's status. */
export type CampaignKind = 'reminder' | 'announcement';

/** What is done outside sending time: wait until it begins again, skip who is left, or (trial only) take no notice. */
type OutsideHours = 'wait' | 'skip' | 'ignore';

export interface CampaignOptions {
  /** ISO 8601 instant; null: at once. */
  startAt: string | null;
  /** A firm that got a message of this kind is left alone until so many working days later; 0 to 60. */
  notWithinWorkingDays: number;
  /** The campaign's own pace, below that of its channels; null: theirs. */
  perMinute: number | null;
  outsideHours: OutsideHours;
}

/** What a campaign is to do, as its preview shows it. */
export interface CampaignPlan extends CampaignOptions {
  kind: CampaignKind;
  filter: CampaignFilter;
  /** The words of an announcement; null for a reminder. */
  text: AnnouncementWords | null;
}

/** Once a working day is enough: what a reminder that staff ask for keeps to anyway. */
export const defaultOptions: CampaignOptions = {
  startAt: null,
  notWithinWorkingDays: 1,
  perMinute: null,
  outsideHours: 'wait',
};

/** `failed`: a fault that waiting does not mend; what was sent is on record. */
export const campaignStates = [
  'previewed',
  'scheduled',
  'running',
  'paused',
  'cancelled',
  'finished',
  'failed',
] as const;
export type CampaignState = (typeof campaignStates)[number];

const ended: readonly CampaignState[] = ['cancelled', 'finished', 'failed'];
export const hasCampaignEnded = (state: CampaignState): boolean => ended.includes(state);

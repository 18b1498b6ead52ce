import type { CampaignKind, CampaignOptions, CampaignPlan } from '../../knowledge/campaigns/campaign.ts';
import type { CampaignFilter } from '../../knowledge/campaigns/filter.ts';
import type { CampaignPreview } from '../../knowledge/campaigns/preview.ts';
import type { Campaign } from './campaigns.ts';

/** What staff want at a desk. */
interface WantedCampaign {
  kind: CampaignKind;
  /** The words of an announcement as they were typed; empty for a reminder. */
  text: string;
  filter: CampaignFilter;
  options: Partial<CampaignOptions>;
}

export interface PreviewedCampaign {
  id: string;
  plan: CampaignPlan;
  preview: CampaignPreview;
  /** Of the firms that would be written to: another one, other firms. */
  audience: string;
}

type Begun =
  /** `decided`: it was called off, or is over. `repeated`: another one like it goes on, or began since. */
  | { outcome: 'started' | 'decided' | 'repeated' | 'nobody' }
  /** Others would be written to than were shown; nothing was started. */
  | { outcome: 'changed'; now: PreviewedCampaign };

/** Campaigns of the office's own pack. Who may is for the caller to say. */
export interface CampaignOffice {
  /** Writes to nobody. Throws UserError for words that cannot be announced and a time at which nothing is sent. */
  preview(wanted: WantedCampaign, requestedBy: string): Promise<PreviewedCampaign>;
  /**
   * Starts what was previewed, once: again is `started` too. `audience`: whom the confirmation was for. Throws UserError for a
   * time that has passed, EnrollmentUnavailable where the engine does not answer; then it may be tried again.
   */
  begin(campaign: Campaign, audience: string): Promise<Begun>;
}

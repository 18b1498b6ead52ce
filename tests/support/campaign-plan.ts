import { defaultOptions } from '../../knowledge/campaigns/campaign.ts';
import type { AnnouncementWords } from '../../knowledge/campaigns/announcement.ts';
import type { CampaignPlan } from '../../knowledge/campaigns/campaign.ts';

/** A reminder to everybody, at whatever time of day a test runs. */
export const reminderPlan = (part: Partial<CampaignPlan> = {}): CampaignPlan => ({
  ...{ kind: 'reminder', filter: {}, text: null },
  ...defaultOptions,
  outsideHours: 'ignore',
  ...part,
});

export const announcementPlan = (text: AnnouncementWords, part: Partial<CampaignPlan> = {}): CampaignPlan =>
  reminderPlan({ ...part, kind: 'announcement', text });

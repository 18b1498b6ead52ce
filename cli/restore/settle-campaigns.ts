import { settleAsked } from '../../activities/campaigns/course.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { mayHaveWrittenSince } from '../../knowledge/recovery/campaign-went-on.ts';

export interface SettledCampaigns {
  /** Were under way, or came to be so since: their firms without an outcome are `unknown`. */
  endedCampaigns: number;
  /** Stay paused. */
  pausedCampaigns: number;
}

export const noCampaigns: SettledCampaigns = { endedCampaigns: 0, pausedCampaigns: 0 };

/** For a system that went on after the backup: no campaign writes to a firm that it may have written to since. */
export async function settleCampaigns(
  stores: Pick<Stores, 'campaigns' | 'recovery'>,
  ranUntil: string,
): Promise<SettledCampaigns> {
  const settled = { ...noCampaigns };
  for (const campaign of await stores.recovery.openCampaigns()) {
    if (mayHaveWrittenSince(campaign, ranUntil)) {
      // What is on record of a message counts; of the rest nothing is known.
      await settleAsked({ stores }, campaign.id);
      await stores.recovery.giveUpCampaign(campaign.id);
      settled.endedCampaigns += 1;
    } else if (campaign.state === 'paused') settled.pausedCampaigns += 1;
  }
  return settled;
}

import type { RecoveryStore } from '../../activities/ports/recovery.ts';
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
  recovery: Pick<RecoveryStore, 'openCampaigns' | 'endCampaign'>,
  ranUntil: string,
): Promise<SettledCampaigns> {
  const settled = { ...noCampaigns };
  for (const campaign of await recovery.openCampaigns()) {
    if (mayHaveWrittenSince(campaign, ranUntil)) {
      await recovery.endCampaign(campaign.id, 'unknown');
      settled.endedCampaigns += 1;
    } else if (campaign.state === 'paused') settled.pausedCampaigns += 1;
  }
  return settled;
}

import type { Campaign } from '../../../../activities/ports/campaigns.ts';
import { EnrollmentUnavailable } from '../../../../activities/ports/services.ts';
import { hasCampaignEnded } from '../../../../knowledge/campaigns/campaign.ts';
import { renderCampaignProgress } from '../../../../knowledge/notifications/render-campaign.ts';
import type { HandleResult } from '../../../model.ts';
import { edit } from '../../replies.ts';
import type { StaffContext } from './as-staff.ts';

/** A campaign of which nobody knew whether it had started: it starts unless it has, and its message shows where it stands. */
export async function startAgain(
  { ports, texts, locale }: StaffContext,
  campaign: Campaign,
): Promise<HandleResult> {
  const { remind } = texts.staff;
  const { id, state, startedAt } = campaign;
  try {
    if (startedAt === null && !hasCampaignEnded(state)) await ports.commands.startCampaign(id);
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable)) throw error;
    ports.log.warn('campaign.notStarted', { campaignId: id, code: error.code });
    // Not even asked for this time is no answer to whether it had started before.
    return { replies: [], toast: remind.unsure };
  }
  const now = (await ports.stores.campaigns.find(id)) ?? campaign;
  return {
    replies: [edit(renderCampaignProgress({ ...now, waitsUntil: null }, locale))],
    toast: remind.confirmed,
  };
}

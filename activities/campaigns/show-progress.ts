import { renderCampaignProgress } from '../../knowledge/notifications/render-campaign.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';

export interface ProgressToShow {
  /** When sending goes on, if this is no time for it. */
  waitsUntil?: string;
  /** Worth another try when it cannot be shown: nothing comes after it. */
  mustBeSeen?: boolean;
}

/** Edits the progress message of a campaign, where it was begun in a chat. */
export async function showProgress(
  ports: ActivityPorts,
  campaignId: string,
  { waitsUntil, mustBeSeen = false }: ProgressToShow = {},
): Promise<void> {
  const campaign = await ports.stores.campaigns.find(campaignId);
  if (campaign === null || campaign.progress === null) return;
  const { channel, chatId, messageId } = campaign.progress;
  const sender = ports.senders[channel];
  if (sender === undefined) return;
  const staff = await ports.stores.identities.staffIdentities();
  const reader = staff.find((s) => s.channel === channel && s.privateChatId === chatId);
  const message = renderCampaignProgress(
    { ...campaign, waitsUntil: waitsUntil ?? null },
    reader?.locale ?? 'zh-CN',
  );
  try {
    await sender.edit(chatId, messageId, message);
  } catch (error) {
    ports.log.warn('campaign.progressNotShown', { campaignId, state: campaign.state });
    if (mustBeSeen) throw error;
  }
}

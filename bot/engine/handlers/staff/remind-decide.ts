import type { Campaign } from '../../../../activities/ports/campaigns.ts';
import { EnrollmentUnavailable } from '../../../../activities/ports/services.ts';
import type { CampaignAction } from '../../../../knowledge/callbacks.ts';
import type { OutboundMessage } from '../../../../knowledge/message.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { edit, message, say, tap } from '../../replies.ts';
import { asStaff } from './as-staff.ts';
import type { StaffContext } from './as-staff.ts';
import { startAgain } from './start-again.ts';
import { steerCampaign } from './steer-campaign.ts';

/** The buttons of a campaign: under its preview, and later under its progress. */
export async function campaignButton(
  context: PrivateContext,
  campaignId: string,
  action: CampaignAction,
): Promise<HandleResult> {
  const staffContext = await asStaff(context, `campaign.${action}`);
  const { remind, refused } = context.texts.staff;
  if (staffContext === null) return { ...say(refused), toast: refused };
  const campaign = await staffContext.ports.stores.campaigns.find(campaignId);
  if (campaign === null) return { ...say(remind.notFound), toast: null };
  if (action === 'confirm' || action === 'again' || (action === 'cancel' && undecided(campaign)))
    return decide(staffContext, campaign, action);
  return steerCampaign(staffContext, campaign, action);
}

/** Only the one who asked for a preview may decide on it, and only once. */
async function decide(
  context: StaffContext,
  campaign: Campaign,
  action: 'confirm' | 'again' | 'cancel',
): Promise<HandleResult> {
  const { ports, texts, staff } = context;
  const { remind } = texts.staff;
  const audit = (outcome: string): Promise<void> =>
    ports.stores.audit.record({
      actor: staff.staffId,
      action: `staff.campaign.${action}`,
      target: campaign.id,
      outcome,
    });

  if (campaign.requestedBy !== staff.staffId) {
    await audit('refused');
    ports.log.warn('campaign.refused', { campaignId: campaign.id, staffId: staff.staffId });
    return { ...say(remind.notRequester), toast: remind.notRequester };
  }
  if (action !== 'again' && !undecided(campaign)) return { replies: [], toast: remind.alreadyDecided };
  await audit(action === 'cancel' ? 'cancelled' : 'confirmed');
  if (action === 'again' && !undecided(campaign)) return startAgain(context, campaign);
  if (action === 'cancel') {
    await ports.stores.campaigns.setState(campaign.id, 'cancelled');
    return { replies: [edit(message([remind.cancelled]))], toast: remind.cancel };
  }
  await ports.stores.campaigns.setState(campaign.id, campaign.startAt === null ? 'running' : 'scheduled');
  return {
    replies: [
      {
        kind: 'edit',
        message: message([texts.campaigns.beginning({ total: campaign.tally.total, kind: campaign.kind })]),
        onSent: (messageId) => begin(context, campaign, messageId),
      },
    ],
    toast: remind.confirmed,
  };
}

/** A campaign that was confirmed but has no progress message was cut off in between: it may be confirmed again. */
const undecided = ({ state, progress }: Campaign): boolean =>
  state === 'previewed' || ((state === 'running' || state === 'scheduled') && progress === null);

/** Starts only once the progress message is in the chat, so that no later text of the campaign is overwritten. */
async function begin(
  { ports, texts, message: asked }: StaffContext,
  campaign: Campaign,
  messageId: string,
): Promise<OutboundMessage | null> {
  try {
    await ports.stores.campaigns.setProgress(campaign.id, {
      channel: asked.channel,
      chatId: asked.chat.id,
      messageId,
    });
    await ports.commands.startCampaign(campaign.id);
    return null;
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable)) throw error;
    ports.log.warn('campaign.notStarted', { campaignId: campaign.id, code: error.code });
    const button = (action: CampaignAction) =>
      ({ verb: 'campaign', campaignId: campaign.id, action }) as const;
    const { confirmAgain, cancel, notStarted, unsure } = texts.staff.remind;
    // It may run: it stays as begun, so that lists and reconciliation see it.
    if (error.code === 'noAnswer') return message([unsure], [[tap(confirmAgain, button('again'))]]);
    await ports.stores.campaigns.setState(campaign.id, 'previewed');
    return message([notStarted], [[tap(confirmAgain, button('confirm')), tap(cancel, button('cancel'))]]);
  }
}

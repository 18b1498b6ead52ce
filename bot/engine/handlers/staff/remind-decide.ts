import { EnrollmentUnavailable } from '../../../../activities/ports/services.ts';
import type { Campaign } from '../../../../activities/ports/store.ts';
import type { OutboundMessage } from '../../../../knowledge/message.ts';
import type { HandleResult } from '../../../model.ts';
import type { PrivateContext } from '../../private-context.ts';
import { edit, message, say, tap } from '../../replies.ts';
import { asStaff } from './as-staff.ts';
import type { StaffContext } from './as-staff.ts';

/** The buttons under a preview: only the one who asked for it may decide, and only once. */
export async function decideCampaign(
  context: PrivateContext,
  campaignId: string,
  action: 'confirm' | 'cancel',
): Promise<HandleResult> {
  const staffContext = await asStaff(context, `campaign.${action}`);
  const { remind, refused } = context.texts.staff;
  if (staffContext === null) return { ...say(refused), toast: refused };
  const { ports, staff } = staffContext;
  const campaign = await ports.stores.campaigns.find(campaignId);
  const audit = (outcome: string): Promise<void> =>
    ports.stores.audit.record({
      actor: staff.staffId,
      action: `staff.campaign.${action}`,
      target: campaignId,
      outcome,
    });

  if (campaign === null) return { ...say(remind.notFound), toast: null };
  if (campaign.requestedBy !== staff.staffId) {
    await audit('refused');
    ports.log.warn('campaign.refused', { campaignId, staffId: staff.staffId });
    return { ...say(remind.notRequester), toast: remind.notRequester };
  }
  if (!undecided(campaign)) return { replies: [], toast: remind.alreadyDecided };
  await audit(action === 'confirm' ? 'confirmed' : 'cancelled');
  if (action === 'cancel') {
    await ports.stores.campaigns.setState(campaignId, 'finished');
    return { replies: [edit(message([remind.cancelled]))], toast: remind.cancel };
  }
  const total = await countTargets(staffContext, campaign);
  await ports.stores.campaigns.setTotal(campaignId, total);
  await ports.stores.campaigns.setState(campaignId, 'running');
  return {
    replies: [
      {
        kind: 'edit',
        message: message([remind.progress({ total })]),
        onSent: (messageId) => begin(staffContext, campaign, messageId),
      },
    ],
    toast: remind.confirmed,
  };
}

/** A campaign that was confirmed but has no progress message was cut off in between: it may be confirmed again. */
const undecided = ({ state, progress }: Campaign): boolean =>
  state === 'previewed' || (state === 'running' && progress === null);

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
    await ports.stores.campaigns.setState(campaign.id, 'previewed');
    return message(
      [texts.staff.remind.notStarted],
      [
        [
          tap(texts.staff.remind.confirmAgain, {
            verb: 'campaign',
            campaignId: campaign.id,
            action: 'confirm',
          }),
          tap(texts.staff.remind.cancel, {
            verb: 'campaign',
            campaignId: campaign.id,
            action: 'cancel',
          }),
        ],
      ],
    );
  }
}

async function countTargets({ ports }: StaffContext, { id }: Campaign): Promise<number> {
  const limit = 500;
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const page = await ports.stores.campaigns.targets(id, {
      limit,
      ...(after === undefined ? {} : { afterEnrollmentId: after }),
    });
    count += page.length;
    after = page.at(-1);
    if (after === undefined || page.length < limit) return count;
  }
}

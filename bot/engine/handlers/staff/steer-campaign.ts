import type { Campaign } from '../../../../activities/ports/campaigns.ts';
import { EnrollmentUnavailable } from '../../../../activities/ports/services.ts';
import type { SteeringAction } from '../../../../knowledge/campaigns/steering.ts';
import type { HandleResult } from '../../../model.ts';
import type { StaffContext } from './as-staff.ts';

/** Pause, go on, stop: any member of the staff may, whoever began the campaign. Its progress message shows what came of it. */
export async function steerCampaign(
  { ports, texts, staff, eventId }: StaffContext,
  { id, state }: Campaign,
  action: SteeringAction,
): Promise<HandleResult> {
  const { steered } = texts.campaigns;
  const audit = (outcome: string): Promise<void> =>
    ports.stores.audit.record({
      actor: staff.staffId,
      action: `staff.campaign.${action}`,
      target: id,
      outcome,
    });
  const toast = (text: string): HandleResult => ({ replies: [], toast: text });
  try {
    const result = await ports.commands.steerCampaign({
      ...{ campaignId: id, action, eventId, actor: staff.staffId },
    });
    await audit(result.outcome);
    return toast(result.outcome === 'refused' ? steered.refused(result) : steered[action]);
  } catch (error) {
    if (!(error instanceof EnrollmentUnavailable)) throw error;
    await audit(error.code);
    if (error.code === 'notFound') return toast(steered.refused({ state }));
    return toast(error.code === 'noAnswer' ? texts.bot.engineSilent : texts.bot.engineUnavailable);
  }
}

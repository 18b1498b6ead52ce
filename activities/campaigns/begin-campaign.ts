import type { CampaignStore } from '../ports/campaigns.ts';
import { EnrollmentUnavailable } from '../ports/services.ts';
import type { EnrollmentCommands } from '../ports/services.ts';

/**
 * Starts a campaign that was confirmed. Where that was not even asked for it is a preview again, to be confirmed once more;
 * where nobody knows it stays as begun: it may run, starts once however often it is asked for, and is not to run unseen.
 */
export async function beginCampaign(
  p: {
    campaigns: Pick<CampaignStore, 'setTotal' | 'setState'>;
    commands: Pick<EnrollmentCommands, 'startCampaign'>;
  },
  { id, total }: { id: string; total: number },
): Promise<void> {
  await p.campaigns.setTotal(id, total);
  await p.commands.startCampaign(id).catch(async (error: unknown) => {
    const isCertain = error instanceof EnrollmentUnavailable && error.code !== 'noAnswer';
    if (isCertain) await p.campaigns.setState(id, 'previewed');
    throw error;
  });
}

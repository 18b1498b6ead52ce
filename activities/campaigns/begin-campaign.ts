import type { CampaignStore } from '../ports/campaigns.ts';
import type { EnrollmentCommands } from '../ports/services.ts';

/** Starts a campaign that was confirmed; where that fails it is a preview again, to be confirmed once more. */
export async function beginCampaign(
  p: {
    campaigns: Pick<CampaignStore, 'setTotal' | 'setState'>;
    commands: Pick<EnrollmentCommands, 'startCampaign'>;
  },
  { id, total }: { id: string; total: number },
): Promise<void> {
  await p.campaigns.setTotal(id, total);
  await p.commands.startCampaign(id).catch(async (error: unknown) => {
    await p.campaigns.setState(id, 'previewed');
    throw error;
  });
}

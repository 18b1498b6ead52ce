import { compareCampaign } from '../../../knowledge/recovery/compare.ts';
import type { Difference } from '../../../knowledge/recovery/compare.ts';
import type { CampaignState } from '../../../knowledge/campaigns/campaign.ts';
import { campaignWorkflowId, campaignWorkflowType } from '../../../workflows/contract.ts';
import { settleAsked } from '../../campaigns/course.ts';
import { isStuck } from './finding.ts';
import type { Finding, ReconcileParts } from './finding.ts';

/** Campaigns that ought to run, and those that do. */
export async function findCampaigns(parts: ReconcileParts): Promise<Finding[]> {
  const { stores, workflows } = parts;
  const ids = new Set((await stores.recovery.openCampaigns()).map(({ id }) => id));
  const prefix = campaignWorkflowId('');
  for await (const workflowId of workflows.listRunning(campaignWorkflowType))
    ids.add(workflowId.slice(prefix.length));
  const findings: Finding[] = [];
  for (const id of [...ids].sort()) {
    const { difference } = await examine(parts, id);
    if (difference === null) continue;
    const mends = difference === 'lost' || difference === 'ended' || difference === 'runsOn';
    findings.push({ kind: 'campaign', id, difference, mend: mends ? () => mend(parts, id) : null });
  }
  return findings;
}

async function examine(
  { stores, workflows }: ReconcileParts,
  id: string,
): Promise<{ difference: Difference | null; state: CampaignState | null }> {
  const described = await workflows.describe(campaignWorkflowId(id));
  const state = (await stores.campaigns.find(id))?.state ?? null;
  const workflow = described && { running: described.running, stuck: isStuck(described) };
  return { difference: compareCampaign(state, workflow), state };
}

async function mend(parts: ReconcileParts, id: string): Promise<void> {
  const { stores, commands } = parts;
  const { difference, state } = await examine(parts, id);
  switch (difference) {
    case 'lost':
      return commands.startCampaign(id, { paused: state === 'paused' });
    case 'ended':
      // Whoever ended it by hand wanted it to stop; staff may begin another.
      await settleAsked({ stores }, id);
      await stores.campaigns.closePending(id, 'cancelled');
      return stores.campaigns.setState(id, 'failed');
    case 'runsOn':
      await commands.steerCampaign({
        ...{ campaignId: id, action: 'cancel', eventId: `reconcile/${id}`, actor: 'cli' },
      });
  }
}

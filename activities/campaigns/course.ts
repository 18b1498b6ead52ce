import type { CampaignKind, CampaignState } from '../../knowledge/campaigns/campaign.ts';
import { byOutcome } from '../../knowledge/campaigns/outcome.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';
import type { Campaign } from '../ports/campaigns.ts';
import { whileBeating } from './running.ts';
import type { Running } from './running.ts';
import { showProgress } from './show-progress.ts';

export interface CampaignStart {
  kind: CampaignKind;
  /** Milliseconds until the campaign is to start; 0: at once. */
  startsInMs: number;
}

export async function readCampaignStart(
  ports: ActivityPorts,
  { campaignId }: { campaignId: string },
): Promise<CampaignStart> {
  const { kind, startAt } = await existingCampaign(ports, campaignId);
  const startsInMs = startAt === null ? 0 : Date.parse(startAt) - ports.clock.now().getTime();
  return { kind, startsInMs: Math.max(0, startsInMs) };
}

/** Writes down whom the campaign is for, as the filter means it now. Once: what is written down stays. */
export async function chooseCampaignTargets(
  ports: ActivityPorts,
  { campaignId }: { campaignId: string },
  running: Running,
): Promise<void> {
  const campaign = await existingCampaign(ports, campaignId);
  if (campaign.startedAt !== null) return;
  const { campaigns } = ports.stores;
  await whileBeating(running, async () => {
    let page: string[] = [];
    for await (const { enrollment } of campaigns.candidates(campaign, ports.clock.now())) {
      page.push(enrollment.enrollmentId);
      if (page.length < 500) continue;
      await campaigns.addTargets(campaignId, page);
      page = [];
    }
    await campaigns.addTargets(campaignId, page);
    await campaigns.markStarted(campaignId);
  });
}

export async function saveCampaignState(
  ports: ActivityPorts,
  { campaignId, state }: { campaignId: string; state: CampaignState },
): Promise<void> {
  await ports.stores.campaigns.setState(campaignId, state);
  await showProgress(ports, campaignId);
}

/** The end: firms that nobody came to are noted as such, and the last progress stands. */
export async function closeCampaign(
  ports: ActivityPorts,
  { campaignId, state }: { campaignId: string; state: 'finished' | 'cancelled' | 'failed' },
): Promise<void> {
  const { campaigns } = ports.stores;
  await settleAsked(ports, campaignId);
  await campaigns.closePending(campaignId, 'cancelled');
  await campaigns.setState(campaignId, state);
  ports.log.info('campaign.ended', { campaignId, state });
  await showProgress(ports, campaignId, { mustBeSeen: true });
}

/** Firms that were asked and have not answered get what is on record of their message; without any it may yet go out. */
export async function settleAsked(
  { stores: { campaigns } }: { stores: Pick<ActivityPorts['stores'], 'campaigns'> },
  campaignId: string,
): Promise<void> {
  const asked = (await campaigns.takeStock(campaignId)).map(({ enrollmentId }) => enrollmentId);
  const messages = await campaigns.messages(campaignId, { enrollmentIds: asked });
  for (const [outcome, ids] of byOutcome(asked, messages, 'unknown'))
    await campaigns.recordOutcome(campaignId, ids, outcome);
}

export async function existingCampaign(ports: ActivityPorts, id: string): Promise<Campaign> {
  const campaign = await ports.stores.campaigns.find(id);
  if (campaign === null) throw new Error(`no campaign ${id}`);
  return campaign;
}

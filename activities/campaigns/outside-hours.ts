import { outsideSendingTime } from '../../knowledge/enrollment/reminders.ts';
import { cadenceOf } from '../../knowledge/packs/cadence-of.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';
import type { Campaign } from '../ports/campaigns.ts';
import { showProgress } from './show-progress.ts';
import type { Stretch } from './stretch.ts';

/** Null while people may be written to, or when nobody is left to write to. Otherwise until when the campaign waits. */
export async function outsideHours(ports: ActivityPorts, campaign: Campaign): Promise<Stretch | null> {
  if (campaign.outsideHours === 'ignore') return null;
  const now = ports.clock.now();
  const cadence = cadenceOf(await ports.loadPack(campaign.packId));
  const until = outsideSendingTime(cadence, now.toISOString());
  if (until === null) return null;
  const { campaigns } = ports.stores;
  if (campaign.outsideHours === 'skip') {
    await campaigns.closePending(campaign.id, 'skipped:quietHours');
    // Firms that were asked before may still answer.
    return null;
  }
  await showProgress(ports, campaign.id, { waitsUntil: until });
  return { left: await campaigns.countOpen(campaign.id), waitMs: Date.parse(until) - now.getTime() };
}

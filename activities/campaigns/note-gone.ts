import type { Candidate } from '../../knowledge/campaigns/candidate.ts';
import type { ActivityPorts } from '../ports/activity-ports.ts';

/** Firms that were taken up and are not there any more: without an outcome the campaign would come back to them for ever. */
export async function noteGone(
  { stores }: ActivityPorts,
  { campaignId, enrollmentIds }: { campaignId: string; enrollmentIds: string[] },
  found: Candidate[],
): Promise<void> {
  const there = new Set(found.map(({ enrollment }) => enrollment.enrollmentId));
  const gone = enrollmentIds.filter((id) => !there.has(id));
  if (gone.length > 0) await stores.campaigns.recordOutcome(campaignId, gone, 'skipped:notTracked');
}

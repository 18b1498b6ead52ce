import { isBefore } from '../calendar/shanghai-time.ts';
import type { CampaignState } from '../campaigns/campaign.ts';

/**
 * Whether a campaign out of a backup may have written to firms after it, while the system went on until `ranUntil`. Nobody knows
 * to whom; so it must not go on. One that was paused writes to nobody unless staff resume it, and they are told.
 */
export function mayHaveWrittenSince(
  { state, startAt }: { state: CampaignState; startAt: string | null },
  ranUntil: string,
): boolean {
  if (state === 'running') return true;
  return state === 'scheduled' && (startAt === null || isBefore(startAt, ranUntil));
}

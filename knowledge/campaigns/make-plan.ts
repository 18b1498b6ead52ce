import { defaultOptions } from './campaign.ts';
import type { CampaignPlan } from './campaign.ts';
import type { CampaignRequest } from './read-request.ts';

/** What staff asked for, with what they left open. In the trial nobody is disturbed at night: all firms are fictional. */
export const planOf = (
  wanted: Pick<CampaignPlan, 'kind' | 'text'>,
  { filter, options }: CampaignRequest,
  mode: 'trial' | 'live',
): CampaignPlan => ({
  ...wanted,
  filter,
  ...defaultOptions,
  ...(mode === 'trial' ? { outsideHours: 'ignore' as const } : {}),
  ...options,
});

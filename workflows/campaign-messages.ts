import { ApplicationFailure, defineQuery, defineUpdate } from '@temporalio/workflow';
import { campaignMessages as names } from './contract.ts';
import type { SteerCampaignInput, SteerCampaignResult } from './contract.ts';
import type { CampaignState } from '../knowledge/campaigns/campaign.ts';

export const pauseCampaignUpdate = defineUpdate<SteerCampaignResult, [SteerCampaignInput]>(names.pause);
export const resumeCampaignUpdate = defineUpdate<SteerCampaignResult, [SteerCampaignInput]>(names.resume);
export const cancelCampaignUpdate = defineUpdate<SteerCampaignResult, [SteerCampaignInput]>(names.cancel);
export const getCampaignQuery = defineQuery<{ state: CampaignState }>(names.getCampaign);

/** Every steering is on record under its ID: one without cannot be told from its repetition. */
export function validateSteering({ eventId, actor }: SteerCampaignInput): void {
  const isId = (given: unknown): boolean => typeof given === 'string' && /^\S{1,200}$/.test(given);
  if (!isId(eventId) || !isId(actor)) {
    throw ApplicationFailure.nonRetryable('eventId and actor must be IDs', 'invalidSteering');
  }
}

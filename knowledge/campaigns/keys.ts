import { usccOf } from '../enrollment/enrollment-id.ts';

/** What the keys of all messages of a campaign begin with. */
export const campaignKey = (campaignId: string): string => `campaign/${campaignId}`;

/** The event that causes the messages of a campaign to one firm: `campaign/<campaign>/<USCC>`. */
export const campaignEventKey = (campaignId: string, enrollmentId: string): string =>
  `${campaignKey(campaignId)}/${usccOf(enrollmentId)}`;

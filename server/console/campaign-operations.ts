import * as campaigns from './campaign-schemas.ts';
import type { Operation } from './operation.ts';
import { nothing } from './schemas.ts';
import { sheetType } from './operation.ts';

export const campaignOperations = {
  listCampaigns: {
    ...{ method: 'GET', path: '/campaigns', role: 'viewer' },
    summary:
      'Campaigns of the office’s own pack, the latest first; those that are within the account’s cities.',
    answer: campaigns.campaignList,
  },
  previewCampaign: {
    ...{ method: 'POST', path: '/campaigns/preview', role: 'operator' },
    summary:
      'Whom a campaign would write to, whom not and why, and what they would read. Nobody is written to.',
    body: campaigns.previewBody,
    answer: campaigns.previewAnswer,
  },
  startCampaign: {
    ...{ method: 'POST', path: '/campaigns/start', role: 'operator' },
    summary:
      'Start what the same account previewed, for the firms that were shown. Once, however often it is asked.',
    body: campaigns.startBody,
    answer: campaigns.startAnswer,
  },
  readCampaign: {
    ...{ method: 'POST', path: '/campaigns/read', role: 'viewer' },
    summary: 'How far a campaign is.',
    body: campaigns.campaignBody,
    answer: campaigns.campaignDetail,
  },
  listRecipients: {
    ...{ method: 'POST', path: '/campaigns/recipients', role: 'viewer' },
    summary: 'What became of each firm, a page at a time.',
    body: campaigns.recipientsBody,
    answer: campaigns.recipientPage,
  },
  steerCampaign: {
    ...{ method: 'POST', path: '/campaigns/steer', role: 'operator' },
    summary: 'Pause a campaign, let it go on, or stop it for good.',
    body: campaigns.steerBody,
    answer: campaigns.campaignDetail,
  },
  exportCampaign: {
    ...{ method: 'POST', path: '/campaigns/export', role: 'operator' },
    summary: 'What became of each firm, as a sheet.',
    body: campaigns.campaignBody,
    answer: nothing,
    file: sheetType,
  },
} as const satisfies Record<string, Operation>;

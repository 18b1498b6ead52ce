import { expect, it } from 'vitest';
import type { CampaignState } from '../../knowledge/campaigns/campaign.ts';
import { mayHaveWrittenSince } from '../../knowledge/recovery/campaign-went-on.ts';

const ranUntil = '2026-03-05T02:00:00.000Z';

it.each<[CampaignState, string | null, boolean]>([
  ['running', null, true],
  ['running', '2026-03-01T02:00:00.000Z', true],
  ['scheduled', null, true],
  ['scheduled', '2026-03-05T01:59:00.000Z', true],
  ['scheduled', '2026-03-05T02:01:00.000Z', false],
  ['paused', null, false],
  ['finished', null, false],
  ['previewed', null, false],
])('a campaign that was %s, to start at %s, may have written since: %s', (state, startAt, may) => {
  expect(mayHaveWrittenSince({ state, startAt }, ranUntil)).toBe(may);
});

import type { Locale } from '../answering/types.ts';
import { encodeCallback } from '../callbacks.ts';
import { shanghaiDateTime } from '../calendar/shanghai-time.ts';
import type { CampaignState } from '../campaigns/campaign.ts';
import { steeringFor } from '../campaigns/steering.ts';
import type { ReminderSkip } from '../enrollment/state.ts';
import { textsFor } from '../locales/index.ts';
import type { OutboundMessage } from '../message.ts';
import type { CampaignTally } from './campaign-tally.ts';

export interface CampaignProgress {
  id: string;
  state: CampaignState;
  tally: CampaignTally;
  startAt: string | null;
  /** When sending goes on, if this is no time for it; null otherwise. */
  waitsUntil: string | null;
}

/** The progress message of a campaign, with what may be done with it; the last one holds the final tally. No firm is named. */
export function renderCampaignProgress(progress: CampaignProgress, locale: Locale): OutboundMessage {
  const { campaigns: texts } = textsFor(locale);
  const { id, state, tally } = progress;
  const skips = skipCounts(tally);
  const skipped = skips.reduce((sum, [, count]) => sum + count, 0);
  return {
    paragraphs: [
      campaignHeadline(progress, locale),
      ...(tally.done === 0 ? [] : [texts.progress.tally({ ...tally, skipped })]),
      ...(tally.collected === 0 ? [] : [texts.progress.collected({ count: tally.collected })]),
      ...skips.map(([reason, count]) => texts.progress.skip({ reason, count })),
      ...(tally.cancelled === 0 ? [] : [texts.progress.notReached({ count: tally.cancelled })]),
    ],
    buttons: [
      steeringFor(state).map((action) => ({
        label: texts.actions[action],
        kind: 'callback' as const,
        data: encodeCallback({ verb: 'campaign', campaignId: id, action }),
      })),
    ].filter((row) => row.length > 0),
    citation: null,
  };
}

/** Reasons with their counts, in the order in which they came up. */
const skipCounts = (tally: CampaignTally): [ReminderSkip, number][] =>
  (Object.entries(tally.skipped) as [ReminderSkip, number][]).filter(([, count]) => count > 0);

/** Where a campaign stands, in one sentence. */
export function campaignHeadline(
  { state, tally, startAt, waitsUntil }: Omit<CampaignProgress, 'id'>,
  locale: Locale,
): string {
  const { progress } = textsFor(locale).campaigns;
  const total = Math.max(tally.total, tally.done);
  // Who was not taken up has an outcome, but nobody did anything for them.
  const done = tally.done - tally.cancelled;
  switch (state) {
    case 'previewed':
    case 'scheduled':
      return startAt === null
        ? progress.running({ done, total })
        : progress.scheduled({ at: shanghaiDateTime(startAt) });
    case 'running':
      return waitsUntil === null
        ? progress.running({ done, total })
        : progress.waits({ at: shanghaiDateTime(waitsUntil) });
    case 'paused':
      return progress.paused({ done, total });
    case 'finished':
    case 'cancelled':
    case 'failed':
      return progress[state]({ done });
  }
}

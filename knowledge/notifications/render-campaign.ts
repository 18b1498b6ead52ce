import type { Locale } from '../answering/types.ts';
import type { ReminderSkip } from '../enrollment/state.ts';
import { textsFor } from '../locales/index.ts';
import type { OutboundMessage } from '../message.ts';
import type { CampaignTally } from './campaign-tally.ts';

/** The progress message of a campaign; the last one holds the final tally. Counts only, no firm is named. */
export function renderCampaignProgress(
  counts: CampaignTally,
  finished: boolean,
  locale: Locale,
): OutboundMessage {
  const { notifications: texts, enrollment } = textsFor(locale);
  const skips = Object.entries(counts.skipped).filter(([, count]) => count > 0);
  const skipped = skips.reduce((sum, [, count]) => sum + count, 0);
  const { total, done, sent, failed, unknown } = counts;
  return {
    paragraphs: [
      finished
        ? texts.campaign.finished({ done })
        : texts.campaign.running({ done, total: Math.max(total, done) }),
      texts.campaign.tally({ sent, skipped, failed, unknown }),
      ...skips.map(([reason, count]) =>
        texts.campaign.skip({ reason: enrollment.skipLabels[reason as ReminderSkip], count }),
      ),
    ],
    buttons: [],
    citation: null,
  };
}

import type { ReminderSkip } from '../enrollment/state.ts';

/** How far a campaign is: counts of firms, one outcome each. */
export interface CampaignTally {
  total: number;
  done: number;
  sent: number;
  /** Goes out as one message with what else its recipients are due. */
  collected: number;
  failed: number;
  unknown: number;
  /** The campaign ended before it came to them. */
  cancelled: number;
  skipped: Partial<Record<ReminderSkip, number>>;
}

/** Not taken up; held by another campaign; taken up; asked for. Everything else is an end. */
export const openOutcomes = ['pending', 'waiting', 'held', 'asking'] as const;
const isOpen = (outcome: string): boolean => (openOutcomes as readonly string[]).includes(outcome);

/** What staff look for among outcomes. */
export const outcomeGroups = [
  'sent',
  'collected',
  'skipped',
  'failed',
  'unknown',
  'cancelled',
  'open',
] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

/** Counts outcomes as they are noted; see `CampaignRecipient.outcome`. */
export function tallyOf(
  total: number,
  counts: Iterable<readonly [outcome: string, count: number]>,
): CampaignTally {
  const tally: CampaignTally = {
    total,
    done: 0,
    sent: 0,
    collected: 0,
    failed: 0,
    unknown: 0,
    cancelled: 0,
    skipped: {},
  };
  for (const [outcome, count] of counts) {
    if (isOpen(outcome)) continue;
    tally.done += count;
    const reason = skipReasonIn(outcome);
    if (reason !== null) tally.skipped[reason] = count;
    else if (isCounted(outcome)) tally[outcome] += count;
    else tally.unknown += count;
  }
  return tally;
}

const counted = ['sent', 'collected', 'failed', 'cancelled'] as const;
const isCounted = (outcome: string): outcome is (typeof counted)[number] =>
  (counted as readonly string[]).includes(outcome);

export const skipReasonIn = (outcome: string): ReminderSkip | null =>
  (/^skipped:(.+)$/.exec(outcome)?.[1] as ReminderSkip | undefined) ?? null;

import type { DeliveryOutcome } from '../activities/deliver-notification.ts';
import type { ReminderSkip } from '../knowledge/enrollment/state.ts';
import type { ReminderResult } from './contract.ts';

/** One answer for a firm with several contacts: reached if anybody was. `skip` is why there was nobody to write to. */
export function reminderResult(
  skip: ReminderSkip | null,
  outcomes: DeliveryOutcome[],
  collected: boolean,
): ReminderResult {
  if (skip !== null) return { outcome: 'skipped', reason: skip };
  const sent = outcomes.filter((o) => o.outcome === 'sent').length;
  if (sent > 0) return { outcome: 'sent', sent };
  if (collected) return { outcome: 'collected' };
  if (outcomes.some((o) => o.outcome === 'unknown')) return { outcome: 'unknown' };
  const skipped = outcomes.find((o) => o.outcome === 'skipped');
  if (skipped !== undefined && outcomes.every((o) => o.outcome === 'skipped')) return skipped;
  return { outcome: 'failed' };
}

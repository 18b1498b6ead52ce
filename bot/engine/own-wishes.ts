import type { FirmContact } from '../../activities/ports/store.ts';
import type { Locale } from '../../knowledge/answering/types.ts';
import { nowOf } from '../../knowledge/enrollment/enrollment-clock.ts';
import type { EnrollmentSnapshot } from '../../knowledge/enrollment/state.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { dateTimeText } from './dates.ts';
import type { PrivateContext } from './private-context.ts';

/** What a contact asked for itself; null for nothing, or nothing that still holds at `nowIso`. */
export function ownWishText(
  { remindersStopped, snoozedUntil }: Pick<FirmContact, 'remindersStopped' | 'snoozedUntil'>,
  nowIso: string,
  locale: Locale,
): string | null {
  const { own } = textsFor(locale).wishes;
  if (remindersStopped) return own.stopped;
  return snoozedUntil !== null && snoozedUntil > nowIso
    ? own.snoozed({ until: dateTimeText(snoozedUntil, locale) })
    : null;
}

/** What counts as now for a firm: a trial has a clock of its own. */
export const clockOf = (
  { ports }: Pick<PrivateContext, 'ports'>,
  enrollment: EnrollmentSnapshot | null,
): string => (enrollment === null ? ports.clock.now().toISOString() : nowOf(enrollment, ports.clock.now()));

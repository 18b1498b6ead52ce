import type { FirmRow, Stores } from '../activities/ports/store.ts';
import { reminderSkip } from '../knowledge/enrollment/reminders.ts';
import type { ReminderSkip } from '../knowledge/enrollment/state.ts';

export interface ReminderPreview {
  total: number;
  toRemind: number;
  skips: Map<ReminderSkip, number>;
}

/** Who would be reminded now, and why others would not: each firm is checked again before its message. */
export async function previewReminders(
  rows: AsyncIterable<FirmRow> | Iterable<FirmRow>,
  stores: Pick<Stores, 'identities'>,
  now: Date,
): Promise<ReminderPreview> {
  const preview: ReminderPreview = { total: 0, toRemind: 0, skips: new Map() };
  for await (const row of rows) {
    if (row.enrollment === null) continue;
    preview.total += 1;
    const skip = await skipOf(row, stores, now.toISOString());
    if (skip === null) preview.toRemind += 1;
    else preview.skips.set(skip, (preview.skips.get(skip) ?? 0) + 1);
  }
  return preview;
}

async function skipOf(
  { firm, enrollment, linkedContacts }: FirmRow,
  { identities }: Pick<Stores, 'identities'>,
  nowIso: string,
): Promise<ReminderSkip | null> {
  if (enrollment === null) return 'notTracked';
  // A trial enrollment's clock may be ahead of ours.
  const now = enrollment.trial && enrollment.now > nowIso ? enrollment.now : nowIso;
  const skip = reminderSkip(enrollment, now);
  if (skip !== null) return skip;
  if (linkedContacts === 0) return 'noVerifiedContact';
  const contacts = await identities.contactsOf(firm.uscc);
  return contacts.every((c) => c.blocked) ? 'contactBlockedBot' : null;
}

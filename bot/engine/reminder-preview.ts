import type { FirmRow, IdentityStore } from '../../activities/ports/store.ts';
import { nowOf } from '../../knowledge/enrollment/enrollment-clock.ts';
import { requestedReminderSkip } from '../../knowledge/enrollment/reminders.ts';
import type { ReminderSkip } from '../../knowledge/enrollment/state.ts';

export interface ReminderPreview {
  /** Firms with an enrollment: the others are no targets of a campaign. */
  total: number;
  toRemind: number;
  skips: Map<ReminderSkip, number>;
}

/**
 * Who would be reminded now, and why others would not, for chat and command line alike. Only a preview: each firm is
 * checked again before its message.
 */
export async function previewReminders(
  rows: AsyncIterable<FirmRow> | Iterable<FirmRow>,
  identities: Pick<IdentityStore, 'contactsOf'>,
  now: Date,
): Promise<ReminderPreview> {
  const preview: ReminderPreview = { total: 0, toRemind: 0, skips: new Map() };
  for await (const { firm, enrollment, linkedContacts } of rows) {
    if (enrollment === null) continue;
    preview.total += 1;
    const skip =
      requestedReminderSkip(enrollment, nowOf(enrollment, now)) ??
      (linkedContacts === 0 ? 'noVerifiedContact' : await unreachable(identities, firm.uscc));
    if (skip === null) preview.toRemind += 1;
    else preview.skips.set(skip, (preview.skips.get(skip) ?? 0) + 1);
  }
  return preview;
}

async function unreachable(
  identities: Pick<IdentityStore, 'contactsOf'>,
  uscc: string,
): Promise<ReminderSkip | null> {
  const contacts = await identities.contactsOf(uscc);
  return contacts.every((contact) => contact.blocked) ? 'contactBlockedBot' : null;
}

import type { LinkedBy } from '../../../../knowledge/enrollment/state.ts';
import { hasEnded } from '../../../../knowledge/enrollment/machine.ts';
import { EnrollmentUnavailable } from '../../../../activities/ports/services.ts';
import type { PrivateContext } from '../../private-context.ts';

/**
 * Lets the firm's other contacts know, once, that somebody joined them. The link stands whether or not its enrollment can be reached
 * just now: `who can see us` shows it at all times.
 */
export async function tellOthers(
  { ports, identity }: PrivateContext,
  uscc: string,
  by: LinkedBy,
): Promise<void> {
  const contacts = await ports.stores.identities.contactsOf(uscc);
  const personId = contacts.find(({ id }) => id === identity.id)?.personId;
  if (personId === undefined || contacts.every((contact) => contact.personId === personId)) return;
  for (const { id: packId } of [ports.pack, ...(ports.otherPacks ?? [])]) {
    const enrollment = (await ports.stores.firms.firmRow(packId, uscc))?.enrollment ?? null;
    if (enrollment === null || hasEnded(enrollment)) continue;
    const { enrollmentId } = enrollment;
    const eventId = `linked/${personId}`;
    const event = { enrollmentId, eventId, source: 'firm', actor: identity.id } as const;
    try {
      await ports.commands.linkContact({ ...event, personId, by });
    } catch (error) {
      if (!(error instanceof EnrollmentUnavailable)) throw error;
      ports.log.warn('contact.othersNotTold', { enrollmentId, code: error.code });
    }
    return;
  }
}

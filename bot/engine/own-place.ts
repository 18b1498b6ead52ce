import type { FirmContact, IdentityStore } from '../../activities/ports/store.ts';

/** Where somebody stands among the contacts of a firm. Of the others only numbers are known. */
export interface OwnPlace {
  own: FirmContact;
  /** Whether this person is the firm's only contact. */
  alone: boolean;
  /** Whether anybody else gets the firm's reminders. */
  othersReminded: boolean;
}

/** Null for somebody who is no contact of the firm. */
export async function ownPlace(
  identities: Pick<IdentityStore, 'contactsOf'>,
  uscc: string,
  identityId: string,
): Promise<OwnPlace | null> {
  const contacts = await identities.contactsOf(uscc);
  const own = contacts.find((contact) => contact.id === identityId);
  if (own === undefined) return null;
  const others = contacts.filter((contact) => contact.personId !== own.personId);
  return {
    own,
    alone: others.length === 0,
    othersReminded: others.some((contact) => !contact.blocked && !contact.remindersStopped),
  };
}

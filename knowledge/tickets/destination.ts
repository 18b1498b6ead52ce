/** Where what staff write reaches the asker. `group`: everybody there reads it. */
export type Destination = 'private' | 'group' | 'nowhere';

/**
 * The private chat where there is one; the group that it was asked in otherwise. A ticket whose staff were told anything else
 * than "group" never goes there later: what was written for one, or for nobody, is not for all.
 */
export function destinationOf(
  asker: { reachableInPrivate: boolean },
  askedIn: { group: string | null },
  told: Destination | null,
): Destination {
  if (asker.reachableInPrivate) return 'private';
  return askedIn.group === null || (told !== null && told !== 'group') ? 'nowhere' : 'group';
}

/** What staff of a ticket were told, by all of them: once it was anything else than "group", that a group reads is not told later. */
export const toldOf = (before: Destination | null, now: Destination): Destination =>
  now === 'group' && before !== null ? before : now;

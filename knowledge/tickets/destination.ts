/** Where what staff write reaches the asker. `group`: everybody there reads it. */
export type Destination = 'private' | 'group' | 'nowhere';

/**
 * The private chat where there is one; the group that it was asked in otherwise. A ticket whose staff were told "private"
 * never goes to the group later, though the person blocked the bot since: what was written for one is not for all.
 */
export function destinationOf(
  asker: { reachableInPrivate: boolean },
  askedIn: { group: string | null },
  told: Destination | null,
): Destination {
  if (asker.reachableInPrivate) return 'private';
  return askedIn.group === null || told === 'private' ? 'nowhere' : 'group';
}

import type { ReminderSkip } from '../enrollment/state.ts';

/** One channel of one contact, as far as it matters for whom to write to. Channels of a person are in the order it likes. */
export interface ReachableContact {
  personId: string;
  primary: boolean;
  blocked: boolean;
  remindersStopped: boolean;
  snoozedUntil: string | null;
  /** Not blocked, met in private, and its channel is connected. */
  canBeReached: boolean;
}

export interface Recipients<C> {
  /** One channel for each person. */
  to: C[];
  /** Why nobody; null when there is somebody, or will be. */
  skip: ReminderSkip | null;
  /** When the first of those who asked for quiet may be written to; nobody else is there. */
  quietUntil: string | null;
}

/** Reminders to the primary contact alone that may go without an answer before the others are reminded too. */
const onlyPrimaryFor = 2;

/** What is official goes to every contact, whatever it wants of reminders. */
export function recipientsOfNotice<C extends ReachableContact>(contacts: C[]): Recipients<C> {
  return reach(peopleOf(contacts));
}

/** What the office announces goes to every contact who did not ask for quiet. */
export function recipientsOfAnnouncement<C extends ReachableContact>(
  contacts: C[],
  { now }: { now: string },
): Recipients<C> {
  const awake = awakeOf(contacts, now);
  return 'to' in awake ? awake : reach(awake.people);
}

/** A reminder goes to the primary contact, and after two without an answer to all who did not ask for quiet. */
export function recipientsOfReminder<C extends ReachableContact>(
  contacts: C[],
  { unanswered, now }: { unanswered: number; now: string },
): Recipients<C> {
  const awake = awakeOf(contacts, now);
  if ('to' in awake) return awake;
  const reached = reach(awake.people);
  const primary = reached.to.filter((contact) => contact.primary);
  return unanswered < onlyPrimaryFor && primary.length > 0 ? { ...reached, to: primary } : reached;
}

/** Who wants to be written to now; otherwise why nobody does. */
function awakeOf<C extends ReachableContact>(
  contacts: C[],
  now: string,
): { people: Person<C>[] } | Recipients<C> {
  const people = peopleOf(contacts);
  const wanting = people.filter(([first]) => !first.remindersStopped);
  if (people.length > 0 && wanting.length === 0) return nobody('remindersStopped');
  const awake = wanting.filter(([{ snoozedUntil }]) => snoozedUntil === null || snoozedUntil <= now);
  if (wanting.length > 0 && awake.length === 0) {
    const ends = wanting.flatMap(([{ snoozedUntil }]) => snoozedUntil ?? []);
    return { to: [], skip: null, quietUntil: ends.reduce((a, b) => (b < a ? b : a)) };
  }
  return { people: awake };
}

type Person<C> = [first: C, ...others: C[]];

function peopleOf<C extends ReachableContact>(contacts: C[]): Person<C>[] {
  const people = new Map<string, Person<C>>();
  for (const contact of contacts) {
    const known = people.get(contact.personId);
    if (known === undefined) people.set(contact.personId, [contact]);
    else known.push(contact);
  }
  return [...people.values()];
}

function reach<C extends ReachableContact>(people: Person<C>[]): Recipients<C> {
  const to = people.flatMap((channels) => channels.find(({ canBeReached }) => canBeReached) ?? []);
  if (to.length > 0) return { to, skip: null, quietUntil: null };
  return nobody(people.flat().some(({ blocked }) => blocked) ? 'contactBlockedBot' : 'noVerifiedContact');
}

const nobody = <C>(skip: ReminderSkip): Recipients<C> => ({ to: [], skip, quietUntil: null });

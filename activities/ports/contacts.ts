import type { LinkedBy } from '../../knowledge/enrollment/state.ts';

/** A person on a channel. `id` is ours; `externalUserId` is the channel's. */
export interface ChatIdentity {
  id: string;
  channel: string;
  externalUserId: string;
  /** Where this person can be written to in private; null until known. */
  privateChatId: string | null;
  /** The language to write in: the one that the person chose, else the client's. */
  locale: 'zh-CN' | 'en';
  /** Set when the person blocked the bot. */
  blocked: boolean;
}

/** A linked member of staff. */
export interface StaffIdentity extends ChatIdentity {
  staffId: string;
}

/** One channel of a verified contact of a firm. Identities with the same `personId` are the same person. */
export interface FirmContact extends ChatIdentity {
  personId: string;
  /** Rank among the person's channels: the lowest is written to first. */
  preference: number;
  /** The one whom reminders go to first: one person a firm, the first that was linked unless another was chosen. */
  primary: boolean;
  /** Wants no reminders of this firm. Of its official status this person is told all the same. */
  remindersStopped: boolean;
  /** Wants no reminders of this firm until then, ISO 8601. */
  snoozedUntil: string | null;
}

/** Which firms a member of staff looks after. */
export interface LooksAfter {
  /** Null: of no city in particular, so of those that are nobody else's. */
  cities: string[] | null;
  /** Cities that other linked members have. */
  otherCities: string[];
  /** USCCs of firms that it is named for, and of those that another linked member is. */
  named: string[];
  namedToOthers: string[];
}

/** Somebody who can see a firm, as its other contacts may know: no name and no account. */
export interface FirmPerson {
  personId: string;
  /** In the order that the person likes. */
  channels: string[];
  /** ISO 8601. */
  since: string;
  by: LinkedBy;
  primary: boolean;
}

/** What contacts want, and who of the staff looks after a firm. */
export interface ContactStore {
  /** What a person wants for one firm, whichever channel it says so on. False when it is no contact of the firm. */
  setWishes(
    identityId: string,
    uscc: string,
    wishes: { remindersStopped?: boolean; snoozedUntil?: string | null },
  ): Promise<boolean>;
  /** False when it is no contact of the firm. */
  makePrimary(identityId: string, uscc: string): Promise<boolean>;
  /** Who can see the firm, the first linked first. */
  peopleOf(uscc: string): Promise<FirmPerson[]>;
  /** The person is no contact of the firm any more. False when it was none. */
  unlink(personId: string, uscc: string): Promise<boolean>;
  /** On all channels of the person; null: as the client says. */
  setLanguage(identityId: string, locale: ChatIdentity['locale'] | null): Promise<void>;
  /** From now on this channel of the person is written to first. */
  preferChannel(identityId: string): Promise<void>;
  /** Two identities turn out to be one person: each can do what the other could. */
  joinPerson(identityId: string, otherIdentityId: string): Promise<void>;
  /** The channels of a person, the preferred one first. */
  channelsOf(identityId: string): Promise<ChatIdentity[]>;
  /** How many firms of the person are invited and have not submitted, in any pack. */
  countInvitedFirms(identityId: string): Promise<number>;
  /** Staff who look after a firm: the officer named for it, else those of its city, else those of no city. */
  officersOf(uscc: string): Promise<ChatIdentity[]>;
  /** The same from the member's side. */
  looksAfter(staffId: string): Promise<LooksAfter>;
  /** Null: of no city in particular. False when there is no such member. */
  setStaffCities(staffId: string, cities: string[] | null): Promise<boolean>;
  /**
   * Null: whoever has the city. False when there is no such firm or member, or, with `was`, when by now somebody else is named
   * than that.
   */
  assignOfficer(uscc: string, staffId: string | null, was?: string | null): Promise<boolean>;
}

import type { ConsoleRole } from '../../knowledge/console/roles.ts';

/** What a member of staff may do in the console. */
export interface ConsoleAccount {
  staffId: string;
  /** The staff member's. */
  name: string;
  /** Null until an invitation was accepted. */
  login: string | null;
  role: ConsoleRole;
  /** Only firms of these cities; null: of all. */
  cities: string[] | null;
  disabled: boolean;
}

/** A browser that somebody is signed in with. `id` is no secret. Times are ISO 8601 instants in UTC. */
export interface ConsoleSession {
  id: string;
  /** Name of the browser, as far as known. */
  browser: string | null;
  createdAt: string;
  seenAt: string;
  /** Ends then at the latest. */
  expiresAt: string;
}

export interface AccountChange {
  role?: ConsoleRole;
  cities?: string[] | null;
  disabled?: boolean;
}

/** Accounts of the console. Of invitations and sessions only hashes are stored; a member who leaves takes all along. */
export interface ConsoleAccountStore {
  /**
   * Mints a one-time invitation, which ends the member's earlier ones, and makes the account where there is none: one that is
   * in use keeps its role, its cities and whether it is disabled. An account
   * that is in use keeps login and password until the invitation is accepted. False where there is no such member.
   */
  invite(i: {
    staffId: string;
    token: string;
    role: ConsoleRole;
    cities: string[] | null;
    now: string;
    expiresAt: string;
  }): Promise<boolean>;
  /** Null where it is unknown, expired, used or ended, or the account is disabled. */
  findInvitation(token: string, now: string): Promise<ConsoleAccount | null>;
  /** Uses the invitation up, ends the account's sessions and its link to Telegram. Of two who try, one gets `gone`. */
  accept(i: {
    token: string;
    name: string;
    login: string;
    passwordHash: string;
    now: string;
  }): Promise<{ outcome: 'accepted'; staffId: string } | { outcome: 'gone' } | { outcome: 'loginTaken' }>;
  /** `login` as `normalLogin` makes it. */
  findByLogin(login: string): Promise<(ConsoleAccount & { passwordHash: string }) | null>;
  find(staffId: string): Promise<(ConsoleAccount & { passwordHash: string | null }) | null>;
  /** Oldest first. */
  list(): Promise<ConsoleAccount[]>;
  /**
   * `lastAdmin`: nothing was changed, since nobody who can sign in could manage accounts any more. A disabled account loses its
   * sessions and invitations.
   */
  change(staffId: string, change: AccountChange): Promise<'changed' | 'unknown' | 'lastAdmin'>;
  /** Ends all sessions but the one given. */
  setPassword(staffId: string, passwordHash: string, keepSession: string): Promise<void>;
}

export interface ConsoleSessionStore {
  /** Sessions that have ended by themselves are removed. */
  open(s: {
    staffId: string;
    token: string;
    browser: string | null;
    now: string;
    expiresAt: string;
  }): Promise<ConsoleSession>;
  /**
   * Null where it is unknown, over, unused since `idleSince`, or its account is disabled. Notes that it is used, to the minute.
   */
  find(
    token: string,
    now: string,
    idleSince: string,
  ): Promise<{ session: ConsoleSession; account: ConsoleAccount } | null>;
  /** As `find`, of what runs by itself: nobody used the session by that. */
  look(
    token: string,
    now: string,
    idleSince: string,
  ): Promise<{ session: ConsoleSession; account: ConsoleAccount } | null>;
  /** The latest used first. */
  listOf(staffId: string, now: string, idleSince: string): Promise<ConsoleSession[]>;
  /** False where the member has none of that ID. */
  end(staffId: string, id: string): Promise<boolean>;
  /** How many there were. */
  endAll(staffId: string): Promise<number>;
}

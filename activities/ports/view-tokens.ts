/** Who may look at what Temporal keeps: a token of theirs, shown as far as staff may see it. */
export interface ViewToken {
  id: number;
  staffId: string;
  /** The staff member's. */
  name: string;
  /** ISO 8601 instants in UTC. */
  createdAt: string;
  expiresAt: string;
}

/** Tokens with which staff look at the data in Temporal. Only hashes are stored; a member who leaves takes theirs along. */
export interface ViewTokenStore {
  /** Null where there is no such staff member. Expired tokens are removed. `now` and `expiresAt` ISO 8601. */
  mint(t: { staffId: string; token: string; now: string; expiresAt: string }): Promise<ViewToken | null>;
  /** Null where it is unknown, expired or revoked. */
  find(token: string, now: string): Promise<ViewToken | null>;
  /** Puts `next` in the place of a token that still works, which thereby is used up. Of two who try, one gets null. */
  exchange(token: string, next: string, now: string): Promise<ViewToken | null>;
  /** Those that still work, oldest first. */
  list(now: string): Promise<ViewToken[]>;
  /** False where there is none of that ID. */
  revoke(id: number): Promise<boolean>;
}

import type { OfficialStatus } from '../../knowledge/enrollment/state.ts';
import type { NextListing } from '../../knowledge/renewal/judge-renewal.ts';

/** The next year's enrollment, opened to the firms of a pack. Instants are ISO 8601, UTC. */
export interface Renewal {
  packId: string;
  nextPackId: string;
  openedAt: string;
  /** `system` by the pack's calendar, or who asked for it. */
  openedBy: string;
  /** Since when no more is expected of the next year's list; null while it may grow. */
  listCompleteAt: string | null;
}

/**
 * `invited`: the next year's enrollment is open to it. `notEligible`: it was told why. `waitingForList`: list or value are not
 * there yet. `notFollowed`: its workflow was not found. `changedMeanwhile`: not insured any more when it was its turn.
 */
export type RenewalOutcomeName =
  'invited' | 'notEligible' | 'waitingForList' | 'notFollowed' | 'changedMeanwhile';

/** A firm of this year's pack with what the next year's list says of it. */
export interface RenewalCandidate {
  enrollmentId: string;
  uscc: string;
  name: string;
  city: string;
  trial: boolean;
  officialStatus: OfficialStatus;
  listing: NextListing | null;
  /** Null for one that is to be judged, or judged again. */
  outcome: RenewalOutcomeName | null;
  codes: string[];
}

export interface RenewalResult {
  outcome: RenewalOutcomeName;
  /** Codes of the reasons; empty for none. */
  codes: string[];
  /** Not finished: a successor takes it up again. */
  due: boolean;
}

/** Which enrollments are asked for. */
export interface RenewalScope {
  packId: string;
  nextPackId: string;
  /** Statuses of those who renew. */
  statuses: readonly OfficialStatus[];
}

export interface RenewalStore {
  find(packId: string): Promise<Renewal | null>;
  /** Opens the renewal of a pack, once; false when it is open already. */
  open(renewal: Omit<Renewal, 'listCompleteAt'>): Promise<boolean>;
  /** From `at` on a firm that the next list does not name is not on it. All that wait are judged again. */
  declareListComplete(packId: string, at: string): Promise<void>;
  /** Whoever renews, judged or not; ordered by USCC, `limit` at most. */
  candidates(scope: RenewalScope, page: { afterUscc?: string; limit: number }): Promise<RenewalCandidate[]>;
  /** Of those, whom nobody has judged since the next list changed; in the same order. */
  due(scope: RenewalScope, limit: number): Promise<RenewalCandidate[]>;
  isDue(scope: RenewalScope): Promise<boolean>;
  record(
    of: { enrollmentId: string; packId: string; uscc: string; nextPackId: string },
    result: RenewalResult,
    at: string,
  ): Promise<void>;
  /** Counts of what came of it. */
  counts(packId: string): Promise<{ outcome: RenewalOutcomeName; codes: string[]; count: number }[]>;
}

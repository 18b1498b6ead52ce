import type { CampaignKind, CampaignPlan, CampaignState } from '../../knowledge/campaigns/campaign.ts';
import type { Candidate } from '../../knowledge/campaigns/candidate.ts';
import type { MessageFate } from '../../knowledge/campaigns/outcome.ts';
import type { CampaignFilter } from '../../knowledge/campaigns/filter.ts';
import type { CampaignTally, OutcomeGroup } from '../../knowledge/notifications/campaign-tally.ts';

export interface Campaign extends CampaignPlan {
  id: string;
  packId: string;
  /** A member of the staff, or `cli`. */
  requestedBy: string;
  state: CampaignState;
  tally: CampaignTally;
  /** Where the progress is shown; null until the first progress message was sent. */
  progress: { channel: string; chatId: string; messageId: string } | null;
  /** ISO 8601. */
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

/** What became of one firm. */
export interface CampaignRecipient {
  enrollmentId: string;
  uscc: string;
  firmName: string;
  city: string;
  /** `pending`, `waiting`, `held`, `asking`; at the end `sent`, `collected`, `failed`, `unknown`, `cancelled` or `skipped:<reason>`. */
  outcome: string;
  /** When that became so, ISO 8601. */
  at: string;
}

/** One message of a campaign to one person. */
export interface CampaignMessage extends MessageFate {
  enrollmentId: string;
  identityId: string;
}

export interface CampaignStore {
  create(c: CampaignPlan & Pick<Campaign, 'id' | 'packId' | 'requestedBy'>): Promise<void>;
  find(id: string): Promise<Campaign | null>;
  /** Newest first. `cities`: the latest of those that are within them, as `isWithinCities` has it; else of all. */
  list(packId: string, limit: number, cities?: readonly string[] | null): Promise<Campaign[]>;
  /** IDs that begin so, two at most: enough to see that it is not one. */
  idsBeginningWith(packId: string, prefix: string): Promise<string[]>;
  setProgress(id: string, progress: NonNullable<Campaign['progress']>): Promise<void>;
  /** One that has ended lets go of every firm, and stays as it ended. */
  setState(id: string, state: CampaignState): Promise<void>;
  setTotal(id: string, total: number): Promise<void>;
  /**
   * Makes a preview a campaign that runs, or waits for its time; of two who try, one gets `decided`. `repeated`: another one
   * with the same firms, words and options goes on, or began after this was previewed; nothing was changed.
   */
  confirm(id: string): Promise<'confirmed' | 'decided' | 'repeated'>;

  /** Firms of a pack that a filter means at `now`, by USCC, after `afterUscc`; read page by page. */
  candidates(
    wanted: { packId: string; kind: CampaignKind; filter: CampaignFilter; afterUscc?: string },
    now: Date,
  ): AsyncIterable<Candidate>;
  /** The same of given enrollments, those that exist. */
  candidatesOf(kind: CampaignKind, enrollmentIds: string[]): Promise<Candidate[]>;

  /** Firms that a campaign is to write to, each `pending`; one that it has already stays as it is. */
  addTargets(id: string, enrollmentIds: string[]): Promise<void>;
  /** The firms are chosen: from now on only what became of them changes. */
  markStarted(id: string): Promise<void>;
  /**
   * Takes up to `limit` pending firms (`held`): from then on no other campaign writes to them. A firm that another one holds
   * is set aside (`waiting`). Nothing is taken of a campaign that is not running.
   */
  claim(id: string, limit: number): Promise<string[]>;
  /** The message to a firm that was taken is asked for now; false when the campaign does not run any more. */
  beginAsking(id: string, enrollmentId: string): Promise<boolean>;
  /**
   * Puts back what was set aside, or was taken by an attempt that died before it asked. Returns the firms that were asked for
   * and have no outcome yet, oldest first, with when that was.
   */
  takeStock(id: string): Promise<{ enrollmentId: string; since: string }[]>;
  /** Which of these firms are `asking`. */
  askingAmong(id: string, enrollmentIds: string[]): Promise<string[]>;
  /** Firms without an outcome. */
  countOpen(id: string): Promise<number>;
  /** One outcome per firm; a repeat changes nothing. The firms are let go. */
  recordOutcome(id: string, enrollmentIds: string[], outcome: string): Promise<void>;
  /** Gives every firm that was not asked for yet this outcome. */
  closePending(id: string, outcome: string): Promise<void>;
  /** Messages of a campaign: those of given firms, or to given people. */
  messages(id: string, to: { enrollmentIds?: string[]; identityIds?: string[] }): Promise<CampaignMessage[]>;
  /** Every firm of a campaign with its outcome, by USCC; read page by page. */
  recipients(id: string): AsyncIterable<CampaignRecipient>;
  /** One page of them; null: whatever became of them. */
  recipientPage(
    id: string,
    page: { outcome: OutcomeGroup | null; offset: number; limit: number },
  ): Promise<{ total: number; rows: CampaignRecipient[] }>;
}

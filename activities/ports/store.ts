import type { ApiKeyStore } from './api-keys.ts';
import type { CarriedEnrollment } from '../../knowledge/enrollment/carried.ts';
import type {
  EnrollmentSnapshot,
  LinkedBy,
  NotificationKind,
  OfficialStatus,
  TimelineEntry,
} from '../../knowledge/enrollment/state.ts';
import type { AuditLog } from './audit-log.ts';
import type { CampaignStore } from './campaigns.ts';
import type { ConsoleAccountStore, ConsoleSessionStore } from './console-accounts.ts';
import type { ChatIdentity, ContactStore, FirmContact, StaffIdentity } from './contacts.ts';
import type { ConsoleFirmStore } from './console-firms.ts';
import type { CannedReplyStore, ConsoleTicketStore } from './console-tickets.ts';
import type { FirmViewStore } from './firm-views.ts';
import type { ConsoleTelegramStore } from './console-telegram.ts';
import type { ConsoleTotpStore, PendingSignInStore } from './console-totp.ts';
import type { FirmImportStore } from './firm-imports.ts';
import type { ImportChangeStore } from './import-changes.ts';
import type { FirmNoteStore } from './firm-actions.ts';
import type { FirmMoveStore } from './firm-moves.ts';
import type { GivenAnswerStore } from './given-answers.ts';
import type { GivenChoiceStore } from './given-choices.ts';
import type { GroupStore } from './groups.ts';
import type { IncomingEventStore } from './incoming-events.ts';
import type { NotificationState } from './notification-state.ts';
import type { OverviewStore } from './overview.ts';
import type { QuestionCountStore } from './question-counts.ts';
import type { OfficeAnswerStore, QuestionStore } from './questions.ts';
import type { MailStore } from './mail.ts';
import type { PackRevisionStore } from './pack-revisions.ts';
import type { PersonStore } from './people.ts';
import type { RecoveryStore } from './recovery.ts';
import type { RelayStore } from './relay.ts';
import type { RenewalStore } from './renewals.ts';
import type { TicketStore } from './tickets.ts';
import type { ViewTokenStore } from './view-tokens.ts';
import type { WebhookStore } from './webhooks.ts';

export type { ChatIdentity, FirmContact, LooksAfter, StaffIdentity } from './contacts.ts';
export type { NotificationState } from './notification-state.ts';
export type { NotificationKind } from '../../knowledge/enrollment/state.ts';

/**
 * An exporter, keyed by its unified social credit code (GB 32100-2015). Value, year and place on the list are those of one
 * pack: each has a list of its own.
 */
export interface Firm {
  uscc: string;
  name: string;
  city: string;
  /** US dollars, exact to the cent; null where the list states none. */
  priorYearExportUsd: number | null;
  /** Calendar year that `priorYearExportUsd` is of. */
  exportYear: number | null;
  contactName: string | null;
  contactPhone: string | null;
  /** On the commerce department's approved list (核准名单) of the pack. */
  listed: boolean;
  /** Fictional firm of `samples/` or of the trial. */
  sample: boolean;
}

export interface FirmFilter {
  packId: string;
  city?: string;
  officialStatus?: OfficialStatus;
  /** 'none' = nothing reported yet. */
  reportedStep?: string;
  /** Invited, and says itself that it does not take part. */
  declinedByWord?: true;
  /** Part of the firm's name, or of one that it had. */
  nameContains?: string;
}

/** A firm with its enrollment in one pack, as tables and `/firm` show it. */
export interface FirmRow {
  firm: Firm;
  enrollment: EnrollmentSnapshot | null;
  /** Verified contacts (identities linked to the firm). */
  linkedContacts: number;
  /** Names and codes that it had, or that firms had which merged into it, the latest first. Absent for none. */
  formerly?: { names: string[]; codes: string[] };
}

export interface UpsertOutcome {
  uscc: string;
  /**
   * `created`: new on the list of this pack, whether or not another pack's has it. `formerCode`: the firm goes on under another
   * code, and nothing was written.
   */
  outcome: 'created' | 'changed' | 'unchanged' | 'formerCode';
  /** Insured by a pack that it renews from: the renewal judges and invites it, not the import. */
  leftToRenewal?: true;
}

export interface FirmStore {
  /**
   * Writes firms and the pack's list, and for each listed one an enrollment that waits to be started, in one transaction per
   * call. Lists of other packs stay as they are. With the ID of an import that has begun, what it does can be undone.
   */
  upsertFirms(
    packId: string,
    firms: Firm[],
    wanted: EnrollmentWanted,
    importId?: string,
  ): Promise<UpsertOutcome[]>;
  /** By its code, or a former one. */
  nameOf(uscc: string): Promise<string | null>;
  /** As the list that was written last says. */
  findFirm(uscc: string): Promise<Firm | null>;
  /** By its code, or a former one: the row has the code that holds now. */
  firmRow(packId: string, uscc: string): Promise<FirmRow | null>;
  /** Firms that the pack's list names, as on it or not; ordered by USCC, `limit` at most, after `afterUscc`. */
  listFirms(filter: FirmFilter, page: { afterUscc?: string; limit: number }): Promise<FirmRow[]>;
  /** Counts by city, official status and reported step ('none' before the first). */
  countByCityAndStep(
    packId: string,
  ): Promise<{ city: string; officialStatus: OfficialStatus; reportedStep: string; count: number }[]>;
  /** Listed firms with no linked contact: the call list. */
  unlinkedFirms(packId: string): Promise<Firm[]>;
  /** Whether any firm is a sample (`true`) or any is real (`false`). */
  holdsFirms(kind: { sample: boolean }): Promise<boolean>;
}

/** What every enrollment that an import creates starts with. */
export interface EnrollmentWanted {
  trial: boolean;
  invitedAt: string;
  cadence: EnrollmentSnapshot['cadence'];
  /** Packs whose firms renew into this one; absent for none. */
  renewsFrom?: readonly string[];
}

/** The projection of enrollments; Temporal holds the truth. */
export interface EnrollmentStore {
  /**
   * Idempotent: a snapshot with a version below the stored one changes nothing; timeline entries are unique by `seq`. An entry
   * that differs from the one in its place replaces it, and the snapshot with it: a worker that died may have saved what
   * then never was.
   */
  saveProjection(snapshot: EnrollmentSnapshot, timeline: TimelineEntry[]): Promise<void>;
  find(enrollmentId: string): Promise<EnrollmentSnapshot | null>;
  timeline(enrollmentId: string): Promise<TimelineEntry[]>;
  /** An enrollment for a firm that the database knows, as an import makes it; one that is there is left as it is. */
  enroll(packId: string, uscc: string, wanted: EnrollmentWanted, predecessorId: string): Promise<void>;
  /** Packs that have enrollments. */
  packIds(): Promise<string[]>;
  /** What a workflow that Temporal lost goes on from; null where none has ever spoken. */
  carriedOf(enrollmentId: string): Promise<CarriedEnrollment | null>;
  /** Enrollments whose workflow has not been started yet, oldest first. */
  waitingToStart(limit: number): Promise<EnrollmentSnapshot[]>;
  countWaiting(): Promise<number>;
  /** Those of them that are there. */
  among(enrollmentIds: string[]): Promise<Set<string>>;
  markStarted(enrollmentIds: string[]): Promise<void>;
}

export interface LinkedFirm {
  uscc: string;
  name: string;
  /** Names that it had; absent for none. */
  formerNames?: string[];
}

export type RedeemResult =
  | { ok: true; purpose: 'firm'; uscc: string; alreadyLinked: boolean; by: LinkedBy }
  | { ok: true; purpose: 'staff'; staffId: string }
  /** The chat that minted the code and this one are one person now; `identityId` is the other. */
  | { ok: true; purpose: 'person'; identityId: string; alreadyJoined: boolean }
  | { ok: false; reason: CodeRefusal };

/**
 * `ownCode`: of the very chat that minted it. `ownInvitation`: for a colleague. `staffChat`: one of the two is a staff member's.
 * None of them uses the code up.
 */
type CodeRefusal =
  'unknown' | 'expired' | 'used' | 'tooManyAttempts' | 'ownCode' | 'ownInvitation' | 'staffChat';

export interface IdentityStore {
  /**
   * Finds or creates; updates `privateChatId` where given, and clears `blocked`: a person who writes can be written to. With
   * `leavesBlock` it does not: who speaks in a group, or wrote a while ago, may have blocked the private chat all the same.
   */
  upsertIdentity(i: {
    channel: string;
    externalUserId: string;
    privateChatId?: string;
    locale?: 'zh-CN' | 'en';
    leavesBlock?: true;
  }): Promise<ChatIdentity>;
  findIdentity(id: string): Promise<ChatIdentity | null>;
  /** By the channel's ID; nobody is written down by asking. */
  known(i: { channel: string; externalUserId: string }): Promise<ChatIdentity | null>;
  /** Firms of the person, whichever of its channels was linked. */
  linkedFirms(identityId: string): Promise<LinkedFirm[]>;
  linkFirm(identityId: string, uscc: string): Promise<void>;
  /** All channels of all verified contacts of a firm, the first linked person first. */
  contactsOf(uscc: string): Promise<FirmContact[]>;
  markBlocked(identityId: string): Promise<void>;
  /** The staff member whom this identity is linked to, or null. */
  staffOf(identityId: string): Promise<{ staffId: string; name: string } | null>;
  /** Identities of all linked staff. */
  staffIdentities(): Promise<StaffIdentity[]>;
  addStaff(name: string): Promise<{ staffId: string }>;
  /** Everybody on the staff, oldest first. `linked`: a chat is tied to it. */
  listStaff(): Promise<{ staffId: string; name: string; linked: boolean; cities: string[] | null }[]>;
  /** From now on nobody speaks for this member, and its codes are void. False when there is none. */
  removeStaff(staffId: string): Promise<boolean>;
  /**
   * Mints a one-time code; only its hash is stored. A new code for the same target ends the earlier ones.
   * `expiresAt` ISO 8601.
   */
  mintCode(
    target:
      | { purpose: 'firm'; uscc: string }
      /** A contact invites a colleague. */
      | { purpose: 'colleague'; uscc: string; identityId: string }
      | { purpose: 'staff'; staffId: string }
      | { purpose: 'person'; identityId: string },
    code: string,
    expiresAt: string,
    createdBy: string,
  ): Promise<void>;
  /** Mints one code for each of many firms: all or none, and fast for 10,000. */
  mintFirmCodes(codes: { uscc: string; code: string }[], expiresAt: string, createdBy: string): Promise<void>;
  /** Firms that hold a code which still works at `now` (ISO 8601). */
  firmsWithOpenCode(now: string): Promise<string[]>;
  /** Uses a code up, atomically. Wrong attempts are counted per identity: 10 an hour at most. `now` ISO 8601. */
  redeemCode(code: string, identityId: string, now: string): Promise<RedeemResult>;
}

/** One message that the system starts, to one person. */
export interface NotificationRecord {
  id: string;
  /** Unique: `<event key>/<identityId>`; a repeat of a status notice ends in `/again`. */
  key: string;
  kind: NotificationKind;
  enrollmentId: string;
  identityId: string;
  channel: string;
  state: NotificationState;
  /** Codes and data that the text is rendered from; no prose, no personal data. */
  data: Record<string, string | number | null>;
  /** The channel's ID of the message, once sent. */
  externalMessageId: string | null;
  error: string | null;
  /** Waits for what else its recipient is due, to go out as one message. */
  collected: boolean;
}

export type WantedNotification = Pick<
  NotificationRecord,
  'key' | 'kind' | 'enrollmentId' | 'identityId' | 'channel' | 'data'
> & { collected?: boolean };

export interface NotificationStore {
  /** Creates queued records; an existing key is left as it is. Returns the stored records in the order given. */
  queue(records: WantedNotification[]): Promise<NotificationRecord[]>;
  find(id: string): Promise<NotificationRecord | null>;
  /** Moves `from` -> `to` atomically; false when the record was not in `from`. */
  move(
    id: string,
    from: NotificationState,
    to: NotificationState,
    detail?: { externalMessageId?: string; error?: string },
  ): Promise<boolean>;
  /** As `move`, for all or none. */
  moveAll(
    ids: string[],
    from: NotificationState,
    to: NotificationState,
    detail?: { externalMessageId?: string; error?: string },
  ): Promise<boolean>;
  /** What is collected for a person and not at its end, oldest first. */
  collectedFor(identityId: string): Promise<NotificationRecord[]>;
  listForEnrollment(enrollmentId: string): Promise<NotificationRecord[]>;
}

export interface InboundUpdate {
  id: number;
  channel: string;
  externalId: string;
  payload: string;
}

/** Another process has it until then (ISO 8601, UTC), unless it says again that it does. */
export interface HeldUpdate extends InboundUpdate {
  heldUntil: string;
}

/** Inbound updates are stored and de-duplicated before they are acknowledged. */
export interface InboundStore {
  /** Null when this `externalId` was seen before on this channel. Whoever accepts it has it, for `forMs` and as long as it is kept. */
  accept(channel: string, externalId: string, payload: string, forMs?: number): Promise<InboundUpdate | null>;
  markProcessed(id: number): Promise<void>;
  unprocessed(channel: string): Promise<InboundUpdate[]>;
  /**
   * Takes what is not processed and no running process has; each is taken by one. `own`: also what this process had before it was
   * started again. `id`: that one alone. Where it fails halfway, what was taken is free again once it was not kept for long enough.
   */
  claim(channel: string, o: { own: boolean; id?: number }): Promise<InboundUpdate[]>;
  /** What is not processed and other processes have, the oldest first. */
  heldByOthers(channel: string): Promise<HeldUpdate[]>;
  /** They are in work here: no other process takes them. */
  keep(ids: readonly number[]): Promise<void>;
  /** Nobody has them. */
  letGo(ids: readonly number[]): Promise<void>;
  /** False once it was processed, or emptied since its sender was erased. */
  isUnprocessed(id: number): Promise<boolean>;
}

/** State of a running dialogue (eligibility, a preview that waits for its confirmation); JSON, at most 8 KB. */
export interface ConversationStore {
  load(key: string): Promise<unknown>;
  save(key: string, state: unknown): Promise<void>;
}

/** A message of the web chat, kept so that a reload shows it again. */
export interface ChatMessageStore {
  append(m: {
    identityId: string;
    direction: 'in' | 'out';
    body: string;
    dedupeKey?: string;
  }): Promise<{ id: number }>;
  /** Messages after `afterId`, oldest first, 200 at most. */
  after(
    identityId: string,
    afterId: number,
  ): Promise<{ id: number; direction: 'in' | 'out'; body: string; at: string }[]>;
}

export interface AuditStore {
  /** Append-only. `actor` and `target` are IDs. */
  record(e: {
    actor: string;
    action: string;
    target: string;
    outcome: string;
    detail?: string;
    /** An entry with the same one is there already: nothing is added. */
    once?: string;
  }): Promise<void>;
}

/** All stores over one database connection. */
export interface Stores {
  firms: FirmStore;
  firmMoves: FirmMoveStore;
  firmNotes: FirmNoteStore;
  firmImports: FirmImportStore;
  importChanges: ImportChangeStore;
  enrollments: EnrollmentStore;
  identities: IdentityStore;
  contacts: ContactStore;
  people: PersonStore;
  mail: MailStore;
  notifications: NotificationStore;
  inbound: InboundStore;
  incomingEvents: IncomingEventStore;
  conversations: ConversationStore;
  chatMessages: ChatMessageStore;
  groups: GroupStore;
  givenAnswers: GivenAnswerStore;
  givenChoices: GivenChoiceStore;
  relay: RelayStore;
  campaigns: CampaignStore;
  questions: QuestionStore;
  officeAnswers: OfficeAnswerStore;
  packRevisions: PackRevisionStore;
  overview: OverviewStore;
  questionCounts: QuestionCountStore;
  renewals: RenewalStore;
  tickets: TicketStore;
  viewTokens: ViewTokenStore;
  consoleAccounts: ConsoleAccountStore;
  consoleSessions: ConsoleSessionStore;
  consoleTotp: ConsoleTotpStore;
  consoleTelegram: ConsoleTelegramStore;
  pendingSignIns: PendingSignInStore;
  consoleFirms: ConsoleFirmStore;
  consoleTickets: ConsoleTicketStore;
  cannedReplies: CannedReplyStore;
  firmViews: FirmViewStore;
  webhooks: WebhookStore;
  apiKeys: ApiKeyStore;
  audit: AuditStore;
  auditLog: AuditLog;
  recovery: RecoveryStore;
  /** Answers a trivial query; throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

import type { ConsoleAccountStore, ConsoleSessionStore } from '../activities/ports/console-accounts.ts';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiKeyDesk, ApiKeyStore } from '../activities/ports/api-keys.ts';
import type { AuditLog } from '../activities/ports/audit-log.ts';
import type { CampaignOffice } from '../activities/ports/campaign-office.ts';
import type { FirmImportStore } from '../activities/ports/firm-imports.ts';
import type { ImportChangeStore } from '../activities/ports/import-changes.ts';
import type { ImportOffice } from '../activities/ports/import-office.ts';
import type { CampaignStore } from '../activities/ports/campaigns.ts';
import type { ConsoleFirmStore } from '../activities/ports/console-firms.ts';
import type { CannedReplyStore, ConsoleTicketStore } from '../activities/ports/console-tickets.ts';
import type { ConsoleTelegramStore } from '../activities/ports/console-telegram.ts';
import type { ConsoleTotpStore, PendingSignInStore } from '../activities/ports/console-totp.ts';
import type { ContactStore } from '../activities/ports/contacts.ts';
import type { FirmActions, FirmNoteStore } from '../activities/ports/firm-actions.ts';
import type { FirmViewStore } from '../activities/ports/firm-views.ts';
import type { GroupDoors } from '../activities/ports/group-doors.ts';
import type { GroupStore } from '../activities/ports/groups.ts';
import type { EventIntake } from '../activities/ports/incoming-events.ts';
import type { PayloadCodec } from '@temporalio/common';
import type { Clock, EnrollmentCommands, Logger } from '../activities/ports/services.ts';
import type { SecretBox } from '../activities/ports/secret-box.ts';
import type { SeasonOverview } from '../activities/ports/overview.ts';
import type { AuditStore, EnrollmentStore, FirmStore, IdentityStore } from '../activities/ports/store.ts';
import type { WebhookDesk } from '../activities/ports/webhook-desk.ts';
import type { ViewTokenStore } from '../activities/ports/view-tokens.ts';
import type { MailStopping } from '../bot/channels/mail/stopping.ts';
import type { TicketStore } from '../activities/ports/tickets.ts';
import type { TelegramLogin } from '../bot/channels/telegram/login-data.ts';
import type { WebChat } from '../bot/channels/web/contract.ts';
import type { KeepResult } from '../bot/engine/misses/staff-acts.ts';
import type { StaffSide } from '../bot/tickets/staff-side.ts';
import type { SuggestAnswer } from '../bot/tickets/suggest-answer.ts';
import type { Locale } from '../knowledge/answering/types.ts';
import type { KnowledgeDesk } from '../activities/ports/knowledge-desk.ts';
import type { PolicyPack } from '../knowledge/packs/schema.ts';
import type { OfficeHours } from '../knowledge/tickets/office-hours.ts';

/** `detail` is shown to whoever may open `/readyz`: a short state, no addresses, no secrets. */
export interface HealthPart {
  ok: boolean;
  detail: string;
  /** What is not ok lies outside of this program, and its other parts work: another process would not be better off. */
  outside?: true;
}

/** A throw counts as not ready; each is given three seconds. */
export interface HealthChecks {
  database(): Promise<HealthPart>;
  temporal(): Promise<HealthPart>;
  /** Whether askers' tickets reach anybody. An office may look at them unasked, so this alone is no reason not to be ready. */
  tickets(): Promise<HealthPart>;
  /** By channel name. */
  channels(): Promise<Record<string, HealthPart>>;
}

/**
 * Takes one webhook call. `secretToken` is what the caller claims; the channel compares it in constant time and answers 401
 * when it is wrong. The returned status is what Telegram gets; anything but 2xx makes it call again.
 */
export type TelegramWebhook = (call: {
  body: unknown;
  secretToken: string | null;
}) => Promise<{ status: number }>;

/** Takes one call of Botpress; `secret` is what the caller claims. The returned status is what Botpress gets. */
export type BotpressWebhook = (call: {
  secret: string | null;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  body: string;
}) => Promise<{ status: number; body: string }>;

/** Where programs connect that are logged in to QQ. */
export interface OneBotDoor {
  /** Takes a WebSocket handshake, or answers it with a refusal. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes all connections. */
  hangUp(): void;
}

/** A system that may send official events; any of its secrets (`whsec_…`) signs for it. */
export interface EventSource {
  name: string;
  secrets: string[];
}

/** The integration API; without sources it answers that it is off. */
export interface ApiPorts {
  sources: readonly EventSource[];
  keys: Pick<ApiKeyStore, 'use'>;
  intake: EventIntake;
  clock: Clock;
  /** Requests a minute of one source; 120 by default. */
  requestsAMinute?: number;
}

/** Shows what Temporal keeps encrypted to staff who hold a token. */
export interface CodecPorts {
  codec: PayloadCodec;
  /** Of Temporal's user interfaces whose pages may ask. */
  origins: readonly string[];
  /** Address of our own one; null where there is none. */
  temporalUi: string | null;
  tokens: ViewTokenStore;
  newToken: () => string;
  audit: AuditStore;
  clock: Clock;
}

/** Tickets for the console. What may be done with them is said by the rules of the bot's side. */
export interface TicketDesk {
  side: StaffSide;
  transcript: TicketStore['transcript'];
  pages: ConsoleTicketStore;
  canned: CannedReplyStore;
  suggest: SuggestAnswer;
  /** Keeps an answer as knowledge. */
  keep(
    answer: { question: string; text: string; locale: Locale },
    by: { actor: string; action: string },
  ): Promise<KeepResult>;
  officeHours: OfficeHours;
  /** How often open pages are told what changed; a second by default. */
  watchEveryMs?: number;
}

/** The staff's console. */
export interface ConsolePorts {
  /** Where its pages were built into. */
  pages: string;
  accounts: ConsoleAccountStore;
  sessions: ConsoleSessionStore;
  totp: ConsoleTotpStore;
  pendingSignIns: PendingSignInStore;
  telegram: ConsoleTelegramStore;
  telegramLogin: TelegramLogin;
  /** For the secrets of second steps. */
  secrets: SecretBox;
  firms: ConsoleFirmStore;
  /** Of the same database. */
  firmRows: Pick<FirmStore, 'firmRow'>;
  groups: Pick<GroupStore, 'present' | 'changeSeen'>;
  groupDoors: GroupDoors;
  webhooks: WebhookDesk;
  auditLog: AuditLog;
  apiKeys: ApiKeyDesk;
  /** As `/readyz` tells it. */
  health(): Promise<Record<string, HealthPart>>;
  contacts: Pick<ContactStore, 'peopleOf' | 'assignOfficer'>;
  identities: Pick<IdentityStore, 'contactsOf' | 'listStaff' | 'findIdentity'>;
  enrollments: Pick<EnrollmentStore, 'timeline'>;
  firmActions: FirmActions;
  firmNotes: FirmNoteStore;
  firmViews: FirmViewStore;
  /** Of an enrollment's workflow in Temporal's user interface; null where that has no address. */
  workflowUrl(enrollmentId: string): string | null;
  /** The office's own first. */
  packs: readonly [PolicyPack, ...PolicyPack[]];
  /** The bytes of an .xlsx file. */
  writeSheet(sheet: { header: string[]; rows: (string | null)[][] }): Promise<Uint8Array>;
  tickets: TicketDesk;
  campaigns: Pick<CampaignStore, 'find' | 'list' | 'recipientPage' | 'recipients'>;
  campaignOffice: CampaignOffice;
  imports: Pick<FirmImportStore, 'find' | 'list'>;
  importOffice: ImportOffice;
  importChanges: Pick<ImportChangeStore, 'counts' | 'lastOf' | 'list'>;
  commands: Pick<EnrollmentCommands, 'steerCampaign'>;
  audit: AuditStore;
  clock: Clock;
  /** What staff do with what the bot knows. */
  knowledge: KnowledgeDesk;
  /** The season of the office's own pack. */
  season: {
    cities: readonly string[];
    /** `cities` null: all. */
    read(scope: { cities: readonly string[] | null; days: number; now: Date }): Promise<SeasonOverview>;
  };
}

export interface HttpServerPorts {
  settings: {
    host: string;
    /** 0 takes a free one. */
    port: number;
    mode: 'trial' | 'live';
    publicUrl: string | null;
    /** Sites whose pages may show the chat in a frame. */
    embedOrigins: readonly string[];
    /** Addresses and networks of the proxies whose `X-Forwarded-For` is believed. */
    trustProxy: string[];
    /** Streams that one address may have open; 300 by default. */
    streamsOfAddress?: number;
  };
  health: HealthChecks;
  webChat: WebChat;
  telegramWebhook?: TelegramWebhook;
  botpressWebhook?: BotpressWebhook;
  mailStopping?: MailStopping;
  onebot?: OneBotDoor;
  api: ApiPorts;
  codec?: CodecPorts;
  console?: ConsolePorts;
  /** Shown on the page: title of the policy pack. */
  branding: { packTitle: Record<Locale, string> };
  log: Logger;
}

export interface HttpServer {
  /** Throws `UserError` when the address cannot be used. `url` is one that a browser on this machine can open. */
  listen(): Promise<{ url: string }>;
  /** Ends open streams at once and waits for running requests. */
  close(): Promise<void>;
}

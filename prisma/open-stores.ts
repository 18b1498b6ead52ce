import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stores } from '../activities/ports/store.ts';
import { createApiKeyStore } from './repositories/api-keys.ts';
import { createClient } from './client.ts';
import { asUserError, notSqlite } from './database-errors.ts';
import { migrate } from './migrate.ts';
import { createAuditLog } from './repositories/audit-log.ts';
import { createAuditStore } from './repositories/audit.ts';
import { createCampaignStore } from './repositories/campaigns.ts';
import { createCannedReplyStore } from './repositories/canned-replies.ts';
import { createFirmViewStore } from './repositories/firm-views.ts';
import { createChatMessageStore } from './repositories/chat-messages.ts';
import { createConsoleAccountStore } from './repositories/console-accounts.ts';
import { createConsoleFirmStore, fillInInitials } from './repositories/console-firms.ts';
import { createConsoleSessionStore } from './repositories/console-sessions.ts';
import { createConsoleTicketStore } from './repositories/console-tickets.ts';
import { createConsoleTelegramStore } from './repositories/console-telegram.ts';
import { createConsoleTotpStore, createPendingSignInStore } from './repositories/console-totp.ts';
import { createContactStore } from './repositories/contacts.ts';
import { createConversationStore } from './repositories/conversations.ts';
import { createEnrollmentStore } from './repositories/enrollments.ts';
import { createFirmMoveStore } from './repositories/firm-moves.ts';
import { createFirmImportStore } from './repositories/firm-imports.ts';
import { createImportChangeStore } from './repositories/import-changes.ts';
import { createFirmNoteStore } from './repositories/firm-notes.ts';
import { createFirmStore } from './repositories/firms.ts';
import { createGivenAnswerStore } from './repositories/given-answers.ts';
import { createGivenChoiceStore } from './repositories/given-choices.ts';
import { createGroupStore } from './repositories/groups.ts';
import { createIdentityStore } from './repositories/identities.ts';
import { createInboundStore } from './repositories/inbound.ts';
import { createIncomingEventStore } from './repositories/incoming-events.ts';
import { createMailStore } from './repositories/mail.ts';
import { createNotificationStore } from './repositories/notifications.ts';
import { createOfficeAnswerStore } from './repositories/office-answers.ts';
import { createOverviewStore } from './repositories/overview.ts';
import { createPackRevisionStore } from './repositories/pack-revisions.ts';
import { createPersonStore } from './repositories/people.ts';
import { createQuestionCountStore } from './repositories/question-counts.ts';
import { createQuestionStore } from './repositories/questions.ts';
import { createRecoveryStore } from './repositories/recovery.ts';
import { createRelayStore } from './repositories/relay.ts';
import { createRenewalStore } from './repositories/renewals.ts';
import { createTicketStore } from './repositories/tickets.ts';
import { createViewTokenStore } from './repositories/view-tokens.ts';
import { createWebhookStore } from './repositories/webhooks.ts';
import type { Durability } from './sqlite-adapter.ts';

/**
 * Opens the database, creating its folder and applying migrations. `databaseUrl` is `file:PATH`; a relative path is taken
 * from the working directory. `owner` names this process in what it takes for itself alone, the same after a restart. Throws `UserError` where the file cannot be written, is damaged, is not ours or is newer than
 * this code.
 */
export async function openStores(
  databaseUrl: string,
  durability: Durability = 'full',
  owner: string = randomUUID(),
): Promise<Stores> {
  const path = databaseFile(databaseUrl);
  const db = createClient(path, durability);
  try {
    // Names and phone numbers of firms: a folder made here is its owner's alone.
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await migrate(path, durability);
    await db.$connect();
    await fillInInitials(db);
  } catch (error) {
    throw asUserError(error, path);
  }
  return {
    firms: createFirmStore(db),
    firmMoves: createFirmMoveStore(db),
    firmNotes: createFirmNoteStore(db),
    firmImports: createFirmImportStore(db),
    importChanges: createImportChangeStore(db),
    enrollments: createEnrollmentStore(db),
    identities: createIdentityStore(db),
    contacts: createContactStore(db),
    people: createPersonStore(db),
    mail: createMailStore(db),
    notifications: createNotificationStore(db),
    inbound: createInboundStore(db, owner),
    incomingEvents: createIncomingEventStore(db),
    conversations: createConversationStore(db),
    chatMessages: createChatMessageStore(db),
    groups: createGroupStore(db),
    givenAnswers: createGivenAnswerStore(db),
    givenChoices: createGivenChoiceStore(db),
    relay: createRelayStore(db),
    campaigns: createCampaignStore(db),
    questions: createQuestionStore(db),
    officeAnswers: createOfficeAnswerStore(db),
    packRevisions: createPackRevisionStore(db),
    renewals: createRenewalStore(db),
    overview: createOverviewStore(db),
    questionCounts: createQuestionCountStore(db),
    tickets: createTicketStore(db, owner),
    viewTokens: createViewTokenStore(db),
    consoleAccounts: createConsoleAccountStore(db),
    consoleSessions: createConsoleSessionStore(db),
    consoleTotp: createConsoleTotpStore(db),
    consoleTelegram: createConsoleTelegramStore(db),
    pendingSignIns: createPendingSignInStore(db),
    consoleFirms: createConsoleFirmStore(db),
    consoleTickets: createConsoleTicketStore(db),
    cannedReplies: createCannedReplyStore(db),
    firmViews: createFirmViewStore(db),
    webhooks: createWebhookStore(db),
    apiKeys: createApiKeyStore(db),
    audit: createAuditStore(db),
    auditLog: createAuditLog(db),
    recovery: createRecoveryStore(db),
    ping: async () => {
      await db.$queryRaw`SELECT 1`;
    },
    close: async () => db.$disconnect(),
  };
}

/** Where the database is. Throws `UserError` for a URL that is no file's. */
export function databaseFile(databaseUrl: string): string {
  const url = databaseUrl.trim();
  if (!url.startsWith('file:')) throw notSqlite(url);
  const withoutOptions = url.replace(/\?.*$/, '');
  const path = withoutOptions.startsWith('file://')
    ? fileURLToPath(withoutOptions)
    : withoutOptions.slice('file:'.length);
  if (path === '' || path === ':memory:') throw notSqlite(url);
  return resolve(path);
}

import { campaignOperations } from './campaign-operations.ts';
import * as actions from './firm-action-schemas.ts';
import * as auditing from './audit-schemas.ts';
import * as firms from './firm-schemas.ts';
import { firmViewOperations } from './firm-view-operations.ts';
import { knowledgeOperations } from './knowledge-operations.ts';
import { importOperations } from './import-operations.ts';
import { sheetType } from './operation.ts';
import type { Operation } from './operation.ts';
import * as schemas from './schemas.ts';
import * as settings from './settings-schemas.ts';
import { telegramOperations } from './telegram-operations.ts';
import { totpOperations } from './totp-operations.ts';
import { ticketOperations } from './ticket-operations.ts';

export type { Operation } from './operation.ts';

export const consolePath = '/api/console/v1';

/**
 * The one table of what the console's interface does, and of who may: a handler belongs to each entry, and a route
 * without one is not registered.
 */
export const operations = {
  readSession: {
    ...{ method: 'GET', path: '/session', role: 'nobody' },
    summary: 'Who is signed in.',
    answer: schemas.sessionState,
  },
  signIn: {
    ...{ method: 'POST', path: '/sign-in', role: 'nobody' },
    summary: 'Sign in; the answer sets the cookie of the session, or of its second step.',
    body: schemas.signInBody,
    answer: schemas.signInAnswer,
  },
  readInvitation: {
    ...{ method: 'POST', path: '/invitation', role: 'nobody' },
    summary: 'Whom an invitation is for.',
    body: schemas.tokenBody,
    answer: schemas.invitationState,
  },
  acceptInvitation: {
    ...{ method: 'POST', path: '/invitation/accept', role: 'nobody' },
    summary: 'Choose login and password, and sign in.',
    body: schemas.acceptBody,
    answer: schemas.signInAnswer,
  },
  signOut: {
    ...{ method: 'POST', path: '/sign-out', role: 'viewer' },
    summary: 'End this session.',
    answer: schemas.nothing,
  },
  signOutEverywhere: {
    ...{ method: 'POST', path: '/sign-out-everywhere', role: 'viewer' },
    summary: 'End all sessions of the account, this one too.',
    answer: schemas.nothing,
  },
  listSessions: {
    ...{ method: 'GET', path: '/sessions', role: 'viewer' },
    summary: 'Sessions of the own account.',
    answer: schemas.sessionList,
  },
  endSession: {
    ...{ method: 'POST', path: '/sessions/end', role: 'viewer' },
    summary: 'End one session of the own account.',
    body: schemas.sessionIdBody,
    answer: schemas.nothing,
  },
  changePassword: {
    ...{ method: 'POST', path: '/password', role: 'viewer' },
    summary: 'Change the own password; all other sessions end.',
    body: schemas.passwordBody,
    answer: schemas.nothing,
  },
  readFirmOptions: {
    ...{ method: 'POST', path: '/firms/options', role: 'viewer', ofFirms: true },
    summary: 'What firms can be filtered by.',
    body: firms.packBody,
    answer: firms.firmOptions,
  },
  searchFirms: {
    ...{ method: 'POST', path: '/firms/search', role: 'viewer', ofFirms: true },
    summary: 'One page of the firms that a filter lets through.',
    body: firms.searchBody,
    answer: firms.firmPage,
  },
  exportFirms: {
    ...{ method: 'POST', path: '/firms/export', role: 'operator', ofFirms: true },
    summary: 'All firms that a filter lets through, with their contacts, as a sheet.',
    body: firms.exportBody,
    answer: schemas.nothing,
    file: sheetType,
  },
  readFirm: {
    ...{ method: 'POST', path: '/firms/read', role: 'viewer', ofFirms: true },
    summary: 'All that there is of a firm; names and numbers whole for operators.',
    body: firms.firmBody,
    answer: firms.firmDetail,
  },
  changeStatus: {
    ...{ method: 'POST', path: '/firms/status', role: 'operator', actsOnFirm: true },
    summary: 'Change or correct the official status of a firm, unless it changed since it was seen.',
    body: actions.changeStatusBody,
    answer: actions.changeStatusAnswer,
  },
  previewReminder: {
    ...{ method: 'POST', path: '/firms/reminder', role: 'operator', actsOnFirm: true },
    summary: 'What a reminder to a firm would say, to how many, and why it does not go now.',
    body: actions.reminderBody,
    answer: actions.reminderPreview,
  },
  remindFirm: {
    ...{ method: 'POST', path: '/firms/remind', role: 'operator', actsOnFirm: true },
    summary: 'Remind a firm now.',
    body: actions.reminderBody,
    answer: actions.remindAnswer,
  },
  writeNote: {
    ...{ method: 'POST', path: '/firms/note', role: 'operator', actsOnFirm: true },
    summary: 'Write a note about a firm; it stays as it is.',
    body: actions.noteBody,
    answer: schemas.nothing,
  },
  inviteFirm: {
    ...{ method: 'POST', path: '/firms/invite', role: 'operator', actsOnFirm: true },
    summary: 'A one-time code for a contact of a firm, shown this once; earlier ones end.',
    body: actions.reminderBody,
    answer: actions.invitation,
  },
  assignOfficer: {
    ...{ method: 'POST', path: '/firms/officer', role: 'operator', actsOnFirm: true },
    summary: 'Name who looks after firms, one or many; all of them must be of the account’s cities.',
    body: actions.officerBody,
    answer: actions.officerAnswer,
  },
  listAccounts: {
    ...{ method: 'GET', path: '/accounts', role: 'admin' },
    summary: 'Who may use the console.',
    answer: schemas.accountList,
  },
  changeAccount: {
    ...{ method: 'POST', path: '/accounts/change', role: 'admin' },
    summary: 'Change the role or the cities of an account, disable or enable it.',
    body: schemas.accountBody,
    answer: schemas.nothing,
  },
  readSettings: {
    ...{ method: 'GET', path: '/settings', role: 'admin' },
    summary: 'How the office is set up, and whether everything is well.',
    answer: settings.officeSettings,
  },
  changeGroup: {
    ...{ method: 'POST', path: '/settings/group', role: 'admin' },
    summary: 'Change pack, city or announcements of a group, unless they changed since they were seen.',
    body: settings.groupBody,
    answer: schemas.nothing,
  },
  leaveGroup: {
    ...{ method: 'POST', path: '/settings/group/leave', role: 'admin' },
    summary: 'Have the bot leave a group.',
    body: settings.leaveGroupBody,
    answer: schemas.nothing,
  },
  makeApiKey: {
    ...{ method: 'POST', path: '/settings/keys/make', role: 'admin' },
    summary: 'A new secret for a system that sends official events, shown this once.',
    body: settings.makeApiKeyBody,
    answer: settings.makeApiKeyAnswer,
  },
  revokeApiKey: {
    ...{ method: 'POST', path: '/settings/keys/revoke', role: 'admin' },
    summary: 'Take nothing any more that is signed with a secret.',
    body: settings.apiKeyBody,
    answer: schemas.nothing,
  },
  addWebhook: {
    ...{ method: 'POST', path: '/settings/webhooks/add', role: 'admin' },
    summary: 'Have a system told of changes; one of the same name gets the new address.',
    body: settings.addWebhookBody,
    answer: settings.addWebhookAnswer,
  },
  removeWebhook: {
    ...{ method: 'POST', path: '/settings/webhooks/remove', role: 'admin' },
    summary: 'Tell a system no more; its log goes too.',
    body: settings.webhookBody,
    answer: schemas.nothing,
  },
  listDeliveries: {
    ...{ method: 'POST', path: '/settings/webhooks/deliveries', role: 'admin' },
    summary: 'The latest messages to a system.',
    body: settings.deliveriesBody,
    answer: settings.deliveries,
  },
  redeliverWebhook: {
    ...{ method: 'POST', path: '/settings/webhooks/redeliver', role: 'admin' },
    summary: 'Send one message again, or all that failed.',
    body: settings.redeliverBody,
    answer: settings.redeliverAnswer,
  },
  readAuditOptions: {
    ...{ method: 'GET', path: '/audit/options', role: 'admin' },
    summary: 'What the audit can be filtered by.',
    answer: auditing.auditOptions,
  },
  searchAudit: {
    ...{ method: 'POST', path: '/audit', role: 'admin' },
    summary: 'One page of who did what, the latest first.',
    body: auditing.auditBody,
    answer: auditing.auditPage,
  },
  exportAudit: {
    ...{ method: 'POST', path: '/audit/export', role: 'admin' },
    summary: 'All entries that a filter lets through, as a sheet.',
    body: auditing.auditFilterBody,
    answer: schemas.nothing,
    file: sheetType,
  },
  readOverview: {
    ...{ method: 'POST', path: '/overview', role: 'viewer' },
    summary: 'How the season stands, of one city or of all that the account may see.',
    body: schemas.overviewBody,
    answer: schemas.overview,
  },
  ...firmViewOperations,
  ...totpOperations,
  ...telegramOperations,
  ...knowledgeOperations,
  ...ticketOperations,
  ...campaignOperations,
  ...importOperations,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

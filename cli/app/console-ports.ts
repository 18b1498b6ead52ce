import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createApiKeyDesk } from '../../activities/api-keys/api-key-desk.ts';
import type { ApiKeyDeskPorts } from '../../activities/api-keys/api-key-desk.ts';
import { createCampaignOffice } from '../../activities/campaigns/campaign-office.ts';
import { createFirmActions } from '../../activities/firm-actions/create-firm-actions.ts';
import type { FirmActionPorts } from '../../activities/firm-actions/ports.ts';
import { createImportOffice } from '../../activities/import/import-office.ts';
import { loadSampleUsccs } from '../../activities/import/sample-usccs.ts';
import { writeSheet } from '../../activities/import/write-sheet.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { GroupDoors } from '../../activities/ports/group-doors.ts';
import type { KnowledgeDesk } from '../../activities/ports/knowledge-desk.ts';
import { createWebhookDesk } from '../../activities/webhooks/webhook-desk.ts';
import type { WebhookDeskPorts } from '../../activities/webhooks/webhook-desk.ts';
import type { Clock, EnrollmentCommands, Logger } from '../../activities/ports/services.ts';
import type { SecretBox } from '../../activities/ports/secret-box.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { packsRenewingInto } from '../../activities/renewal/packs-renewing-into.ts';
import { announcementFrom } from '../../bot/engine/announcement-words.ts';
import { codeValidDays } from '../../bot/engine/code.ts';
import { apiKeyId } from '../../server/api/api-key-id.ts';
import type { ConsolePorts, TicketDesk } from '../../server/contract.ts';
import { enrollmentWorkflowId } from '../../workflows/contract.ts';
import { userError } from '../both-languages.ts';
import { newOneTimeCode } from '../one-time-code.ts';
import { newSigningSecret } from '../signing-secret.ts';
import { projectDir } from '../settings.ts';
import { seasonOf } from './season.ts';
import type { ServedPacks } from './served-packs.ts';

/** What the console does beyond reading the database. */
export type ConsoleEngine = Pick<FirmActionPorts, 'mode' | 'invitationLinks'> & {
  commands: EnrollmentCommands;
  knowledge: KnowledgeDesk;
  tickets: TicketDesk;
  log: Logger;
  /** Temporal's user interface, as far as its address is known. */
  temporalUi: { origin: string; namespace: string } | null;
  health: ConsolePorts['health'];
  secrets: SecretBox;
  groupDoors: GroupDoors;
  /** Of the settings: who may send official events, and names that there is a secret for to tell them of changes. */
  apiKeys: ApiKeyDeskPorts['inSettings'];
  telegramLogin: ConsolePorts['telegramLogin'];
  webhookSecrets: readonly string[];
  webhookAllow: WebhookDeskPorts['allowed'];
};

/** What the staff's console is made of. */
export const consolePorts = (
  stores: Stores,
  served: ServedPacks,
  clock: Clock,
  {
    temporalUi,
    groupDoors,
    knowledge,
    tickets,
    health,
    secrets,
    apiKeys,
    telegramLogin,
    webhookSecrets,
    webhookAllow,
    commands,
    log,
    ...engine
  }: ConsoleEngine,
): ConsolePorts => ({
  ...{ knowledge, tickets, secrets, telegramLogin },
  pages: join(projectDir, 'dist/console'),
  accounts: stores.consoleAccounts,
  sessions: stores.consoleSessions,
  totp: stores.consoleTotp,
  pendingSignIns: stores.pendingSignIns,
  telegram: stores.consoleTelegram,
  firms: stores.consoleFirms,
  firmRows: stores.firms,
  firmNotes: stores.firmNotes,
  firmViews: stores.firmViews,
  firmActions: createFirmActions({
    ...{ stores, clock, commands, ...engine },
    get packs(): ConsolePorts['packs'] {
      return [served.pack, ...served.others];
    },
    ...{ newCode: newOneTimeCode, codeValidDays },
  }),
  workflowUrl: (enrollmentId) =>
    temporalUi &&
    `${temporalUi.origin}/namespaces/${temporalUi.namespace}/workflows/${encodeURIComponent(enrollmentWorkflowId(enrollmentId))}`,
  health,
  apiKeys: createApiKeyDesk({
    ...{ stores, clock, inSettings: apiKeys, newSecret: newSigningSecret, idOf: apiKeyId },
  }),
  webhooks: createWebhookDesk({
    ...{ stores, newSecret: newSigningSecret },
    hasSecret: (name) => webhookSecrets.includes(name),
    allowed: webhookAllow,
  }),
  groups: stores.groups,
  groupDoors,
  auditLog: stores.auditLog,
  identities: stores.identities,
  contacts: stores.contacts,
  enrollments: stores.enrollments,
  // What is served may change at any time.
  get packs(): ConsolePorts['packs'] {
    return [served.pack, ...served.others];
  },
  writeSheet: async (sheet) => writeSheet('xlsx', sheet),
  season: seasonOf(stores, () => served.pack),
  campaigns: stores.campaigns,
  campaignOffice: createCampaignOffice({
    ...{ stores, commands, mode: engine.mode, clock, newId: () => randomUUID() },
    pack: () => served.pack,
    readWords: async (typed) => {
      const read = await announcementFrom(typed, stores.questions, served.pack);
      if (!read.ok) throw userError(read.problem);
      return read.words;
    },
  }),
  imports: stores.firmImports,
  importChanges: stores.importChanges,
  importOffice: createImportOffice({
    ...{ stores, commands, mode: engine.mode, clock, log, sampleUsccs: loadSampleUsccs },
    pack: () => served.pack,
    renewsFrom: async () => packsRenewingInto({ loadPack, stores }, served.pack.id),
    imported: async () => {
      for (const id of await packsRenewingInto({ loadPack, stores }, served.pack.id))
        if ((await stores.renewals.find(id)) !== null) await commands.wakeRenewal(id);
    },
  }),
  commands,
  audit: stores.audit,
  clock,
});

import { createEventIntake } from '../../activities/incoming-events/event-intake.ts';
import type { GroupDoors } from '../../activities/ports/group-doors.ts';
import { createPayloadCodec } from '../../activities/payload-codec/payload-codec.ts';
import { createSecretBox } from '../../activities/payload-codec/secret-box.ts';
import { apiKeyId } from '../../server/api/api-key-id.ts';
import type { TelegramLogin } from '../../bot/channels/telegram/login-data.ts';
import { healthParts } from '../../server/health-parts.ts';
import { createServer } from '../../server/create-server.ts';
import { openKeyring } from '../payload-keys/open-keyring.ts';
import { newViewToken } from '../payload-keys/view-token.ts';
import type { AppParts } from './app-parts.ts';
import { consolePorts } from './console-ports.ts';
import { consoleTickets } from './console-tickets.ts';
import type { Doors } from './doors.ts';
import { healthChecks } from './health.ts';
import { invitationLinksOf } from './invitation-links.ts';
import { createKnowledgeDesk } from './knowledge-desk.ts';
import type { LivePacks } from './live-packs.ts';
import { systemClock } from './system-clock.ts';

/** Opens the web chat and the HTTP server; resolves to the page's address. `telegram` and `onebot` are null where another process receives. */
export async function runServer(
  { settings, log, closers, stores, client, commands, events }: AppParts,
  doors: Doors & { groupDoors: GroupDoors; telegramLogin: TelegramLogin },
  packs: LivePacks,
  temporalUi: string | null,
): Promise<string> {
  const { web, telegram, botpress, mail, onebot, answering, groupDoors, telegramLogin } = doors;
  const origins = [temporalUi, settings.temporalUiOrigin].filter((origin) => origin !== null);
  const uiOrigin = temporalUi ?? settings.temporalUiOrigin;
  const knowledge = createKnowledgeDesk({ stores, served: packs, clock: systemClock, log });
  closers.add('knowledge', () => knowledge.close());
  const health = healthChecks({ stores, client, doors: { web, telegram, botpress, onebot } });
  const keyring = openKeyring(settings);
  // What an earlier process was killed over; asking for it again goes on with it.
  await stores.importChanges.release(null);
  const server = createServer({
    settings,
    health,
    webChat: web.webChat,
    ...(telegram === null ? {} : { telegramWebhook: telegram.webhook }),
    ...(onebot?.direction === 'reverse' ? { onebot } : {}),
    ...(botpress === null ? {} : { botpressWebhook: (call) => botpress.webhook(call) }),
    ...(mail === null ? {} : { mailStopping: mail.stopping }),
    codec: {
      codec: createPayloadCodec(keyring),
      origins,
      temporalUi: uiOrigin,
      tokens: stores.viewTokens,
      newToken: newViewToken,
      audit: stores.audit,
      clock: systemClock,
    },
    console: consolePorts(stores, packs, systemClock, {
      ...{ commands, knowledge, groupDoors, log, mode: settings.mode },
      secrets: createSecretBox(keyring),
      telegramLogin,
      health: async () => healthParts(health, log),
      apiKeys: settings.apiSources.flatMap(({ name, secrets }) =>
        secrets.map((secret) => ({ id: apiKeyId(secret), name })),
      ),
      webhookSecrets: settings.webhookSecrets.map(({ name }) => name),
      webhookAllow: settings.webhookAllow,
      tickets: consoleTickets(stores, {
        ...{ packId: packs.pack.id, officeHours: settings.officeHours, clock: systemClock, log },
        answering: async () => answering(),
      }),
      invitationLinks: invitationLinksOf({ telegram }, settings),
      temporalUi: uiOrigin === null ? null : { origin: uiOrigin, namespace: client.options.namespace },
    }),
    branding: {
      get packTitle() {
        return packs.pack.title;
      },
    },
    api: {
      sources: settings.apiSources,
      keys: stores.apiKeys,
      intake: createEventIntake({ stores, applier: events, clock: systemClock }),
      clock: systemClock,
    },
    log,
  });
  closers.add('web', () => web.stop());
  await web.start();
  if (botpress !== null) {
    closers.add('botpress', () => botpress.stop());
    await botpress.start();
  }
  closers.add('server', () => server.close());
  const { url } = await server.listen();
  return url;
}

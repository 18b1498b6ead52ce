import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { registerAssets } from './assets.ts';
import { registerApi } from './api/register-api.ts';
import { registerBotpress } from './botpress-route.ts';
import { registerChat } from './chat-routes.ts';
import { registerCodec } from './codec/register-codec.ts';
import { registerConsolePages } from './console/console-pages.ts';
import { registerConsoleApi } from './console/register-console-api.ts';
import type { HttpServer, HttpServerPorts } from './contract.ts';
import { registerEmbed } from './embed.ts';
import { createEventStreams } from './event-streams.ts';
import { registerHealth } from './health-routes.ts';
import { registerErrorHandling } from './http-errors.ts';
import { explainListenError } from './listening-address.ts';
import { registerMailStop } from './mail-route.ts';
import { registerOneBot } from './onebot-route.ts';
import { registerPage } from './page.ts';
import { securityHeaders } from './security-headers.ts';
import { registerTelegramWebhook } from './telegram-route.ts';
import { watchUnusedConnections } from './unused-connections.ts';

/** Room for the longest text with every character escaped, and little more. */
const bodyLimit = 16 * 1024;

/** The one HTTP server: health, the chat page and its API, and Telegram's webhook where it is used. */
export function createServer(ports: HttpServerPorts): HttpServer {
  const { settings, log } = ports;
  const app = fastify({
    // Requests are not logged: paths and headers of a chat are personal data.
    logger: false,
    trustProxy: settings.trustProxy.length > 0 && settings.trustProxy,
    bodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  const streams = createEventStreams(settings.streamsOfAddress);

  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(securityHeaders);
  });
  const endUnusedConnections = watchUnusedConnections(app.server);
  // Streams never end by themselves, and a closing server waits for what is open.
  app.addHook('preClose', async () => {
    streams.endAll();
    endUnusedConnections();
  });
  registerErrorHandling(app, log);
  registerHealth(app, ports.health, log);
  const page = {
    ...settings,
    // What is served may change at any time.
    get packTitle() {
      return ports.branding.packTitle;
    },
  };
  registerAssets(app);
  registerPage(app, page);
  registerEmbed(app, page);
  app.register(async (scope) =>
    registerChat(scope, { webChat: ports.webChat, streams, publicUrl: settings.publicUrl, log }),
  );
  app.register(async (scope) => registerApi(scope, ports.api, log));
  const { console: consolePorts } = ports;
  if (consolePorts !== undefined) {
    const { publicUrl, mode } = settings;
    registerConsolePages(app, consolePorts);
    app.register(async (scope) =>
      registerConsoleApi(scope, { ports: consolePorts, publicUrl, trial: mode === 'trial', streams, log }),
    );
  }
  const { codec } = ports;
  if (codec !== undefined) {
    app.register(async (scope) => registerCodec(scope, { codec, publicUrl: settings.publicUrl, log }));
  }
  if (ports.telegramWebhook !== undefined) {
    registerTelegramWebhook(app, ports.telegramWebhook, settings.publicUrl);
  }
  const { botpressWebhook, mailStopping } = ports;
  if (botpressWebhook !== undefined) {
    app.register(async (scope) => registerBotpress(scope, botpressWebhook));
  }
  if (mailStopping !== undefined) app.register(async (scope) => registerMailStop(scope, mailStopping));
  if (ports.onebot !== undefined) registerOneBot(app, ports.onebot, settings.publicUrl);

  return {
    async listen() {
      try {
        await app.listen({ host: settings.host, port: settings.port });
      } catch (error) {
        await app.close();
        throw explainListenError(error, settings);
      }
      const { port } = app.server.address() as AddressInfo;
      return { url: `http://${browsableHost(settings.host)}:${port}` };
    },
    close: () => app.close(),
  };
}

function browsableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

import { createWebChannel } from '../../bot/channels/web/create-web-channel.ts';
import type { WebChannel, WebChannelLimits } from '../../bot/channels/web/create-web-channel.ts';
import type { WebTrial } from '../../bot/channels/web/contract.ts';
import type { Engine } from '../../bot/model.ts';
import type { Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createServer } from '../../server/create-server.ts';
import type {
  BotpressWebhook,
  CodecPorts,
  ConsolePorts,
  ApiPorts,
  HealthChecks,
  HttpServer,
  HttpServerPorts,
  TelegramWebhook,
} from '../../server/contract.ts';
import { createScriptedEngine } from './scripted-engine.ts';
import { openTempStores } from './temp-stores.ts';

export interface WebChatServer {
  url: string;
  stores: Stores;
  channel: WebChannel;
  server: HttpServer;
  /** Starts the HTTP server again on the same port, after `server.close()`. */
  listenAgain(): Promise<void>;
  /** What was logged as a warning or an error. */
  logged: { message: string; fields: Record<string, unknown> | undefined }[];
  dispose(): Promise<void>;
}

export interface WebChatServerOptions {
  engine?: Engine | ((stores: Stores) => Promise<Engine>);
  trial?: WebTrial | null;
  health?: Partial<HealthChecks>;
  limits?: Partial<WebChannelLimits>;
  settings?: Partial<HttpServerPorts['settings']>;
  telegramWebhook?: TelegramWebhook;
  botpressWebhook?: BotpressWebhook;
  api?: Partial<ApiPorts>;
  codec?: (stores: Stores) => CodecPorts;
  console?: (stores: Stores) => ConsolePorts;
  /** Runs before the channel starts. */
  prepare?: (stores: Stores) => Promise<void>;
}

/** The web chat over a real database and a real port, with an engine of the test's own. */
export async function startWebChatServer(o: WebChatServerOptions = {}): Promise<WebChatServer> {
  const temp = await openTempStores();
  const { stores } = temp;
  await o.prepare?.(stores);
  const logged: WebChatServer['logged'] = [];
  const log: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, fields) => void logged.push({ message, fields }),
    error: (message, fields) => void logged.push({ message, fields }),
  };
  const channel = createWebChannel({
    stores,
    engine: typeof o.engine === 'function' ? await o.engine(stores) : (o.engine ?? createScriptedEngine()),
    trial: o.trial ?? null,
    clock: { now: () => new Date() },
    log,
    limits: o.limits ?? {},
  });
  await channel.start();
  const ready = async (): Promise<{ ok: boolean; detail: string }> => ({ ok: true, detail: 'ready' });
  const serverOn = (port: number): HttpServer =>
    createServer({
      settings: {
        host: '127.0.0.1',
        port,
        mode: o.trial ? 'trial' : 'live',
        publicUrl: null,
        embedOrigins: [],
        trustProxy: [],
        ...o.settings,
      },
      health: {
        database: ready,
        temporal: ready,
        tickets: ready,
        channels: async () => ({ web: channel.status() }),
        ...o.health,
      },
      webChat: channel.webChat,
      ...(o.telegramWebhook === undefined ? {} : { telegramWebhook: o.telegramWebhook }),
      ...(o.botpressWebhook === undefined ? {} : { botpressWebhook: o.botpressWebhook }),
      ...(o.codec === undefined ? {} : { codec: o.codec(stores) }),
      ...(o.console === undefined ? {} : { console: o.console(stores) }),
      branding: {
        packTitle: {
          'zh-CN': '江苏省2022年度小微企业出口信用保险统保平台',
          en: 'Jiangsu small exporters 2022',
        },
      },
      api: {
        sources: [],
        keys: stores.apiKeys,
        intake: { take: () => Promise.reject(new Error('no events in this test')) },
        clock: { now: () => new Date() },
        ...o.api,
      },
      log,
    });
  let server = serverOn(0);
  const { url } = await server.listen().catch(async (error: unknown) => {
    await channel.stop();
    await temp.dispose();
    throw error;
  });
  return {
    url,
    stores,
    channel,
    server,
    async listenAgain() {
      server = serverOn(Number(new URL(url).port));
      await server.listen();
    },
    logged,
    async dispose() {
      await server.close();
      await channel.stop();
      await temp.dispose();
    },
  };
}

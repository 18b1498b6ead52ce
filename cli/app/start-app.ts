import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { loadPack } from '../../activities/load-pack.ts';
import type { Clock, Logger, MessageSender } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createWorkers } from '../../activities/worker.ts';
import { createWebChannel } from '../../bot/channels/web/create-web-channel.ts';
import { createTelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import type { TelegramChannel } from '../../bot/channels/telegram/create-telegram-channel.ts';
import { createEngine } from '../../bot/engine/create-engine.ts';
import { makeCode } from '../../bot/engine/code.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { createServer } from '../../server/create-server.ts';
import { prepareDataDir } from '../data-dir.ts';
import { acquireInstanceLock } from '../instance-lock.ts';
import { openModeStores } from '../open-mode-stores.ts';
import { createProxyFetch } from '../proxy-fetch.ts';
import type { Settings } from '../settings.ts';
import { createClosers } from './closers.ts';
import type { Closers } from './closers.ts';
import { connectClient, connectWorker } from './connect-temporal.ts';
import { runEmbeddedTemporal } from './embedded-temporal.ts';
import { healthChecks } from './health.ts';
import { loadAnswerer } from './load-answerer.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { logTemporalThrough } from './temporal-runtime.ts';
import { runStarter } from './starter.ts';
import { createWebTrial, seedTrial } from './trial.ts';

export interface RunningApp {
  url: string;
  temporal: { address: string; uiUrl: string | null; adopted: boolean };
  telegramUsername: string | null;
  /** Settles only when a part failed for good: the app must then be stopped. */
  failed: Promise<Error>;
}

const clock: Clock = { now: () => new Date() };

/**
 * Starts everything that `npm start` runs. `stop` ends every part in the opposite order of its start, also while parts are
 * still starting, and is safe to call twice. When a part does not start, what was started before it is ended again.
 */
export function startApp(
  settings: Settings,
  log: Logger,
  progress: (line: string) => void,
): { started: Promise<RunningApp>; stop: () => Promise<void> } {
  const closers = createClosers(log);
  const started = startParts(settings, log, progress, closers).catch(async (error: unknown) => {
    await closers.closeAll();
    throw error;
  });
  return { started, stop: () => closers.closeAll() };
}

async function startParts(
  settings: Settings,
  log: Logger,
  progress: (line: string) => void,
  closers: Closers,
): Promise<RunningApp> {
  logTemporalThrough(log);
  prepareDataDir(settings);
  closers.add('lock', acquireInstanceLock(settings.dataDir));
  const pack = await loadPack(settings.packId);
  const stores = await openModeStores(settings);
  closers.add('database', () => stores.close());
  if (settings.mode === 'trial') await seedTrial(stores, pack, clock);

  const embedded =
    settings.temporalAddress === null ? await runEmbeddedTemporal(settings, log, closers, progress) : null;
  const { client, close: closeClient } = await connectClient(settings, embedded?.address ?? null);
  closers.add('client', closeClient);
  if (embedded === null) await ensureSearchAttributes(client);

  const doors = await createDoors(settings, log, { stores, pack, client });
  const { failed } = await startWorkers(settings, log, closers, {
    ...doors,
    stores,
    embeddedAddress: embedded?.address ?? null,
  });
  closers.add('starter', runStarter({ client, stores, log }));

  const { telegram, web } = doors;
  const server = createServer({
    settings,
    health: healthChecks({ stores, client, web, telegram }),
    webChat: web.webChat,
    ...(telegram === null ? {} : { telegramWebhook: telegram.webhook }),
    branding: { packTitle: pack.title },
    log,
  });
  closers.add('web', () => web.stop());
  await web.start();
  closers.add('server', () => server.close());
  const { url } = await server.listen();
  if (telegram !== null) {
    closers.add('telegram', () => telegram.stop());
    await telegram.start();
  }
  return {
    url,
    temporal: {
      address: embedded?.address ?? settings.temporalAddress ?? '',
      uiUrl: embedded?.uiUrl ?? null,
      adopted: embedded?.adopted ?? false,
    },
    telegramUsername: telegram?.username() ?? null,
    failed,
  };
}

interface Doors {
  commands: ReturnType<typeof createEnrollmentCommands>;
  web: ReturnType<typeof createWebChannel>;
  telegram: TelegramChannel | null;
}

/** The engine, and the channels that speak through it. Nothing is running yet. */
async function createDoors(
  settings: Settings,
  log: Logger,
  { stores, pack, client }: { stores: Stores; pack: PolicyPack; client: Client },
): Promise<Doors> {
  const commands = createEnrollmentCommands(client);
  let telegram: TelegramChannel | null = null;
  const botLink = (code: string): string | null => telegram?.linkTo(code) ?? null;
  const engine = createEngine({
    answerer: await loadAnswerer(pack),
    pack,
    stores,
    commands,
    clock,
    log,
    botLink,
    privateChatLink: () => telegram?.linkTo(null) ?? null,
    settings: { mode: settings.mode },
    newId: randomUUID,
    newCode: () => makeCode(randomBytes),
  });
  const trial =
    settings.mode === 'trial' ? await createWebTrial(stores, pack, commands, clock, randomUUID) : null;
  const web = createWebChannel({ stores, engine, trial, clock, log });
  if (settings.telegram !== null) {
    telegram = createTelegramChannel({
      ...settings.telegram,
      fetch: createProxyFetch(settings.telegram.proxy),
      publicUrl: settings.publicUrl,
      engine,
      stores,
      log,
    });
  }
  return { commands, web, telegram };
}

/** Runs the workers; `failed` settles when one of them fails. */
async function startWorkers(
  settings: Settings,
  log: Logger,
  closers: Closers,
  parts: Doors & { stores: Stores; embeddedAddress: string | null },
): Promise<{ failed: Promise<Error> }> {
  const { connection, namespace } = await connectWorker(settings, parts.embeddedAddress);
  closers.add('worker connection', () => connection.close());
  const senders: MessageSender[] = [parts.web.sender];
  if (parts.telegram !== null) senders.push(parts.telegram.sender);
  const workers = await createWorkers({
    connection,
    namespace,
    channels: senders.map((s) => s.channel),
    ports: {
      stores: parts.stores,
      senders: Object.fromEntries(senders.map((s) => [s.channel, s])),
      commands: parts.commands,
      loadPack,
      clock,
      log,
    },
  });
  const running = workers.run();
  closers.add('workers', async () => {
    workers.shutdown();
    await running.catch(() => undefined);
  });
  const failed = new Promise<Error>((resolve) => {
    running.catch((error: unknown) => resolve(error instanceof Error ? error : new Error(String(error))));
  });
  return { failed };
}

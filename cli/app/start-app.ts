import type { Logger } from '../../activities/ports/services.ts';
import { createServer } from '../../server/create-server.ts';
import { prepareDataDir } from '../data-dir.ts';
import { acquireInstanceLock } from '../instance-lock.ts';
import { openModeStores } from '../open-mode-stores.ts';
import type { Settings } from '../settings.ts';
import { createClosers } from './closers.ts';
import type { Closers } from './closers.ts';
import { connectClient } from './connect-temporal.ts';
import { createDoors } from './doors.ts';
import { runEmbeddedTemporal } from './embedded-temporal.ts';
import { healthChecks } from './health.ts';
import { loadServedPacks } from './served-packs.ts';
import { ensureSearchAttributes } from './search-attributes.ts';
import { logTemporalThrough } from './temporal-runtime.ts';
import { runStarter } from './starter.ts';
import { systemClock } from './system-clock.ts';
import { seedTrial } from './trial.ts';
import { runTellingAskers } from './tell-askers.ts';
import { startWorkers } from './workers.ts';

export interface RunningApp {
  url: string;
  temporal: { address: string; uiUrl: string | null; adopted: boolean };
  telegramUsername: string | null;
  /** Settles only when a part failed for good: the app must then be stopped. */
  failed: Promise<Error>;
}

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
  const { pack, others } = await loadServedPacks(settings);
  const stores = await openModeStores(settings);
  closers.add('database', () => stores.close());
  if (settings.mode === 'trial') await seedTrial(stores, pack, systemClock);

  const embedded =
    settings.temporalAddress === null ? await runEmbeddedTemporal(settings, log, closers, progress) : null;
  const { client, close: closeClient } = await connectClient(settings, embedded?.address ?? null);
  closers.add('client', closeClient);
  if (embedded === null) await ensureSearchAttributes(client);

  const doors = await createDoors(settings, log, { stores, pack, others, client });
  const { failed } = await startWorkers(settings, log, closers, {
    ...doors,
    stores,
    embeddedAddress: embedded?.address ?? null,
  });
  closers.add('starter', runStarter({ client, stores, log }));
  const senders = [doors.web.sender, ...(doors.telegram === null ? [] : [doors.telegram.sender])];
  closers.add(
    'telling askers',
    runTellingAskers({ stores, senders: Object.fromEntries(senders.map((s) => [s.channel, s])), log }),
  );

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

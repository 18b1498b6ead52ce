import { createPublishedPacks } from '../../activities/pack-revisions/published-packs.ts';
import { createWorkers } from '../../activities/worker.ts';
import type { AppParts } from './app-parts.ts';
import { connectWorker } from './connect-worker.ts';
import { systemClock } from './system-clock.ts';

/** Runs the workers; `failed` settles when one of them fails. */
export async function startWorkers({
  settings,
  log,
  closers,
  stores,
  senders,
  commands,
  embeddedAddress,
}: AppParts): Promise<{ failed: Promise<Error> }> {
  const { connection, namespace, dataConverter } = await connectWorker(settings, embeddedAddress);
  closers.add('worker connection', () => connection.close());
  const workers = await createWorkers({
    connection,
    namespace,
    dataConverter,
    channels: Object.keys(senders),
    ports: {
      ...{ stores, senders, commands, clock: systemClock, log },
      loadPack: createPublishedPacks(stores.packRevisions),
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

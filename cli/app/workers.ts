import { loadPack } from '../../activities/load-pack.ts';
import type { Logger, MessageSender } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createWorkers } from '../../activities/worker.ts';
import type { Settings } from '../settings.ts';
import type { Closers } from './closers.ts';
import { connectWorker } from './connect-temporal.ts';
import type { Doors } from './doors.ts';
import { systemClock } from './system-clock.ts';

/** Runs the workers; `failed` settles when one of them fails. */
export async function startWorkers(
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
      clock: systemClock,
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

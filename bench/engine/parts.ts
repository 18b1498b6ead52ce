import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createEnrollmentCommands } from '../../activities/enrollment-commands.ts';
import { createPackCache } from '../../activities/pack-cache.ts';
import type { EnrollmentCommands, MessageSender } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { createWorkers } from '../../activities/worker.ts';
import { connectClient } from '../../cli/app/connect-temporal.ts';
import { connectWorker } from '../../cli/app/connect-worker.ts';
import { systemClock } from '../../cli/app/system-clock.ts';
import { readSettings } from '../../cli/settings.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { startTemporalServer } from '../../tests/support/temporal-server.ts';

/** One Temporal server, one folder, one connection for everything that is measured. */
export interface Bench {
  folder: string;
  client: Client;
  worker: Awaited<ReturnType<typeof connectWorker>>;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const folder = await mkdtemp(join(tmpdir(), 'tongbao-bench-'));
  const server = await startTemporalServer();
  const settings = readSettings({ TONGBAO_DATA_DIR: folder, TEMPORAL_ADDRESS: server.address });
  const { client, close } = await connectClient(settings, null);
  const worker = await connectWorker(settings, null);
  return {
    folder,
    client,
    worker,
    async close() {
      await worker.connection.close();
      await close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A channel that takes every message at once. */
export function instantSender(channel: string): MessageSender & { sentAt: number[] } {
  const sentAt: number[] = [];
  return {
    channel,
    sentAt,
    async send() {
      sentAt.push(performance.now());
      return { messageId: String(sentAt.length) };
    },
    edit: async () => undefined,
  };
}

export interface RunningEngine {
  stores: Stores;
  commands: EnrollmentCommands;
  sender: ReturnType<typeof instantSender>;
  stop(): Promise<void>;
}

/** Our own workers, as `tongbao start --role worker` runs them, on a database of their own. */
export async function runEngine({ client, worker, folder }: Bench, channel: string): Promise<RunningEngine> {
  const stores = await openStores(`file:${join(folder, `${channel}.db`)}`);
  const commands = createEnrollmentCommands(client, { enrollments: async () => stores.enrollments });
  const sender = instantSender(channel);
  const silent = (): void => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const senders = { [channel]: sender };
  const workers = await createWorkers({
    ...worker,
    channels: [channel],
    ports: { stores, senders, commands, loadPack: createPackCache(), clock: systemClock, log },
  });
  const running = workers.run();
  return {
    stores,
    commands,
    sender,
    async stop() {
      workers.shutdown();
      await running;
      await stores.close();
    },
  };
}

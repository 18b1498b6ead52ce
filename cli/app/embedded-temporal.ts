import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../activities/ports/services.ts';
import { searchAttributeNames } from '../../workflows/contract.ts';
import type { Settings } from '../settings.ts';
import { findTemporalCli } from '../temporal/binary.ts';
import { startEmbeddedServer } from '../temporal/embedded-server.ts';
import type { EmbeddedServer } from '../temporal/embedded-server.ts';
import type { Closers } from './closers.ts';

const retryAfterMs = 2_000;

/**
 * Our own Temporal server, kept up: when it ends by itself it is started again on the same ports and file, however often
 * that takes, and clients and workers find it again. `failed` settles when its port went to another program meanwhile.
 */
export async function runEmbeddedTemporal(
  settings: Settings,
  log: Logger,
  closers: Closers,
  progress: (line: string) => void,
): Promise<{ address: string; uiUrl: string; adopted: boolean; failed: Promise<Error> }> {
  const cliPath = await findTemporalCli({
    configuredPath: settings.temporalCliPath,
    cacheDir: settings.cacheDir,
    env: settings.childEnv,
    progress,
  });
  const start = (): Promise<EmbeddedServer> =>
    startEmbeddedServer({
      cliPath,
      dataDir: settings.dataDir,
      searchAttributes: Object.values(searchAttributeNames),
      env: settings.childEnv,
    });

  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  let starting = start();
  let keepingUp: Promise<unknown> = Promise.resolve();
  // Before it is up: a stop while it starts must not leave it behind.
  closers.add('temporal', async () => {
    stopping.abort();
    await starting.then((server) => server.stop()).catch(() => undefined);
    await keepingUp;
  });
  /** Null when it was stopped while it came up again. */
  const startAgain = async (): Promise<EmbeddedServer | null> => {
    while (!stopped()) {
      try {
        starting = start();
        return await starting;
      } catch (error) {
        log.error('temporal.restartFailed', { error });
        await delay(retryAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return null;
  };
  const keepUp = async (first: EmbeddedServer): Promise<Error | null> => {
    await first.ended();
    while (!stopped()) {
      log.error('temporal.endedUnexpectedly');
      const again = await startAgain();
      if (again === null) return null;
      if (again.address !== first.address) return new Error(`Temporal had to move to ${again.address}`);
      log.info('temporal.startedAgain', { address: again.address });
      await again.ended();
    }
    return null;
  };
  const server = await starting;
  const kept = keepUp(server);
  keepingUp = kept;
  const failed = new Promise<Error>((resolve) => {
    void kept.then((error) => {
      if (error !== null) resolve(error);
    });
  });
  return { address: server.address, uiUrl: server.uiUrl, adopted: server.adopted, failed };
}

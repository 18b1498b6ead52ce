import type { Logger } from '../../activities/ports/services.ts';
import { searchAttributeNames } from '../../workflows/contract.ts';
import type { Settings } from '../settings.ts';
import { findTemporalCli } from '../temporal/binary.ts';
import { startEmbeddedServer } from '../temporal/embedded-server.ts';
import type { EmbeddedServer } from '../temporal/embedded-server.ts';
import type { Closers } from './closers.ts';

/**
 * Our own Temporal server, kept up: when it ends by itself it is started again on the same ports and file, and clients
 * and workers find it again.
 */
export async function runEmbeddedTemporal(
  settings: Settings,
  log: Logger,
  closers: Closers,
  progress: (line: string) => void,
): Promise<{ address: string; uiUrl: string; adopted: boolean }> {
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

  let stopping = false;
  let starting = start();
  // Before it is up: a stop while it starts must not leave it behind.
  closers.add('temporal', async () => {
    stopping = true;
    await starting.then((server) => server.stop()).catch(() => undefined);
    await keepingUp;
  });
  const keepUp = async (): Promise<void> => {
    for (;;) {
      await (await starting).ended();
      if (stopping) return;
      log.error('temporal.endedUnexpectedly');
      starting = start();
      log.info('temporal.startedAgain', { address: (await starting).address });
    }
  };
  let keepingUp: Promise<void> = Promise.resolve();
  const server = await starting;
  keepingUp = keepUp().catch((error: unknown) => log.error('temporal.restartFailed', { error }));
  return { address: server.address, uiUrl: server.uiUrl, adopted: server.adopted };
}

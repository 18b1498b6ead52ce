import type { Logger } from '../../activities/ports/services.ts';
import { userError } from '../both-languages.ts';
import type { Role } from '../instance-lock.ts';
import type { Settings } from '../settings.ts';
import { answers } from '../temporal/answers.ts';
import { recordedServer } from '../temporal/embedded-server.ts';
import type { Closers } from './closers.ts';
import { runEmbeddedTemporal } from './embedded-temporal.ts';
import { never } from './never.ts';

export interface ReachedTemporal {
  /** Of our own server, whichever process keeps it up; null when TEMPORAL_ADDRESS names one. */
  embeddedAddress: string | null;
  uiUrl: string | null;
  adopted: boolean;
  failed: Promise<Error>;
}

/** All roles of a machine may be started at once: the server may need this long to come up. */
const serverUpWithinMs = 60_000;

/**
 * The Temporal server to work with: the one that the settings name, our own that this process runs, or our own that the
 * `temporal` role runs. Throws UserError when there is none.
 */
export async function reachTemporal(
  settings: Settings,
  log: Logger,
  closers: Closers,
  { role, progress }: { role: Role | null; progress: (line: string) => void },
): Promise<ReachedTemporal> {
  if (settings.temporalAddress !== null) {
    if (role === 'temporal') throw userError((t) => t.app.temporalElsewhere);
    return { embeddedAddress: null, uiUrl: null, adopted: false, failed: never };
  }
  if (role === null || role === 'temporal') {
    const { address, ...rest } = await runEmbeddedTemporal(settings, log, closers, progress);
    return { embeddedAddress: address, ...rest };
  }
  const { address, uiUrl } = await recorded(settings.dataDir);
  return { embeddedAddress: address, uiUrl, adopted: false, failed: never };
}

async function recorded(dataDir: string): Promise<{ address: string; uiUrl: string }> {
  const deadline = Date.now() + serverUpWithinMs;
  for (;;) {
    const server = recordedServer(dataDir);
    if (server !== null && (await answers(server.address, 2_000))) return server;
    if (Date.now() > deadline) throw userError((t) => t.app.temporalNotRunning);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

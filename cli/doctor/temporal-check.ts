import { Connection } from '@temporalio/client';
import { temporalConnection } from '../../temporal.config.ts';
import type { Settings } from '../settings.ts';
import { isInstanceRunning } from '../instance-lock.ts';
import { recordedServer } from '../temporal/embedded-server.ts';
import { broken, fine, notice, type Finding } from './finding.ts';
import { firstLine } from './local-checks.ts';

const timeoutMs = 5_000;

/** The server that commands would talk to: TEMPORAL_ADDRESS or a profile's, else the one that `npm start` runs. */
export async function checkTemporal(settings: Settings): Promise<Finding> {
  const embedded = settings.temporalAddress === null ? recordedServer(settings.dataDir) : null;
  const target = temporalConnection(settings.temporal, embedded?.address ?? null);
  if (target === null) return notice((t) => t.temporalNotRunning());
  const { namespace } = target;
  const { address } = target.connectionOptions;
  try {
    const connection = await Connection.connect({ ...target.connectionOptions, connectTimeout: timeoutMs });
    try {
      await connection.withDeadline(Date.now() + timeoutMs, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
    } finally {
      await connection.close();
    }
    return embedded === null || isInstanceRunning(settings.dataDir)
      ? fine((t) => t.temporalFine({ address, namespace }))
      : notice((t) => t.temporalLeftAlone({ address }));
  } catch (error) {
    return broken((t) => t.temporalBroken({ address, namespace, reason: firstLine(error) }));
  }
}

import type { Client } from '@temporalio/client';
import type { Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';
import { repeatedly } from './repeatedly.ts';

const lookEveryMs = 2_000;

/**
 * Starts workflows for enrollments that wait for one, whoever wrote them and whenever: an import while this runs, or one
 * that was killed halfway. Returns the function that ends it.
 */
export function runStarter(ports: { client: Client; stores: Stores; log: Logger }): () => Promise<void> {
  const { client, stores, log } = ports;
  const starting = repeatedly(lookEveryMs, async () => {
    try {
      const started = await startWaitingEnrollments(client, stores);
      if (started > 0) log.info('enrollments.started', { started });
    } catch (error) {
      log.warn('enrollments.startFailed', { error });
    }
  });
  return () => starting.stop();
}

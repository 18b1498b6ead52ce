import type { Client } from '@temporalio/client';
import type { Logger } from '../../activities/ports/services.ts';
import type { Stores } from '../../activities/ports/store.ts';
import { startWaitingEnrollments } from '../../activities/start-enrollments.ts';

const lookEveryMs = 2_000;

/**
 * Starts workflows for enrollments that wait for one, whoever wrote them and whenever: an import while this runs, or one
 * that was killed halfway. Returns the function that ends it.
 */
export function runStarter(ports: { client: Client; stores: Stores; log: Logger }): () => Promise<void> {
  const { client, stores, log } = ports;
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let wake = (): void => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const look = async (): Promise<void> => {
    for (;;) {
      try {
        const started = await startWaitingEnrollments(client, stores);
        if (started > 0) log.info('enrollments.started', { started });
      } catch (error) {
        log.warn('enrollments.startFailed', { error });
      }
      if (isStopped()) return;
      await pause();
    }
  };
  const looking = look();
  return async () => {
    stopped = true;
    wake();
    await looking;
  };
}

import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Logger } from '../../activities/ports/services.ts';

/** Sends the Temporal SDK's own log through ours; only once a process, and before the first connection. */
export function logTemporalThrough(log: Logger): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    // Queues of one kind of work only are how we use them.
    if (/^No (workflows|activities) registered/.test(message)) return;
    const fields = { ...meta };
    if (level === 'ERROR') log.error(`temporal.sdk ${message}`, fields);
    else log.warn(`temporal.sdk ${message}`, fields);
  });
  Runtime.install({ logger });
}

import type { EventApplier } from '../../activities/incoming-events/event-applier.ts';
import type { Logger } from '../../activities/ports/services.ts';
import { repeatedly } from './repeatedly.ts';

const lookEveryMs = 2_000;

/**
 * Decides official events that were stored and not decided: by a result list, by a sender who did not wait, or before a
 * crash. Returns the function that ends it.
 */
export function runDecidingEvents({
  events,
  log,
}: {
  events: EventApplier;
  log: Logger;
}): () => Promise<void> {
  const deciding = repeatedly(lookEveryMs, async () => {
    try {
      if ((await events.applyWaiting()) === 'unreachable') log.warn('events.engineUnreachable');
    } catch (error) {
      log.warn('events.notDecided', { error });
    }
  });
  return () => deciding.stop();
}

import type { Logger } from '../../../activities/ports/services.ts';
import { pause } from '../pause.ts';

const pausesMs = [200, 1_000, 5_000];

/** OneBot tells of an event once: a database that is busy for a moment must not lose it. Throws what the last try threw. */
export async function storing<Result>(
  { log, signal }: { log: Logger; signal: AbortSignal },
  store: () => Promise<Result>,
): Promise<Result> {
  for (const waitMs of pausesMs) {
    try {
      return await store();
    } catch (error) {
      log.warn('onebot.eventNotStored', { waitMs, error: String(error) });
      await pause(waitMs, signal);
    }
  }
  return store();
}

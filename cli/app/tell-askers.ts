import type { Logger } from '../../activities/ports/services.ts';
import { tellAskers } from '../../bot/engine/misses/tell-askers.ts';
import type { TellingPorts } from '../../bot/engine/misses/tell-askers.ts';

const lookEveryMs = 2_000;

/** Tells askers what the office answered, whoever answered and in whichever process. Returns the function that ends it. */
export function runTellingAskers(ports: TellingPorts & { log: Logger }): () => Promise<void> {
  const stopping = new AbortController();
  const look = async (): Promise<void> => {
    let recovered = false;
    while (!stopping.signal.aborted) {
      try {
        if (!recovered) await ports.stores.questions.recoverTelling();
        recovered = true;
        const told = await tellAskers(ports);
        if (told > 0) ports.log.info('officeAnswers.told', { told });
      } catch (error) {
        ports.log.warn('officeAnswers.notTold', { error });
      }
      await pause(stopping.signal);
    }
  };
  const looking = look();
  return async () => {
    stopping.abort();
    await looking;
  };
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, lookEveryMs);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

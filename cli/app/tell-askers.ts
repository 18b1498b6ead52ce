import type { Logger } from '../../activities/ports/services.ts';
import { tellAskers } from '../../bot/engine/misses/tell-askers.ts';
import type { TellingPorts } from '../../bot/engine/misses/tell-askers.ts';
import { repeatedly } from './repeatedly.ts';

const lookEveryMs = 2_000;

/** Tells askers what the office answered, whoever answered and in whichever process. Returns the function that ends it. */
export function runTellingAskers(ports: TellingPorts & { log: Logger }): () => Promise<void> {
  let recovered = false;
  const telling = repeatedly(lookEveryMs, async () => {
    try {
      if (!recovered) await ports.stores.questions.recoverTelling();
      recovered = true;
      const told = await tellAskers(ports);
      if (told > 0) ports.log.info('officeAnswers.told', { told });
    } catch (error) {
      ports.log.warn('officeAnswers.notTold', { error });
    }
  });
  return () => telling.stop();
}

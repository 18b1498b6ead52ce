import type { Logger } from '../../activities/ports/services.ts';
import { tellAskers } from '../../bot/engine/misses/tell-askers.ts';
import type { TellingPorts } from '../../bot/engine/misses/tell-askers.ts';
import { repeatedly } from './repeatedly.ts';

const lookEveryMs = 2_000;
const recoverEveryMs = 10_000;

/** Tells askers what the office answered, whoever answered and in whichever process. Returns the function that ends it. */
export function runTellingAskers(ports: TellingPorts & { log: Logger }): () => Promise<void> {
  const telling = repeatedly(lookEveryMs, async () => {
    try {
      const told = await tellAskers(ports);
      if (told > 0) ports.log.info('officeAnswers.told', { told });
    } catch (error) {
      ports.log.warn('officeAnswers.notTold', { error });
    }
  });
  const recovering = repeatedly(recoverEveryMs, async () => {
    try {
      await ports.stores.questions.recoverTelling();
    } catch (error) {
      ports.log.warn('officeAnswers.notRecovered', { error });
    }
  });
  return async () => {
    await Promise.all([telling.stop(), recovering.stop()]);
  };
}

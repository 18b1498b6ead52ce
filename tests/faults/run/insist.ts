import { setTimeout as delay } from 'node:timers/promises';

const lookEveryMs = 400;
/** What has not come true by then is lost. */
const givesUpAfterMs = 600_000;

/** Does what people do with a program that may be down: tries, looks whether it took effect, and tries again after a while. */
export async function insist(
  what: string,
  act: () => unknown,
  done: () => boolean,
  againAfterMs = 45_000,
): Promise<void> {
  const giveUpAt = Date.now() + givesUpAfterMs;
  while (Date.now() < giveUpAt) {
    await act();
    const again = Date.now() + againAfterMs;
    while (Date.now() < again) {
      if (done()) return;
      await delay(lookEveryMs);
    }
  }
  throw new Error(`in vain: ${what}`);
}

/** Calls until there is an answer: the same event twice is one. */
export async function persist<T>(what: string, call: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + givesUpAfterMs;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (Date.now() > giveUpAt) throw new Error(`in vain: ${what}`, { cause: error });
    }
    await delay(1_000);
  }
}

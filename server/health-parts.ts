import type { Logger } from '../activities/ports/services.ts';
import type { HealthChecks, HealthPart } from './contract.ts';

const checkWithinMs = 3000;

/** Each part by its name, a channel as `channel:<name>`; one that does not answer in time is not well. */
export async function healthParts(health: HealthChecks, log: Logger): Promise<Record<string, HealthPart>> {
  const checked = async (
    part: string,
    check: () => Promise<Record<string, HealthPart>>,
  ): Promise<Record<string, HealthPart>> => {
    try {
      return await inTime(check());
    } catch (error) {
      const detail = error instanceof CheckTimeout ? 'timeout' : 'unreachable';
      log.warn('http.notReady', { part, detail, error });
      return { [part]: { ok: false, detail } };
    }
  };
  const [database, temporal, tickets, channels] = await Promise.all([
    checked('database', async () => ({ database: await health.database() })),
    checked('temporal', async () => ({ temporal: await health.temporal() })),
    checked('tickets', async () => ({ tickets: await health.tickets() })),
    checked('channels', async () => {
      const byName = Object.entries(await health.channels());
      return Object.fromEntries(byName.map(([name, part]) => [`channel:${name}`, part]));
    }),
  ]);
  return { ...database, ...temporal, ...tickets, ...channels };
}

class CheckTimeout extends Error {}

async function inTime<T>(check: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CheckTimeout()), checkWithinMs);
  });
  try {
    return await Promise.race([check, late]);
  } finally {
    clearTimeout(timer);
  }
}

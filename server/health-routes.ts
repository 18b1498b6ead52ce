import type { FastifyInstance } from 'fastify';
import type { Logger } from '../activities/ports/services.ts';
import type { HealthChecks, HealthPart } from './contract.ts';

const checkWithinMs = 3000;

/**
 * `/healthz`: the process answers. `/readyz`: so does everything that it needs to do its work, so that a load balancer may send people
 * here. QQ or Telegram being away is told (`degraded`, and in `parts`), and takes nobody's web chat, console or webhooks away.
 */
export function registerHealth(app: FastifyInstance, health: HealthChecks, log: Logger): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));

  app.get('/readyz', async (_request, reply) => {
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
    const parts = { ...database, ...temporal, ...tickets, ...channels };
    const notOk = Object.entries(parts).filter(([, part]) => !part.ok);
    const ok = notOk.every(([, { outside }]) => outside === true);
    const degraded = notOk.map(([name]) => name);
    const shown = Object.fromEntries(
      Object.entries(parts).map(([name, { ok: isOk, detail }]) => [name, { ok: isOk, detail }]),
    );
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, degraded, parts: shown });
  });
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

import type { FastifyInstance } from 'fastify';
import type { Logger } from '../activities/ports/services.ts';
import type { HealthChecks } from './contract.ts';
import { healthParts } from './health-parts.ts';

/**
 * `/healthz`: the process answers. `/readyz`: so does everything that it needs to do its work, so that a load balancer may send people
 * here. QQ or Telegram being away is told (`degraded`, and in `parts`), and takes nobody's web chat, console or webhooks away.
 */
export function registerHealth(app: FastifyInstance, health: HealthChecks, log: Logger): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));

  app.get('/readyz', async (_request, reply) => {
    const parts = await healthParts(health, log);
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

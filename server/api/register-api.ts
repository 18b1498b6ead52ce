import type { FastifyInstance } from 'fastify';
import type { Logger } from '../../activities/ports/services.ts';
import type { ApiPorts } from '../contract.ts';
import { handleApiErrors } from './api-errors.ts';
import { registerEvents } from './events-route.ts';
import { openApiDocument } from './openapi.ts';

/** `/api/v1`: for other systems, and never for a browser with somebody's cookie. */
export function registerApi(app: FastifyInstance, ports: ApiPorts, log: Logger): void {
  handleApiErrors(app, log);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  // It describes what this code takes, whether or not the interface is on.
  app.get('/api/v1/openapi.json', async () => openApiDocument());
  registerEvents(app, ports, log);
}

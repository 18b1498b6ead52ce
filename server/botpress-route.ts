import type { FastifyInstance } from 'fastify';
import type { BotpressWebhook } from './contract.ts';

/** A message of an integration may carry a whole document's description; nothing of ours is larger. */
const bodyLimit = 1024 * 1024;

/** The body is decoded when all of it is there: a character may arrive in two pieces. */
export function registerBotpress(app: FastifyInstance, webhook: BotpressWebhook): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));

  app.post<{ Params: { secret: string } }>('/botpress/:secret', { bodyLimit }, async (request, reply) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : value,
      ]),
    );
    const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const answer = await webhook({ secret: request.params.secret, headers, body });
    return reply.code(answer.status).type('application/json').send(answer.body);
  });
}

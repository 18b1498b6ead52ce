import type { FastifyInstance } from 'fastify';
import type { TelegramWebhook } from './contract.ts';
import { pathsBelow } from './paths-below.ts';

/** Larger than the chat's limit: an update may carry a whole forwarded message with its entities. */
const bodyLimit = 1024 * 1024;

const path = '/telegram/webhook';

export function registerTelegramWebhook(
  app: FastifyInstance,
  webhook: TelegramWebhook,
  publicUrl: string | null,
): void {
  for (const url of pathsBelow(publicUrl, path)) {
    app.post(url, { bodyLimit }, async (request, reply) => {
      const header = request.headers['x-telegram-bot-api-secret-token'];
      const secretToken = typeof header === 'string' ? header : null;
      const { status } = await webhook({ body: request.body, secretToken });
      return reply.code(status).send({ ok: status < 300 });
    });
  }
}

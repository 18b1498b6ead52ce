import type { FastifyInstance } from 'fastify';
import type { TelegramWebhook } from './contract.ts';

/** Larger than the chat's limit: an update may carry a whole forwarded message with its entities. */
const bodyLimit = 1024 * 1024;

const path = '/telegram/webhook';

/** Also below the path of the public URL: some proxies cut it off before they pass a request on, and some do not. */
export function registerTelegramWebhook(
  app: FastifyInstance,
  webhook: TelegramWebhook,
  publicUrl: string | null,
): void {
  const prefix = prefixOf(publicUrl);
  for (const url of prefix === '' ? [path] : [path, `${prefix}${path}`]) {
    app.post(url, { bodyLimit }, async (request, reply) => {
      const header = request.headers['x-telegram-bot-api-secret-token'];
      const secretToken = typeof header === 'string' ? header : null;
      const { status } = await webhook({ body: request.body, secretToken });
      return reply.code(status).send({ ok: status < 300 });
    });
  }
}

/** Empty for none, and for one with characters that mean something in a route. */
function prefixOf(publicUrl: string | null): string {
  const pathname = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
  return /^(\/[\w.~-]+)+$/.test(pathname) ? pathname : '';
}

import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { readAsset } from './html.ts';

const css = 'text/css; charset=utf-8';
export const javascript = 'text/javascript; charset=utf-8';

const assetTypes = {
  'chat.css': css,
  'chat.js': javascript,
  'chat-api.js': javascript,
  'chat-host.js': javascript,
  'chat-log.js': javascript,
  'chat-notices.js': javascript,
  'chat-send.js': javascript,
  'chat-storage.js': javascript,
  'chat-stream.js': javascript,
  'chat-trial.js': javascript,
  'view.css': css,
  'icon.svg': 'image/svg+xml',
} as const;

/** A file that is the same for everybody; a browser that has it asks whether it changed. */
export function registerAsset(
  app: FastifyInstance,
  path: string,
  { type, body, headers = {} }: { type: string; body: Buffer; headers?: Record<string, string> },
): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  app.get(path, (request, reply) => {
    reply.headers({ etag, 'cache-control': 'no-cache', ...headers });
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(body);
  });
}

export function registerAssets(app: FastifyInstance): void {
  for (const [name, type] of Object.entries(assetTypes)) {
    registerAsset(app, `/assets/${name}`, { type, body: readAsset(name) });
  }
}

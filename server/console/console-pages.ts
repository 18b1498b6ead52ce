import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ConsolePorts } from '../contract.ts';
import { refuse } from '../http-errors.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
/** Where somebody signs in with Telegram, or links it: what comes from there is allowed on no other page. */
const telegramPage = '/console/telegram';
const fromTelegram = {
  script: ' https://telegram.org/js/telegram-widget.js',
  connect: ' https://oauth.telegram.org',
};
const ownAlone = { script: '', connect: '' };
const nonceMark = '__CSP_NONCE__';

/**
 * The console's pages, as they were built into a folder. One document stands for every address below `/console`: which page
 * it shows is for the script to say. What it loads has a hash in its name and is kept for a year.
 */
export function registerConsolePages(
  app: FastifyInstance,
  { pages: folder, telegramLogin }: Pick<ConsolePorts, 'pages' | 'telegramLogin'>,
): void {
  const read = builtFiles(folder);

  const sendDocument = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const html = read()?.document;
    if (html === undefined) return refuse(reply, 'consoleNotBuilt');
    const nonce = randomBytes(16).toString('base64');
    const path = request.url.replace(/[?#].*$/, '');
    const withTelegram = path === telegramPage && telegramLogin.botId() !== null;
    // Telegram's window tells this one who is there.
    if (withTelegram) reply.header('cross-origin-opener-policy', 'same-origin-allow-popups');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyWith(nonce, withTelegram ? fromTelegram : ownAlone))
      .header('referrer-policy', 'no-referrer')
      .header('x-frame-options', 'DENY')
      .send(html.replaceAll(nonceMark, nonce));
  };
  app.get('/console', sendDocument);
  app.get('/console/*', sendDocument);

  app.get<{ Params: { name: string } }>('/console/assets/:name', async (request, reply) => {
    const asset = read()?.assets.get(request.params.name);
    if (asset === undefined) return refuse(reply, 'notFound');
    reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    return takesGzip ? reply.header('content-encoding', 'gzip').send(asset.gzip) : reply.send(asset.plain);
  });
}

/**
 * Scripts from our own address only. Ant Design writes its style sheets while it runs, so styles also go by a nonce, which no
 * page has twice; text that found its way into a page has none.
 */
const policyWith = (nonce: string, also: typeof ownAlone): string =>
  [
    "default-src 'none'",
    `script-src 'self'${also.script}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    `connect-src 'self'${also.connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

interface BuiltFiles {
  document: string;
  assets: Map<string, { plain: Buffer; gzip: Buffer; type: string }>;
}

/** Read once somebody asks, and kept: the files of a build never change. Null where nothing was built. */
function builtFiles(folder: string): () => BuiltFiles | null {
  let kept: BuiltFiles | null = null;
  return () => (kept ??= readBuild(folder));
}

function readBuild(folder: string): BuiltFiles | null {
  try {
    const names = readdirSync(join(folder, 'assets')).filter((name) => extname(name) in types);
    const assets = names.map((name) => {
      const plain = readFileSync(join(folder, 'assets', name));
      return [name, { plain, gzip: gzipSync(plain), type: types[extname(name)] ?? '' }] as const;
    });
    return { document: readFileSync(join(folder, 'index.html'), 'utf8'), assets: new Map(assets) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

import type { FastifyInstance } from 'fastify';
import { textsFor } from '../knowledge/locales/index.ts';
import { javascript, registerAsset } from './assets.ts';
import { parseLocale } from './cookies.ts';
import { readAsset } from './html.ts';
import { renderPages } from './page.ts';
import { framedBy } from './security-headers.ts';

const path = '/chat/embed';

/**
 * The chat in the frame of another site: the script that the site's pages load, and the page inside the frame. Which sites may frame
 * it, the browser enforces (`frame-ancestors`); the script knows the list only to say why there is no chat elsewhere.
 */
export function registerEmbed(
  app: FastifyInstance,
  p: Parameters<typeof renderPages>[0] & { embedOrigins: readonly string[] },
): void {
  const { embedOrigins } = p;
  const pages = renderPages(p, { path, embedOrigins });
  app.get(path, (request, reply) =>
    reply
      .removeHeader('x-frame-options')
      .headers(framedBy(embedOrigins))
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(pages[parseLocale((request.query as { lang?: unknown }).lang) ?? 'zh-CN']),
  );

  const config = JSON.stringify({
    origins: embedOrigins,
    texts: { 'zh-CN': textsFor('zh-CN').web.launcher, en: textsFor('en').web.launcher },
  });
  const script = compact(readAsset('embed.js').toString('utf8')).replace("'{{config}}'", () => config);
  registerAsset(app, `${path}.js`, {
    type: javascript,
    body: Buffer.from(script),
    // Other sites load it: that is what it is for.
    headers: { 'cross-origin-resource-policy': 'cross-origin' },
  });
}

/** Without comments of whole lines and indentation: every page of the site loads it. */
const compact = (script: string): string =>
  script.replace(/^\s*(\/\*\*? .*\*\/|\/\/ .*)$/gm, '').replace(/\n\s*/g, '\n');

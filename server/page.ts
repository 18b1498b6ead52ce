import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { maxTextLength } from '../bot/channels/web/contract.ts';
import type { Locale } from '../knowledge/answering/types.ts';
import { textsFor } from '../knowledge/locales/index.ts';
import { fillTemplate, jsonForHtml, readAsset } from './html.ts';
import { localeCookieFor, localeOf, parseLocale } from './cookies.ts';

const assetTypes = {
  'chat.css': 'text/css; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'chat-api.js': 'text/javascript; charset=utf-8',
  'chat-log.js': 'text/javascript; charset=utf-8',
  'chat-trial.js': 'text/javascript; charset=utf-8',
  'view.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/** The chat page, written in the visitor's language by the server, and its assets, which are the same for all. */
export function registerPage(
  app: FastifyInstance,
  p: { mode: 'trial' | 'live'; publicUrl: string | null; packTitle: Record<Locale, string> },
): void {
  const template = readAsset('index.html').toString('utf8');
  const secure = p.publicUrl?.startsWith('https:') ?? false;
  const pages: Record<Locale, string> = { 'zh-CN': render('zh-CN'), en: render('en') };

  function render(locale: Locale): string {
    const { page: texts, errors } = textsFor(locale).web;
    const values: Record<string, string> = {
      ...texts,
      suggestions: '',
      lang: locale,
      otherLang: locale === 'en' ? 'zh-CN' : 'en',
      packTitle: p.packTitle[locale],
      title: `${texts.appName} · ${p.packTitle[locale]}`,
    };
    const data = jsonForHtml({
      texts: { ...texts, textTooLong: errors.textTooLong },
      locale,
      trial: p.mode === 'trial',
      maxTextLength,
    });
    return fillTemplate(template, values, { data, trialHidden: p.mode === 'trial' ? '' : 'hidden' });
  }

  app.get('/', (request, reply) => {
    const chosen = parseLocale((request.query as { lang?: unknown }).lang);
    if (chosen !== null) reply.header('set-cookie', localeCookieFor(chosen, secure));
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(pages[chosen ?? localeOf(request.headers.cookie)]);
  });

  for (const [name, type] of Object.entries(assetTypes)) {
    const body = readAsset(name);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    app.get(`/assets/${name}`, (request, reply) => {
      reply.header('etag', etag).header('cache-control', 'no-cache');
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(body);
    });
  }
}

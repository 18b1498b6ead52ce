import type { FastifyInstance } from 'fastify';
import { maxTextLength } from '../bot/channels/web/contract.ts';
import type { Locale } from '../knowledge/answering/types.ts';
import { textsFor } from '../knowledge/locales/index.ts';
import { localeCookieFor, localeOf, parseLocale } from './cookies.ts';
import { fillTemplate, jsonForHtml, readAsset } from './html.ts';

interface PagePorts {
  mode: 'trial' | 'live';
  publicUrl: string | null;
  packTitle: Record<Locale, string>;
}

/** How a page is reached: on its own, or in the frame of another site. */
interface Place {
  path: string;
  /** Sites that may frame the page and talk with it; null for the page on its own. */
  embedOrigins: readonly string[] | null;
}

/** The chat page in both languages, written by the server. */
export function renderPages(p: PagePorts, place: Place): Record<Locale, string> {
  const template = readAsset('index.html').toString('utf8');
  const render = (locale: Locale): string => {
    const { page: texts, errors } = textsFor(locale).web;
    const otherLang = locale === 'en' ? 'zh-CN' : 'en';
    const values: Record<string, string> = {
      ...texts,
      suggestions: '',
      lang: locale,
      otherLang,
      place: place.embedOrigins === null ? 'alone' : 'embedded',
      otherLangHref: `${place.path}?lang=${otherLang}`,
      packTitle: p.packTitle[locale],
      title: `${texts.appName} · ${p.packTitle[locale]}`,
    };
    const data = jsonForHtml({
      texts: { ...texts, textTooLong: errors.textTooLong },
      locale,
      trial: p.mode === 'trial',
      maxTextLength,
      embedOrigins: place.embedOrigins,
    });
    return fillTemplate(template, values, {
      data,
      trialHidden: p.mode === 'trial' ? '' : 'hidden',
    });
  };
  return { 'zh-CN': render('zh-CN'), en: render('en') };
}

/** The chat page on its own, in the language that the visitor chose last. */
export function registerPage(app: FastifyInstance, p: PagePorts): void {
  const secure = p.publicUrl?.startsWith('https:') ?? false;
  const pages = renderPages(p, { path: '/', embedOrigins: null });
  app.get('/', (request, reply) => {
    const chosen = parseLocale((request.query as { lang?: unknown }).lang);
    if (chosen !== null) reply.header('set-cookie', localeCookieFor(chosen, secure));
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(pages[chosen ?? localeOf(request.headers.cookie)]);
  });
}

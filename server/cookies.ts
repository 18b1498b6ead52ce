import type { Locale } from '../knowledge/answering/types.ts';

const visitorCookie = 'tongbao_visitor';
const localeCookie = 'tongbao_lang';
const visitorDays = 180;

/** Null where the header does not hold it, once and well-formed enough to be read. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

export const visitorTokenOf = (header: string | undefined): string | null =>
  readCookie(header, visitorCookie);

export function visitorCookieFor(token: string, secure: boolean): string {
  const parts = [
    `${visitorCookie}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${visitorDays * 86_400}`,
  ];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}

export const parseLocale = (value: unknown): Locale | null =>
  value === 'zh-CN' || value === 'en' ? value : null;

/** Chinese unless the visitor chose otherwise: a browser's language says little about who reads. */
export const localeOf = (header: string | undefined): Locale =>
  parseLocale(readCookie(header, localeCookie)) ?? 'zh-CN';

export const localeCookieFor = (locale: Locale, secure: boolean): string =>
  `${localeCookie}=${locale}; Path=/; SameSite=Lax; Max-Age=31536000${secure ? '; Secure' : ''}`;

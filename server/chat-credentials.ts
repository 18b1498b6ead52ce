import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../knowledge/answering/types.ts';
import { localeOf, parseLocale, visitorTokenOf } from './cookies.ts';

/** Who a request of the chat says it is, and in which language it wants to be answered. */
export interface Credentials {
  token: string | null;
  /** Null: no wish; the language of the visitor stays. */
  locale: Locale | null;
}

/**
 * The page on its own carries its token in a cookie. In another site's frame browsers drop our cookies, so there the page carries it
 * in a header: a header stands in no address, no history and no log, and another site's page cannot add it without our consent.
 * A request with the header is known by it alone, whatever cookies come with it.
 */
export function credentialsOf(headers: IncomingHttpHeaders): Credentials {
  const { authorization } = headers;
  if (authorization === undefined) {
    return { token: visitorTokenOf(headers.cookie), locale: localeOf(headers.cookie) };
  }
  return {
    token: /^Bearer ([\w-]+)$/i.exec(authorization)?.[1] ?? null,
    locale: parseLocale(headers['accept-language']),
  };
}

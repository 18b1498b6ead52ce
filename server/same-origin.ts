import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that changes something comes from our own page. Browsers say so in `Sec-Fetch-Site`, or in `Origin` where they
 * are older; a request with neither is refused.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = hostOf(headers.origin);
  if (headers.origin === undefined) return site === 'same-origin';
  // Behind a proxy that ends TLS, `Host` or the public URL names us; the scheme may differ.
  return origin !== null && (origin === headers.host || origin === hostOf(publicUrl ?? undefined));
}

function hostOf(url: string | undefined): string | null {
  try {
    return url === undefined ? null : new URL(url).host;
  } catch {
    return null;
  }
}

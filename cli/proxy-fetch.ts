import { socksDispatcher } from 'fetch-socks';
import { FormData as UndiciFormData, ProxyAgent, fetch as undiciFetch, type Dispatcher } from 'undici';

/**
 * A `fetch` that goes through an HTTP, HTTPS or SOCKS5 proxy (`socks5h:` is the same: names are resolved by the proxy);
 * the plain one when `proxyUrl` is null. The address was checked by the settings.
 */
export function createProxyFetch(proxyUrl: string | null): typeof fetch {
  if (proxyUrl === null) return fetch;
  const dispatcher = dispatcherFor(new URL(proxyUrl));
  // undici's own fetch: the dispatcher of one undici version must not be given to the fetch of another (Node's).
  const through = undiciFetch as unknown as (input: unknown, init: unknown) => Promise<Response>;
  return (input, init) => through(input, { ...init, body: bodyOf(init), dispatcher });
}

/** undici knows form data of its own kind only, and would send Node's as the text `[object FormData]`. */
function bodyOf(init: RequestInit | undefined): unknown {
  if (!(init?.body instanceof FormData)) return init?.body;
  const copy = new UndiciFormData();
  for (const [name, value] of init.body.entries()) {
    if (typeof value === 'string') copy.append(name, value);
    else copy.append(name, value, value.name);
  }
  return copy;
}

function dispatcherFor(proxy: URL): Dispatcher {
  if (!proxy.protocol.startsWith('socks')) return new ProxyAgent({ uri: proxy.href, proxyTunnel: true });
  const user = decodeURIComponent(proxy.username);
  return socksDispatcher({
    type: 5,
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port === '' ? 1080 : Number(proxy.port),
    ...(user === '' ? {} : { userId: user, password: decodeURIComponent(proxy.password) }),
  });
}

/** The chat's HTTP API as functions. */

/** The server understood and said no; `text` is its sentence in the page's language, `waitMs` when to ask again. */
export class Refused extends Error {
  constructor({ code, zh, en, retryAfterSeconds = 0 }, locale) {
    super(code);
    this.code = code;
    this.text = locale === 'en' ? en : zh;
    this.waitMs = retryAfterSeconds * 1000;
  }
}

/** Longer than the server takes before it says that the answer comes later. */
const timeoutMs = 40_000;

/** The token in the page's own hands, for a frame that gets no cookies. Several tabs of one site share one conversation. */
export function createToken(storage) {
  let token = storage.get('visitor');
  return {
    get: () => token,
    take(given) {
      // Another tab may have opened a session at the same moment: the first one counts.
      const stored = storage.stored('visitor');
      token = stored !== null && stored !== token ? stored : given;
      storage.set('visitor', token);
    },
  };
}

/** `token` is null where the browser carries a cookie. */
export function createApi(locale, token) {
  async function request(method, path, { body, signal }) {
    const own = token?.get() ?? null;
    const response = await fetch(path, {
      method,
      credentials: token === null ? 'same-origin' : 'omit',
      signal,
      headers: {
        ...(token === null ? {} : { 'accept-language': locale }),
        ...(own === null ? {} : { authorization: `Bearer ${own}` }),
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    if (response.ok) return response;
    const { error } = await response.json();
    throw new Refused(error, locale);
  }
  const call = async (method, path, body) =>
    (await request(method, path, { body, signal: AbortSignal.timeout(timeoutMs) })).json();

  async function openSession() {
    const session = await call('POST', '/chat/session', token === null ? {} : { keepsToken: true });
    if (session.token !== undefined) token?.take(session.token);
  }

  /** A session ends when its token is gone; the page then starts a new one instead of failing. */
  async function inSession(ask) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'noSession') throw error;
      await openSession();
      return ask();
    }
  }

  return {
    openSession,
    post: (message) => inSession(() => call('POST', '/chat/messages', message)),
    history: (after) => inSession(() => call('GET', `/chat/messages?after=${after}`)),
    trialClock: () => inSession(() => call('GET', '/chat/trial')),
    advanceTrial: () => inSession(() => call('POST', '/chat/trial/next-reminder')),
    /** The response whose body goes on for as long as the connection lasts. */
    events: (after, signal) => inSession(() => request('GET', `/chat/events?after=${after}`, { signal })),
  };
}

/** Not `crypto.randomUUID`: an office may open the page over plain HTTP on its own network. */
export const newClientId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

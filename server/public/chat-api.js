/** The chat's HTTP API as functions. */

/** The server understood and said no; `text` is its sentence in the page's language. */
export class Refused extends Error {
  constructor(code, text) {
    super(code);
    this.code = code;
    this.text = text;
  }
}

/** Longer than the server takes before it says that the answer comes later. */
const timeoutMs = 40_000;

export function createApi(locale) {
  async function call(method, path, body) {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeoutMs),
      ...(method === 'POST'
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }
        : {}),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw new Refused(answer.error.code, locale === 'en' ? answer.error.en : answer.error.zh);
  }

  const openSession = () => call('POST', '/chat/session');

  /** A session ends when its cookie is cleared; the page then starts a new one instead of failing. */
  async function inSession(request) {
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'noSession') throw error;
      await openSession();
      return request();
    }
  }

  return {
    openSession,
    post: (message) => inSession(() => call('POST', '/chat/messages', message)),
    history: (after) => inSession(() => call('GET', `/chat/messages?after=${after}`)),
    trialClock: () => inSession(() => call('GET', '/chat/trial')),
    advanceTrial: () => inSession(() => call('POST', '/chat/trial/next-reminder')),

    /** Follows the conversation for as long as the page is open. `lastId` says from where, each time it connects. */
    follow({ lastId, onItem, onConnected, onLost }) {
      const source = new EventSource(`/chat/events?after=${lastId()}`);
      source.onopen = onConnected;
      source.onmessage = (event) => onItem(JSON.parse(event.data));
      source.onerror = () => {
        onLost();
        // The browser reconnects by itself after a network failure, but gives up when the server answers with an error.
        if (source.readyState !== EventSource.CLOSED) return;
        const again = () => this.follow({ lastId, onItem, onConnected, onLost });
        setTimeout(() => openSession().then(again, again), 3000);
      };
    },
  };
}

/** Not `crypto.randomUUID`: an office may open the page over plain HTTP on its own network. */
export const newClientId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

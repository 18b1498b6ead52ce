import type { ChatItem, ChatPage } from '../../bot/channels/web/contract.ts';

export interface WebVisitor {
  url: string;
  /** Headers that say who it is. */
  credentials: Record<string, string>;
  cookie: string;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  say(text: string, clientId?: string): Promise<Response>;
  items(after?: number): Promise<ChatItem[]>;
}

let clientIds = 0;
export const nextClientId = (): string => `client-${(++clientIds).toString().padStart(6, '0')}`;

/** A browser's side of the chat API: keeps the cookie, says where its requests come from. */
export async function openWebVisitor(url: string): Promise<WebVisitor> {
  const opened = await postTo(url, '/chat/session', {});
  const cookie = opened.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error('the server opened no session');
  return visitorWith(url, { cookie });
}

/** The same in another site's frame, where no cookie comes or goes: the page keeps its token itself. */
export async function openFramedVisitor(url: string, locale = 'zh-CN'): Promise<WebVisitor> {
  const opened = await postTo(url, '/chat/session', { keepsToken: true }, { 'accept-language': locale });
  const { token } = (await opened.json()) as { token?: string };
  if (token === undefined) throw new Error('the server gave no token');
  return visitorWith(url, { authorization: `Bearer ${token}`, 'accept-language': locale });
}

const postTo = (url: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Whoever has these headers; nothing is asked of the server yet. */
export function visitorWith(url: string, credentials: Record<string, string>): WebVisitor {
  const get: WebVisitor['get'] = (path, headers = {}) =>
    fetch(`${url}${path}`, { headers: { ...credentials, ...headers } });
  const post: WebVisitor['post'] = (path, body, headers = {}) =>
    postTo(url, path, body, { ...credentials, ...headers });
  return {
    url,
    credentials,
    cookie: credentials['cookie'] ?? '',
    get,
    post,
    say: (text, clientId = nextClientId()) => post('/chat/messages', { clientId, text }),
    items: async (after = 0) =>
      ((await (await get(`/chat/messages?after=${after}`)).json()) as ChatPage).items,
  };
}

export interface StreamedEvent<Item = ChatItem> {
  id: number;
  item: Item;
}

/** Reads server-sent events as they come. `ended` resolves when the server ends the stream. */
export async function openStream<Item = ChatItem>(
  visitor: WebVisitor,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ response: Response; events: StreamedEvent<Item>[]; ended: Promise<void>; close(): void }> {
  const abort = new AbortController();
  const response = await fetch(new URL(path, visitor.url), {
    headers: { ...visitor.credentials, ...headers },
    signal: abort.signal,
  });
  const events: StreamedEvent<Item>[] = [];
  const read = async (): Promise<void> => {
    let buffered = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        const blocks = (buffered + decoder.decode(chunk, { stream: true })).split('\n\n');
        buffered = blocks.pop() ?? '';
        for (const block of blocks) {
          const found = /^id: (\d+)\ndata: (.+)$/.exec(block);
          if (found?.[2] !== undefined) {
            events.push({ id: Number(found[1]), item: JSON.parse(found[2]) as Item });
          }
        }
      }
    } catch {
      // The test closed it, or the server cut it off: both end the stream.
    }
  };
  return { response, events, ended: read(), close: () => abort.abort() };
}

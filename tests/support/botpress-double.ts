import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface BotpressApiCall {
  method: string;
  path: string;
  authorization: string | undefined;
  body: unknown;
}

export interface OutgoingMessage {
  id: string;
  conversationId: string;
  type: string;
  payload: { text?: string; options?: { label: string; value: string }[] };
}

interface Conversation {
  id: string;
  integration: string;
  channel: string;
  tags: Record<string, string>;
  participants: string[];
}

interface BotEvent {
  type: string;
  payload: Record<string, unknown>;
}

export interface BotpressDouble {
  apiUrl: string;
  /** What the bot has created, in order: Botpress brings each back to it. */
  events: BotEvent[];
  calls: BotpressApiCall[];
  /** What the bot has put into a conversation, in order. */
  messagesIn(conversationId: string): OutgoingMessage[];
  conversation(c: Conversation): void;
  /** The next calls whose path contains `part` fail like this, first come first. */
  fail(part: string, ...statuses: (number | 'cut')[]): void;
  close(): Promise<void>;
}

/** The API of Botpress by hand, as far as the bot uses it: keeps what it is asked, and fails as it is told to. */
export async function startBotpressDouble(): Promise<BotpressDouble> {
  const calls: BotpressApiCall[] = [];
  const messages: OutgoingMessage[] = [];
  const events: BotEvent[] = [];
  const conversations = new Map<string, Conversation>();
  const states = new Map<string, unknown>();
  const faults: { part: string; status: number | 'cut' }[] = [];

  const answer = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' });
    response.end(JSON.stringify(body));
  };
  const failed = (response: ServerResponse, status: number): void => {
    const type =
      { 400: 'InvalidPayload', 401: 'Unauthorized', 404: 'ResourceNotFound', 429: 'RateLimited' }[status] ??
      'Internal';
    answer(response, status, { id: 'err_1', code: status, type, message: 'refused' });
  };

  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = request.url ?? '';
      const { method = '' } = request;
      calls.push({ method, path, authorization: request.headers.authorization, body });
      const index = faults.findIndex(({ part }) => path.includes(part));
      const [fault] = index < 0 ? [] : faults.splice(index, 1);
      if (fault?.status === 'cut') {
        request.socket.destroy();
        return;
      }
      if (fault !== undefined) {
        failed(response, fault.status);
        return;
      }
      const [, , , kind, id = '', sub, name = ''] = path.split('?')[0]?.split('/') ?? [];
      if (kind === 'messages' && method === 'POST') {
        const { conversationId } = body as OutgoingMessage;
        if (!/^[\w-]+$/.test(conversationId)) {
          failed(response, 404);
          return;
        }
        const message = {
          ...(body as Omit<OutgoingMessage, 'id'>),
          id: `msg_${messages.length + 1}`,
        };
        messages.push(message);
        answer(response, 200, { message });
        return;
      }
      if (kind === 'events' && method === 'POST') {
        const event = body as BotEvent;
        events.push(event);
        answer(response, 200, { event: { id: `evt_${events.length}`, ...event } });
        return;
      }
      if (kind === 'conversations') {
        const found = conversations.get(decodeURIComponent(id));
        if (id === '') {
          answer(response, 200, { conversations: [], meta: {} });
          return;
        }
        if (found === undefined) {
          failed(response, 404);
          return;
        }
        if (sub === undefined) {
          answer(response, 200, { conversation: found });
          return;
        }
        const known = found.participants.includes(decodeURIComponent(name));
        if (known) answer(response, 200, { participant: { id: name } });
        else failed(response, 404);
        return;
      }
      if (kind === 'states') {
        if (method !== 'GET') states.set(path, (body as { payload: unknown }).payload);
        const payload = states.get(path);
        if (payload === undefined) failed(response, 404);
        else answer(response, 200, { state: { payload } });
        return;
      }
      failed(response, 404);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiUrl: `http://127.0.0.1:${port}`,
    calls,
    events,
    messagesIn: (conversationId) => messages.filter((m) => m.conversationId === conversationId),
    conversation: (c) => void conversations.set(c.id, c),
    fail: (part, ...statuses) => faults.push(...statuses.map((status) => ({ part, status }))),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

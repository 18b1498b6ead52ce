import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface TelegramCall {
  method: string;
  params: Record<string, string>;
  /** Of the message that it made or changed; null for any other call, and for one that failed. */
  messageId: number | null;
}

/** What a faulty Telegram does with one call. */
export type Fault =
  | { status: number; body: object | string }
  /** Takes the request and never answers. */
  | 'hang'
  /** Takes the request and cuts the connection. */
  | 'cut';

export interface TelegramDouble {
  apiRoot: string;
  calls: TelegramCall[];
  of(method: string): TelegramCall[];
  /** Texts sent to a chat, in order. */
  textsTo(chatId: string): string[];
  /** Gives an update to the next poll; with the ID of its own when it has none. */
  push(update: Record<string, unknown>): number;
  /** The next calls of a method fail like this, first come first. */
  fail(method: string, ...faults: Fault[]): void;
  /** From now on a method answers with this. */
  answer(method: string, result: unknown): void;
  /** Polls that are being held. */
  heldPolls(): number;
  close(): Promise<void>;
}

export const refused = (errorCode: number, description: string, parameters?: object): Fault => ({
  status: errorCode,
  body: { ok: false, error_code: errorCode, description, ...(parameters && { parameters }) },
});

/** A Telegram server by hand: keeps what it is asked, holds empty polls, and fails as it is told to. */
export async function startTelegramDouble(): Promise<TelegramDouble> {
  const calls: TelegramCall[] = [];
  const faults = new Map<string, Fault[]>();
  const results = new Map<string, unknown>();
  let updates: { update_id: number }[] = [];
  const held = new Set<{ response: ServerResponse; offset: number }>();
  let nextUpdate = 100;
  let nextMessage = 1;

  const answer = (response: ServerResponse, status: number, body: object | string): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const ok = (response: ServerResponse, result: unknown): void => answer(response, 200, { ok: true, result });
  const releasePolls = (): void => {
    for (const poll of held) {
      const ready = updates.filter((u) => u.update_id >= poll.offset);
      if (ready.length === 0) continue;
      held.delete(poll);
      ok(poll.response, ready);
    }
  };

  const server = createServer((request, response) => {
    void readParams(request).then((params) => {
      const method = request.url?.split('/').at(-1) ?? '';
      const call: TelegramCall = { method, params, messageId: null };
      calls.push(call);
      const fault = faults.get(method)?.shift();
      if (fault === 'hang') return;
      if (fault === 'cut') {
        request.socket.destroy();
        return;
      }
      if (fault !== undefined) {
        answer(response, fault.status, fault.body);
        return;
      }
      if (results.has(method)) {
        ok(response, results.get(method));
        return;
      }
      switch (method) {
        case 'getMe':
          ok(response, { id: 4242, is_bot: true, first_name: '统保', username: 'tongbao_bot' });
          return;
        case 'getUpdates': {
          const offset = Number(params['offset'] ?? 0);
          updates = updates.filter((u) => u.update_id >= offset);
          const poll = { response, offset };
          held.add(poll);
          response.on('close', () => held.delete(poll));
          releasePolls();
          return;
        }
        case 'sendMessage':
        case 'editMessageText':
          call.messageId = Number(params['message_id'] ?? nextMessage++);
          ok(response, {
            message_id: call.messageId,
            date: 0,
            chat: { id: Number(params['chat_id']), type: 'private' },
            text: params['text'],
          });
          return;
        default:
          ok(response, true);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    calls,
    of: (method) => calls.filter((c) => c.method === method),
    textsTo: (chatId) =>
      calls
        .filter((c) => c.method === 'sendMessage' && c.params['chat_id'] === chatId)
        .map((c) => c.params['text'] ?? ''),
    push(update) {
      const id = typeof update['update_id'] === 'number' ? update['update_id'] : nextUpdate++;
      updates.push({ ...update, update_id: id });
      releasePolls();
      return id;
    },
    fail(method, ...more) {
      faults.set(method, [...(faults.get(method) ?? []), ...more]);
    },
    answer(method, result) {
      results.set(method, result);
    },
    heldPolls: () => held.size,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readParams(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}

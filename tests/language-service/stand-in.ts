import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** What an endpoint was sent. */
interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  raw: string;
  /** The two messages of the chat completion. */
  system: string;
  user: string;
}

export interface StandIn {
  baseUrl: string;
  received: Received[];
  /** How the next requests are answered; by default each gets an empty 200. */
  behave(behaviour: Behaviour): void;
}

type Behaviour = (response: ServerResponse, received: Received) => void;

const completionRequest = z.object({
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
});

/** A real HTTP server on a free port, in place of a large language model. Ends with the test. */
export async function startStandIn(): Promise<StandIn> {
  const received: Received[] = [];
  let behaviour: Behaviour = (response) => void response.end();
  const server = createServer((request, response) => {
    void bodyOf(request).then((raw) => {
      const { messages } = completionRequest.parse(JSON.parse(raw));
      const one: Received = {
        path: request.url ?? '',
        headers: request.headers,
        raw,
        system: messages[0].content,
        user: messages[1].content,
      };
      received.push(one);
      behaviour(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    received,
    behave: (next) => {
      behaviour = next;
    },
  };
}

/** A chat completion that says `content`. */
export const saying =
  (content: unknown): Behaviour =>
  (response) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    sendJson(response, {
      id: 'c1',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text } }],
    });
  };

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chance } from '../random.ts';
import { effectOf, faultOf } from './faults.ts';
import type { FaultKind, FaultRates } from './faults.ts';
import { createPeople } from './people.ts';
import type { People } from './people.ts';
import type { ShownCall, TelegramRecord } from './record.ts';
import { createUpdates } from './updates.ts';

export interface FaultyTelegram {
  /** The API root for one of the processes: the record says which of them called. */
  apiRoot(via: string): string;
  record: TelegramRecord;
  people: People;
  /** Gives an update to whoever polls; returns its ID. */
  push(update: Record<string, unknown>): number;
  /** From now on nothing fails any more. */
  heal(): void;
  close(): Promise<void>;
}

interface Options {
  seed: number;
  rates: FaultRates;
  /** Calls whose message is answered with yes and never shown: a test that counts must notice. */
  swallow?: (call: Pick<ShownCall, 'via' | 'chat' | 'text'>) => boolean;
}

/** A 429 is waited out by replies for a short time only; Telegram does not refuse for ever either. */
const refusalsInARow = 2;

/** A Telegram server that fails in every way that the real one and the net between may fail, and keeps a record of all of it. */
export async function startFaultyTelegram({ seed, rates, swallow }: Options): Promise<FaultyTelegram> {
  const record: TelegramRecord = { calls: [], delivered: new Map(), acknowledgedBelow: 0, otherFaults: 0 };
  const people = createPeople();
  const updates = createUpdates(record);
  const callsOf = new Map<string, number>();
  const refusedInARow = new Map<string, number>();
  let nextMessage = 1;
  let healthy = false;
  const open = new Set<NodeJS.Timeout>();

  const count = (key: string): number => {
    const n = (callsOf.get(key) ?? 0) + 1;
    callsOf.set(key, n);
    return n;
  };
  const fault = (...call: string[]): FaultKind | null =>
    healthy ? null : faultOf(seed, rates, ...call, count(call.join(' ')));

  function show(request: IncomingMessage, response: ServerResponse, call: ShownCall, given: Params): void {
    record.calls.push(call);
    response.on('close', () => {
      // Whoever is gone before the answer was out cannot know it.
      if (response.writableFinished || call.told === 'ambiguous') return;
      call.told = 'ambiguous';
      call.cutByCaller = true;
    });
    const answer = people.answerOf(call.chat, given['chat_id'] ?? '');
    if (answer !== null) {
      Object.assign(call, { fault: answer.fault, told: 'refused' });
      refuse(response, answer.code, answer.description, answer.parameters);
      return;
    }
    const chosen = fault(call.via, call.method, call.chat);
    const inARow = refusedInARow.get(call.chat) ?? 0;
    const kind = chosen === 'rateLimited' && inARow >= refusalsInARow ? null : chosen;
    refusedInARow.set(call.chat, kind === 'rateLimited' ? inARow + 1 : 0);
    const { accepts, tells } =
      kind === null ? ({ accepts: true, tells: 'accepted' } as const) : effectOf(kind);
    const messageId = given['message_id'] ?? String(nextMessage++);
    const swallowed = swallow?.(call) ?? false;
    Object.assign(call, { fault: kind, told: tells, accepted: accepts && !swallowed });
    if (call.accepted) call.messageId = messageId;
    carryOut(request, response, kind, messageResult(given, messageId));
  }

  function carryOut(
    request: IncomingMessage,
    response: ServerResponse,
    kind: FaultKind | null,
    result: unknown,
  ): void {
    switch (kind) {
      case null:
        ok(response, result);
        break;
      case 'slow':
        later(300 + 2_000 * chance(seed, 'slow', record.calls.length), () => ok(response, result));
        break;
      case 'rateLimited': {
        const seconds = chance(seed, 'wait', record.calls.length) < 0.02 ? 40 : 1;
        refuse(response, 429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
        break;
      }
      case 'serverError':
      case 'errorAfterAccepting':
        refuse(response, 500, 'Internal Server Error');
        break;
      case 'badGateway':
        response.writeHead(502, { 'content-type': 'text/html' });
        response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
        break;
      case 'cutBeforeAccepting':
      case 'cutAfterAccepting':
        request.socket.destroy();
        break;
      case 'halfAnAnswer': {
        const body = JSON.stringify({ ok: true, result });
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length + 100 });
        response.write(body.slice(0, 20), () => request.socket.destroy());
        break;
      }
      case 'silentLost':
      case 'silentAccepted':
    }
  }

  function later(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      open.delete(timer);
      what();
    }, ms);
    open.add(timer);
  }

  function handle(request: IncomingMessage, response: ServerResponse, given: Params): void {
    const [, via = '', , method = ''] = request.url?.split('/') ?? [];
    if (method === 'sendMessage' || method === 'editMessageText') {
      show(request, response, newCall(via, method, given), given);
      return;
    }
    const kind = method === 'getMe' ? null : fault(via, method, '');
    if (kind !== null && kind !== 'slow') {
      record.otherFaults += 1;
      // Whatever an answer that is lost would have said: the poll comes again with the same offset.
      carryOut(request, response, kind.startsWith('silent') ? 'cutBeforeAccepting' : kind, []);
    } else if (method === 'getUpdates') {
      updates.poll(given, response, (ready) => ok(response, ready));
    } else ok(response, method === 'getMe' ? self : true);
  }

  function newCall(via: string, method: ShownCall['method'], given: Params): ShownCall {
    const chat = people.firstIdOf(given['chat_id'] ?? '');
    const call = { via, method, chat, text: given['text'] ?? '', at: Date.now() };
    return { ...call, fault: null, accepted: false, messageId: null, told: 'ambiguous', cutByCaller: false };
  }

  const server = createServer((request, response) => {
    request.socket.setNoDelay(true);
    void readParams(request).then(
      (given) => handle(request, response, given),
      () => response.destroy(),
    );
  });
  // As long as a web server in front of an API usually keeps one; a shorter time makes faults that nobody put in.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiRoot: (via) => `http://127.0.0.1:${port}/${via}`,
    record,
    people,
    push: (update) => updates.push(update),
    heal: () => void (healthy = true),
    close: () =>
      new Promise((resolve) => {
        open.forEach(clearTimeout);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Params = Record<string, string>;

const self = { id: 4242, is_bot: true, first_name: '统保', username: 'tongbao_bot' };

const messageResult = (given: Params, messageId: string): object => ({
  message_id: Number(messageId),
  date: 0,
  chat: { id: Number(given['chat_id']), type: 'private' },
  text: given['text'],
});

function ok(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}

function refuse(response: ServerResponse, code: number, description: string, parameters?: object): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ ok: false, error_code: code, description, ...(parameters && { parameters }) }),
  );
}

async function readParams(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}

import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { RawData } from 'ws';

export interface DoubleSegment {
  type: string;
  data: Record<string, unknown>;
}
interface DoubleCall {
  action: string;
  params: Record<string, unknown>;
}
/** What a call ends with: a refusal, no answer at all, or the loss of the connection. */
type DoubleFault = { retcode: number; message: string } | 'noAnswer' | 'cut';

/** A message that was sent by a call and is in its chat: `group:1`, `private:5`. */
interface DoubleSent {
  chat: string;
  id: number;
  /** As it was given: segments, or a string with CQ codes. */
  message: unknown;
}

/** A program that is logged in to QQ, as the standard describes one: its side of real WebSockets, by hand. */
export interface OneBotDouble {
  readonly selfId: number;
  /** Connects to an application, as reverse WebSocket; rejects with the HTTP status of a refusal. */
  connect(url: string, o?: ConnectOptions): Promise<WebSocket>;
  /** Lets applications connect, as forward WebSocket: `/api` for calls, `/event` for events, `/` for both. */
  serve(token?: string): Promise<string>;
  /** Tells of an event on all connections for events; resolves once the application has read it. */
  push(event: Record<string, unknown>): Promise<void>;
  heartbeat(o: { intervalMs: number; online: boolean }): Promise<void>;
  /** The next call of this action ends so. */
  fail(action: string, fault: DoubleFault): void;
  /** Answers `action` by hand. */
  answers(action: string, answer: (params: DoubleCall['params']) => unknown): void;
  /** IDs of what it sends begin here. */
  firstMessageId(id: number): void;
  /** A message of the chat, for `get_msg`. */
  knows(messageId: number, message: Record<string, unknown>): void;
  readonly calls: DoubleCall[];
  of(action: string): DoubleCall[];
  readonly sent: DoubleSent[];
  /** Hears of each message that is sent. */
  onSent: ((sent: DoubleSent) => void) | null;
  status: { online: boolean; good: boolean };
  connections(): number;
  /** All connections are lost, without a word. */
  drop(): void;
  close(): Promise<void>;
}

interface ConnectOptions {
  /** Null: none is given. */
  token?: string | null;
  role?: string;
  selfId?: number | null;
}

export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

export const doubleToken = 'a-token-for-tests-only';

export async function startOneBotDouble(selfId = 10_001): Promise<OneBotDouble> {
  const sockets = new Map<WebSocket, string>();
  const faults: { action: string; fault: DoubleFault }[] = [];
  const known = new Map<number, Record<string, unknown>>();
  const calls: DoubleCall[] = [];
  const sent: DoubleSent[] = [];
  const servers: WebSocketServer[] = [];
  let messageIds = 5_000;

  const send = (chat: string, params: DoubleCall['params']): { message_id: number } => {
    const id = (messageIds += 1);
    const said = { chat, id, message: params['message'] };
    sent.push(said);
    const group = chat.startsWith('group:') ? { group_id: Number(chat.slice(6)) } : {};
    known.set(id, { message: said.message, sender: { user_id: selfId }, ...group });
    double.onSent?.(said);
    return { message_id: id };
  };
  const answers: Record<string, (params: DoubleCall['params']) => unknown> = {
    get_login_info: () => ({ user_id: selfId, nickname: '统保' }),
    get_status: () => double.status,
    send_private_msg: (params) => send(`private:${String(params['user_id'])}`, params),
    send_group_msg: (params) => send(`group:${String(params['group_id'])}`, params),
    get_msg: (params) => {
      const message = known.get(Number(params['message_id']));
      if (message === undefined) throw new Error('消息不存在');
      return { message_id: params['message_id'], ...message };
    },
    get_group_member_info: ({ group_id, user_id }) => ({ group_id, user_id, role: 'member' }),
    set_friend_add_request: () => null,
    set_group_add_request: () => null,
  };

  function onCall(socket: WebSocket, data: RawData): void {
    const {
      action,
      params = {},
      echo,
    } = JSON.parse((data as Buffer).toString('utf8')) as {
      action: string;
      params?: DoubleCall['params'];
      echo?: unknown;
    };
    calls.push({ action, params });
    const at = faults.findIndex((one) => one.action === action);
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
    if (fault === 'noAnswer') return;
    if (fault === 'cut') {
      socket.terminate();
      return;
    }
    socket.send(JSON.stringify({ ...answerOf(action, params, fault), echo }));
  }

  function answerOf(
    action: string,
    params: DoubleCall['params'],
    fault: Exclude<DoubleFault, string> | undefined,
  ): Record<string, unknown> {
    const failed = (retcode: number, message: string): Record<string, unknown> => ({
      ...{ status: 'failed', retcode, data: null, message, wording: message },
    });
    const answer = answers[action];
    if (fault !== undefined) return failed(fault.retcode, fault.message);
    if (answer === undefined) return failed(1404, `不支持的API ${action}`);
    try {
      return { status: 'ok', retcode: 0, data: answer(params), message: '', wording: '' };
    } catch (error) {
      return failed(1200, error instanceof Error ? error.message : String(error));
    }
  }

  function take(socket: WebSocket, role: string): void {
    sockets.set(socket, role);
    socket.on('message', (data) => onCall(socket, data));
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  }

  async function tell(event: Record<string, unknown>): Promise<void> {
    const text = JSON.stringify({ time: 1_650_000_000, self_id: selfId, ...event });
    const listening = [...sockets].filter(([, role]) => role !== 'API').map(([socket]) => socket);
    await Promise.all(
      listening.map(async (socket) => {
        socket.send(text);
        await roundTrip(socket);
      }),
    );
  }

  const double: OneBotDouble = {
    selfId,
    calls,
    sent,
    onSent: null,
    status: { online: true, good: true },
    connect(url, { token = doubleToken, role = 'Universal', selfId: told = selfId } = {}) {
      const headers = {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(told === null ? {} : { 'x-self-id': String(told) }),
        'x-client-role': role,
      };
      const socket = new WebSocket(url, { headers });
      return new Promise((resolve, reject) => {
        socket.on('unexpected-response', (_request, response) => {
          response.resume();
          reject(new Refused(response.statusCode ?? 0));
        });
        socket.on('error', reject);
        socket.on('open', () => {
          take(socket, role);
          void tell({ post_type: 'meta_event', meta_event_type: 'lifecycle', sub_type: 'connect' });
          resolve(socket);
        });
      });
    },
    async serve(token) {
      const server = new WebSocketServer({
        ...{ host: '127.0.0.1', port: 0 },
        verifyClient: ({ req }, done) => {
          const inAddress = new URL(req.url ?? '/', 'ws://localhost').searchParams.get('access_token');
          const given = inAddress ?? req.headers.authorization?.replace(/^Bearer /, '');
          done(token === undefined || given === token, given === undefined ? 401 : 403);
        },
      });
      servers.push(server);
      server.on('connection', (socket, { url }) => {
        const [path] = (url ?? '/').split('?');
        take(socket, path === '/api' ? 'API' : path === '/event' ? 'Event' : 'Universal');
      });
      await new Promise((resolve) => server.once('listening', resolve));
      return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    push: tell,
    heartbeat: ({ intervalMs, online }) =>
      tell({
        ...{ post_type: 'meta_event', meta_event_type: 'heartbeat' },
        ...{ interval: intervalMs, status: { online, good: online } },
      }),
    fail: (action, fault) => void faults.push({ action, fault }),
    answers(action, answer) {
      answers[action] = answer;
    },
    firstMessageId(id) {
      messageIds = id;
    },
    knows: (messageId, message) => void known.set(messageId, message),
    of: (wanted) => calls.filter(({ action }) => action === wanted),
    connections: () => sockets.size,
    drop() {
      for (const socket of sockets.keys()) socket.terminate();
      sockets.clear();
    },
    async close() {
      for (const socket of sockets.keys()) socket.terminate();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
  return double;
}

/** Frames are read in order: who answers a ping has read what was sent before it. */
const roundTrip = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.readyState !== WebSocket.OPEN) {
      resolve();
      return;
    }
    const end = (): void => {
      socket.off('pong', end);
      socket.off('close', end);
      resolve();
    };
    socket.on('pong', end);
    socket.on('close', end);
    socket.ping();
  });

/** What a message shows, in either form. */
export const textIn = (message: unknown): string =>
  typeof message === 'string'
    ? message
    : (message as DoubleSegment[])
        .map(({ type, data }) => (type === 'text' ? String(data['text']) : ''))
        .join('');

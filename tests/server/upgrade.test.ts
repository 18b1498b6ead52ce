import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuse } from '../../bot/channels/onebot/reverse.ts';
import { registerOneBot } from '../../server/onebot-route.ts';
import { watchUnusedConnections } from '../../server/unused-connections.ts';
import { until } from '../support/until.ts';

let app: FastifyInstance;
let upgraded: string[];
const clients: Socket[] = [];

beforeEach(async () => {
  app = fastify();
  upgraded = [];
  app.get('/healthz', async () => ({ ok: true }));
  app.post('/echo', async ({ body, headers }) => ({ body, upgrade: headers.upgrade ?? null }));
  const end = watchUnusedConnections(app.server);
  app.addHook('preClose', async () => end());
  const door = {
    upgrade(request: IncomingMessage, socket: Parameters<typeof refuse>[0]) {
      upgraded.push(request.url ?? '');
      refuse(socket, 401);
    },
    hangUp: () => undefined,
  };
  registerOneBot(app, door, null);
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await app.close();
});

/** A client by hand, which never hangs up on its own. */
async function client(): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect({ port: (app.server.address() as AddressInfo).port, allowHalfOpen: true });
  clients.push(socket);
  let said = '';
  socket.on('data', (data) => (said += data.toString()));
  await once(socket, 'connect');
  return { socket, heard: () => said };
}
const offer = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB\r\n';
const body = JSON.stringify({ text: '企业已提交' });
const posted = (more: string): string =>
  `POST /echo HTTP/1.1\r\nHost: x\r\n${more}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;

it('answers a request that offers HTTP/2 as one that does not, and the next one on the connection', async () => {
  const { socket, heard } = await client();
  socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\n${offer}\r\n`);
  await until(() => heard().includes('{"ok":true}'));
  expect(heard()).toContain('HTTP/1.1 200');
  socket.write(`${posted(offer)}${body}`);
  await until(() => heard().includes('企业已提交'));
  expect(heard()).toContain('"upgrade":null');
  expect(upgraded).toEqual([]);
});

it('reads a body that comes in pieces after such an offer', async () => {
  const { socket, heard } = await client();
  const bytes = Buffer.from(body);
  socket.write(posted(offer));
  socket.write(bytes.subarray(0, 12));
  await new Promise((resolve) => setImmediate(resolve));
  socket.write(bytes.subarray(12));
  await until(() => heard().includes('企业已提交'));
});

it('takes a WebSocket on its own path only, and another one as an ordinary request', async () => {
  const handshake = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
  const elsewhere = await client();
  elsewhere.socket.write(handshake('/nothing'));
  await until(() => elsewhere.heard().includes('HTTP/1.1 404'));
  const here = await client();
  here.socket.write(handshake('/onebot/v11/ws'));
  await until(() => here.heard().includes('HTTP/1.1 401'));
  expect(upgraded).toEqual(['/onebot/v11/ws']);
});

it('keeps no refused connection open, also of a client that does not hang up', async () => {
  const { socket, heard } = await client();
  socket.write('GET /onebot/v11/ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await until(() => heard().includes('HTTP/1.1 401'));
  await until(
    () =>
      new Promise<boolean>((resolve) => app.server.getConnections((_error, count) => resolve(count === 0))),
  );
});

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { OneBotDoor } from './contract.ts';
import { pathsBelow } from './paths-below.ts';

const path = '/onebot/v11/ws';

/** Programs that are logged in to QQ connect here (OneBot v11, reverse WebSocket). */
export function registerOneBot(app: FastifyInstance, door: OneBotDoor, publicUrl: string | null): void {
  const paths = pathsBelow(publicUrl, path);
  app.server.on('upgrade', (request, socket, head) => {
    const [asked = ''] = (request.url ?? '').split('?');
    const isWebSocket = request.headers.upgrade?.toLowerCase() === 'websocket';
    if (isWebSocket && paths.includes(asked.replace(/\/$/, ''))) door.upgrade(request, socket, head);
    else takeWithoutUpgrade(app.server, request, socket, head);
  });
  // They never end by themselves, and a closing server waits for what is open.
  app.addHook('preClose', async () => door.hangUp());
}

const ofUpgrade = ['upgrade', 'http2-settings'];

/**
 * A client may offer another protocol with any request (Java's offers HTTP/2), and a server that does not want it answers as usual. Node
 * hands all of them over as soon as somebody listens, and has read no more than the head by then: the request goes in again
 * without the offer.
 */
function takeWithoutUpgrade(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method = 'GET', url = '/', httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    const kept = name.toLowerCase() === 'connection' ? withoutUpgrade(value) : value;
    if (!ofUpgrade.includes(name.toLowerCase()) && kept !== '') lines.push(`${name}: ${kept}`);
  }
  // Headers are bytes to HTTP, and Node shows them as Latin-1.
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

const withoutUpgrade = (connection: string): string =>
  connection
    .split(',')
    .map((token) => token.trim())
    .filter((token) => !ofUpgrade.includes(token.toLowerCase()))
    .join(', ');

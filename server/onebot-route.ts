import type { FastifyInstance } from 'fastify';
import type { OneBotDoor } from './contract.ts';
import { pathsBelow } from './paths-below.ts';

const path = '/onebot/v11/ws';

/** Programs that are logged in to QQ connect here (OneBot v11, reverse WebSocket). */
export function registerOneBot(app: FastifyInstance, door: OneBotDoor, publicUrl: string | null): void {
  const paths = pathsBelow(publicUrl, path);
  app.server.on('upgrade', (request, socket, head) => {
    const [asked = ''] = (request.url ?? '').split('?');
    if (paths.includes(asked.replace(/\/$/, ''))) {
      door.upgrade(request, socket, head);
      return;
    }
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  // They never end by themselves, and a closing server waits for what is open.
  app.addHook('preClose', async () => door.hangUp());
}

import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Logger } from '../../../activities/ports/services.ts';
import { sameSecret } from '../same-secret.ts';
import type { Lines, Role } from './lines.ts';

/** A message may bring forwarded ones along; pictures come as addresses. */
export const largestFrame = 4 * 1024 * 1024;

export interface ReversePorts {
  accessToken: string;
  lines: Lines;
  log: Logger;
  isRunning: () => boolean;
  /** A program that says which account it has tried to connect with a wrong token or none. */
  onRefused: () => void;
}

/** Takes the handshakes of programs that connect to us. */
export function createReverse(ports: ReversePorts): {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
} {
  const { lines, log } = ports;
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrame });

  function refusal(request: IncomingMessage): number | null {
    const token = tokenIn(request);
    if (token === null || !sameSecret(token, ports.accessToken)) {
      // Who knocks at any door without a word of QQ is not the office's program with a wrong setting.
      if (selfIdIn(request) !== null) ports.onRefused();
      return token === null ? 401 : 403;
    }
    if (!ports.isRunning()) return 503;
    const selfId = selfIdIn(request);
    if (selfId === null || roleIn(request) === null) return 400;
    if (!lines.isTakenFrom(selfId)) return null;
    log.warn('onebot.secondAccountRefused');
    return 403;
  }

  return {
    upgrade(request, socket, head) {
      const status = refusal(request);
      if (status !== null) {
        log.warn('onebot.connectionRefused', { status });
        refuse(socket, status);
        return;
      }
      server.handleUpgrade(request, socket, head, (opened) => {
        lines.add(opened, roleIn(request) ?? 'Universal', selfIdIn(request));
      });
    },
  };
}

export function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => undefined);
  // Who never hangs up would keep it for ever.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}

/** In the header, or in the address where a program can set nothing else. Null for none. */
function tokenIn(request: IncomingMessage): string | null {
  const [, given] = /^(?:Bearer|Token)\s+(.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return given ?? new URL(request.url ?? '/', 'ws://localhost').searchParams.get('access_token');
}

function selfIdIn(request: IncomingMessage): string | null {
  const header = request.headers['x-self-id'];
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? header : null;
}

/** Universal where it is not said. */
function roleIn(request: IncomingMessage): Role | null {
  const header = request.headers['x-client-role'];
  const said = typeof header === 'string' ? header.toLowerCase() : 'universal';
  return (['Universal', 'API', 'Event'] as const).find((role) => role.toLowerCase() === said) ?? null;
}

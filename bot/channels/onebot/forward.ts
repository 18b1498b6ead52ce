import { WebSocket } from 'ws';
import type { Logger } from '../../../activities/ports/services.ts';
import { pause } from '../pause.ts';
import type { OneBotAccess, Timings } from './contract.ts';
import type { Lines } from './lines.ts';
import { largestFrame } from './reverse.ts';

const handshakeWithinMs = 10_000;
const longestPauseMs = 60_000;
/** A connection that lived for so long was a good one: the next pause is short again. */
const livedMs = 30_000;

type Hindrance = 'wrongToken' | 'unreachable';

export interface ForwardPorts {
  access: OneBotAccess & { url: string };
  lines: Pick<Lines, 'add'>;
  log: Logger;
  signal: AbortSignal;
  againMs: Timings['againMs'];
  onHindrance: (hindrance: Hindrance) => void;
}

/** Connects to the program that is logged in to QQ, and again whenever that is lost, until `signal` is aborted. */
export async function keepConnected({ lines, log, signal, againMs, ...ports }: ForwardPorts): Promise<void> {
  const stopped = (): boolean => signal.aborted;
  for (let failures = 0; !stopped(); failures += 1) {
    const startedAt = performance.now();
    try {
      const socket = await connectOnce(ports.access, signal);
      await lines.add(socket, 'Universal', null).closed;
      if (performance.now() - startedAt > livedMs) failures = 0;
    } catch (error) {
      if (stopped()) return;
      ports.onHindrance(hindranceOf(error));
      log.warn('onebot.notConnected', { error: String(error) });
    }
    await pause(Math.min(againMs * 2 ** Math.min(failures, 10), longestPauseMs), signal);
  }
}

class HandshakeRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the handshake was answered with ${status}`);
    this.name = 'HandshakeRefused';
    this.status = status;
  }
}

/** Why `connectOnce` has thrown. */
export const hindranceOf = (error: unknown): Hindrance =>
  error instanceof HandshakeRefused && [401, 403].includes(error.status) ? 'wrongToken' : 'unreachable';

export function connectOnce(
  { url, accessToken }: ForwardPorts['access'],
  signal: AbortSignal,
): Promise<WebSocket> {
  const socket = new WebSocket(url, {
    ...{ handshakeTimeout: handshakeWithinMs, maxPayload: largestFrame },
    headers: accessToken === null ? {} : { authorization: `Bearer ${accessToken}` },
  });
  return new Promise((resolve, reject) => {
    const giveUp = (): void => socket.terminate();
    signal.addEventListener('abort', giveUp, { once: true });
    const settled = (): void => signal.removeEventListener('abort', giveUp);
    socket.once('unexpected-response', (request, response) => {
      settled();
      response.resume();
      request.destroy();
      reject(new HandshakeRefused(response.statusCode ?? 0));
    });
    socket.once('error', (error) => {
      settled();
      reject(error);
    });
    socket.once('open', () => {
      settled();
      resolve(socket);
    });
  });
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../bot/channels/web/address-limit.ts';
import { securityHeaders } from './security-headers.ts';

const heartbeatMs = 15_000;
const maxStreams = 2000;
const maxStreamsOfOne = 8;
/** Of one address, which many people may share. */
const maxStreamsOfAddress = 300;
/** A reader that is this far behind is cut off; it resumes from the last row it has. */
const maxBufferedBytes = 1024 * 1024;

interface EventStream {
  send(event: { id: number; data: unknown }): void;
  end(): void;
}

/** Open server-sent event streams, so that closing the server can end them at once. */
export interface EventStreams {
  roomFor(address: string): 'free' | 'tooMany' | 'full';
  /** `begin` starts what feeds the stream and returns what stops it. A visitor's oldest stream makes room for the newest. */
  open(
    request: FastifyRequest,
    reply: FastifyReply,
    owner: string,
    begin: (stream: EventStream) => () => void,
  ): void;
  endAll(): void;
}

export function createEventStreams(ofAddress = maxStreamsOfAddress): EventStreams {
  const open = new Set<{ owner: string; network: string | null; end: () => void }>();
  return {
    roomFor(address) {
      if (open.size >= maxStreams) return 'full';
      const network = networkOf(address);
      const neighbours = network === null ? [] : [...open].filter((s) => s.network === network);
      return neighbours.length < ofAddress ? 'free' : 'tooMany';
    },
    open(request, reply, owner, begin) {
      const own = [...open].filter((s) => s.owner === owner);
      if (own.length >= maxStreamsOfOne) own[0]?.end();

      // From here on the response is ours, so the header hook does not run for it.
      reply.hijack();
      const { raw } = reply;
      // Gone while it was being looked up: nothing would tell us so a second time.
      if (raw.destroyed || request.raw.socket.destroyed) return;
      raw.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Asks nginx not to hold events back.
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 2000\n\n');

      let stop = (): void => undefined;
      const entry = {
        owner,
        network: networkOf(request.ip),
        end: (): void => {
          if (!open.delete(entry)) return;
          clearInterval(heartbeat);
          stop();
          raw.end();
          // A browser keeps the connection for reuse; a closing server must not wait for it.
          request.raw.socket.destroySoon();
        },
      };
      const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatMs);
      open.add(entry);
      raw.on('close', entry.end);
      raw.on('error', entry.end);
      stop = begin({
        send({ id, data }) {
          if (!open.has(entry)) return;
          raw.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
          if (raw.writableLength > maxBufferedBytes) entry.end();
        },
        end: entry.end,
      });
    },
    endAll() {
      for (const entry of [...open]) entry.end();
    },
  };
}

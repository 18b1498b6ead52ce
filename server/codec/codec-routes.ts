import type { PayloadCodec } from '@temporalio/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../activities/ports/services.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { refuse, refuseFor } from '../http-errors.ts';
import { readPayloads, writePayloads } from './payload-json.ts';

/** Two megabytes are the most that Temporal takes as one payload; in base64, and a few of them. */
const bodyLimit = 8 * 1024 * 1024;
export const codecPath = '/api/v1/codec';

export interface CodecRoutesPorts {
  codec: PayloadCodec;
  /** Of the pages that may ask, beside programs that are no browsers. */
  origins: readonly string[];
  /** Who asks, as an ID for the audit; null for somebody who may not. */
  viewerOf(request: FastifyRequest): Promise<string | null>;
  /** Noted before the answer leaves: who saw how many payloads. */
  note(e: { viewer: string; action: 'decode' | 'encode'; payloads: number; outcome: string }): Promise<void>;
  log: Logger;
}

/**
 * Temporal's remote codec: its user interface and its command line send payloads as they are kept, and get them back
 * readable. Refused are pages of other origins, and whoever may not see the data.
 */
export function registerCodecRoutes(app: FastifyInstance, ports: CodecRoutesPorts): void {
  const viewers = new WeakMap<FastifyRequest, string>();

  /** False after it has refused the request itself. */
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    reply.header('cache-control', 'no-store').header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined) return true;
    if (!ports.origins.includes(origin)) {
      await refuse(reply, 'otherOrigin');
      return false;
    }
    reply.header('access-control-allow-origin', origin).header('access-control-allow-credentials', 'true');
    return true;
  };

  // Before the body is read: nobody else makes us take megabytes.
  const authorise = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!(await admit(request, reply))) return reply;
    const viewer = await ports.viewerOf(request);
    if (viewer === null) return refuse(reply.header('www-authenticate', 'Bearer'), 'noViewToken');
    viewers.set(request, viewer);
    return undefined;
  };

  for (const action of ['decode', 'encode'] as const) {
    const path = `${codecPath}/${action}`;

    app.options(path, async (request, reply) => {
      if (!(await admit(request, reply))) return reply;
      return reply
        .header('access-control-allow-methods', 'POST')
        .header(
          'access-control-allow-headers',
          'content-type, x-namespace, authorization, authorization-extras',
        )
        .header('access-control-max-age', '600')
        .code(204)
        .send();
    });

    app.post(path, { bodyLimit, onRequest: authorise }, async (request, reply) => {
      const viewer = viewers.get(request) ?? '';
      const given = readPayloads(request.body);
      if (given === null) return refuse(reply, 'badPayloads');
      const noted = { viewer, action, payloads: given.length };
      try {
        const answer = await ports.codec[action](given);
        await ports.note({ ...noted, outcome: 'done' });
        return writePayloads(answer);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        await ports.note({ ...noted, outcome: 'failed' });
        ports.log.warn('codec.failed', { action, error });
        return refuseFor(reply, 400, 'undecodable', error);
      }
    });
  }
}

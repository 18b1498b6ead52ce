import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Visitor, WebChat } from '../bot/channels/web/contract.ts';
import type { Logger } from '../activities/ports/services.ts';
import { localeOf, visitorCookieFor, visitorTokenOf } from './cookies.ts';
import type { EventStreams } from './event-streams.ts';
import { refuse } from './http-errors.ts';
import { isSameOrigin } from './same-origin.ts';

const clientId = z.string().regex(/^[\w-]{8,64}$/);
const postBody = z.union([
  z.strictObject({ clientId, text: z.string() }),
  z.strictObject({
    clientId,
    callback: z.strictObject({
      data: z
        .string()
        .min(1)
        .refine((data) => Buffer.byteLength(data) <= 64),
      messageId: z.int().positive(),
    }),
  }),
]);
const isJson = (contentType: string | undefined): boolean =>
  contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
const rowId = z.coerce.number().int().min(0).catch(0);
const afterQuery = z.object({ after: rowId });

/** The web chat's API. Every route but the first needs the cookie that the first one sets. */
export function registerChat(
  app: FastifyInstance,
  p: { webChat: WebChat; streams: EventStreams; publicUrl: string | null; log: Logger },
): void {
  const { webChat } = p;
  const secure = p.publicUrl?.startsWith('https:') ?? false;

  /** Null after it has refused the request itself. */
  const visitorOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Visitor | null> => {
    const token = visitorTokenOf(request.headers.cookie);
    if (token === null) {
      await refuse(reply, 'noSession');
      return null;
    }
    const entered = await webChat.enter({
      token,
      address: request.ip,
      locale: localeOf(request.headers.cookie),
    });
    // A token that is not one of ours is no session; the page opens a new one.
    if (entered === null || entered.newToken !== null) {
      await refuse(reply, entered === null ? 'tooManyVisitors' : 'noSession');
      return null;
    }
    return entered.visitor;
  };

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.method !== 'POST') return undefined;
    if (!isSameOrigin(request.headers, p.publicUrl)) return refuse(reply, 'crossSite');
    // Forms of other sites cannot send JSON without asking first.
    if (!isJson(request.headers['content-type'])) return refuse(reply, 'wrongType');
    return undefined;
  });

  app.post('/chat/session', async (request, reply) => {
    const entered = await webChat.enter({
      token: visitorTokenOf(request.headers.cookie),
      address: request.ip,
      locale: localeOf(request.headers.cookie),
    });
    if (entered === null) return refuse(reply, 'tooManyVisitors');
    if (entered.newToken !== null) reply.header('set-cookie', visitorCookieFor(entered.newToken, secure));
    await webChat.welcome(entered.visitor);
    return { ok: true };
  });

  app.get('/chat/messages', async (request, reply) => {
    const visitor = await visitorOf(request, reply);
    if (visitor === null) return reply;
    return webChat.history(visitor, afterQuery.parse(request.query).after);
  });

  app.post('/chat/messages', async (request, reply) => {
    const visitor = await visitorOf(request, reply);
    if (visitor === null) return reply;
    const { data: body } = postBody.safeParse(request.body);
    if (body === undefined) return refuse(reply, 'badRequest');
    const result = await webChat.post(visitor, {
      clientId: body.clientId,
      content: 'text' in body ? { type: 'text', text: body.text } : { type: 'tap', ...body.callback },
    });
    return result.outcome === 'refused' ? refuse(reply, result.code) : result;
  });

  app.get('/chat/events', async (request, reply) => {
    const visitor = await visitorOf(request, reply);
    if (visitor === null) return reply;
    if (!p.streams.hasRoom()) return refuse(reply, 'tooManyStreams');
    // A browser that reconnects by itself sends the header; the query is what it started from.
    const lastEventId = request.headers['last-event-id'];
    const after =
      lastEventId === undefined ? afterQuery.parse(request.query).after : rowId.parse(lastEventId);
    p.streams.open(request, reply, visitor.identityId, (stream) =>
      webChat.follow(visitor, after, (item) => stream.send({ id: item.id, data: item })),
    );
    return reply;
  });

  app.get('/chat/trial', async (request, reply) => {
    const visitor = await visitorOf(request, reply);
    if (visitor === null) return reply;
    if (webChat.trial === null) return refuse(reply, 'noTrial');
    return { clock: await webChat.trial.clock(visitor.identityId) };
  });

  app.post('/chat/trial/next-reminder', async (request, reply) => {
    const visitor = await visitorOf(request, reply);
    if (visitor === null) return reply;
    if (webChat.trial === null) return refuse(reply, 'noTrial');
    const moved = await webChat.trial.advance(visitor.identityId).catch((error: unknown) => {
      p.log.warn('web.trialAdvanceFailed', { identityId: visitor.identityId, error });
      return null;
    });
    if (moved === null) return refuse(reply, 'unavailable');
    return moved === 'tooManyMessages' ? refuse(reply, moved) : { outcome: moved };
  });
}

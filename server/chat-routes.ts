import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PostedMessage, Visitor, WebChat } from '../bot/channels/web/contract.ts';
import type { Logger } from '../activities/ports/services.ts';
import { credentialsOf } from './chat-credentials.ts';
import { parseLocale, visitorCookieFor } from './cookies.ts';
import type { EventStreams } from './event-streams.ts';
import { refuse, refuseUntil } from './http-errors.ts';
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
/** `keepsToken`: the page is in another site's frame and carries the token itself. */
const sessionBody = z.strictObject({ keepsToken: z.boolean().default(false) });
const isJson = (contentType: string | undefined): boolean =>
  contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
const rowId = z.coerce.number().int().min(0).catch(0);
const afterQuery = z.object({ after: rowId });

/** The web chat's API. Every route but the first needs the token that the first one gives, as a cookie or in the answer. */
export function registerChat(
  app: FastifyInstance,
  p: { webChat: WebChat; streams: EventStreams; publicUrl: string | null; log: Logger },
): void {
  const { webChat } = p;
  const secure = p.publicUrl?.startsWith('https:') ?? false;

  /** Null after it has refused the request itself. */
  const visitorOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Visitor | null> => {
    const { token, locale } = credentialsOf(request.headers);
    if (token === null) {
      await refuse(reply, 'noSession');
      return null;
    }
    const entered = await webChat.enter({ token, address: request.ip, locale });
    if (entered.outcome === 'tooMany') {
      await refuseUntil(reply, entered.code, entered);
      return null;
    }
    // A token that is not one of ours is no session; the page opens a new one.
    if (entered.newToken !== null) {
      await refuse(reply, 'noSession');
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
    const { data: body } = sessionBody.safeParse(request.body);
    if (body === undefined) return refuse(reply, 'badRequest');
    const own = credentialsOf(request.headers);
    // Who keeps the token itself never becomes the visitor of a cookie that happened to come along.
    const asked =
      body.keepsToken && request.headers.authorization === undefined
        ? { token: null, locale: parseLocale(request.headers['accept-language']) }
        : own;
    const entered = await webChat.enter({ ...asked, address: request.ip });
    if (entered.outcome === 'tooMany') return refuseUntil(reply, entered.code, entered);
    const { newToken, visitor } = entered;
    if (newToken !== null && !body.keepsToken) reply.header('set-cookie', visitorCookieFor(newToken, secure));
    await webChat.welcome(visitor);
    return { ok: true, ...(newToken !== null && body.keepsToken ? { token: newToken } : {}) };
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
    const content: PostedMessage['content'] =
      'text' in body ? { type: 'text', text: body.text } : { type: 'tap', ...body.callback };
    const message: PostedMessage = { clientId: body.clientId, content };
    const result = await webChat.post(visitor, message, { address: request.ip });
    if (result.outcome === 'tooMany') return refuseUntil(reply, result.code, result);
    return result.outcome === 'refused' ? refuse(reply, result.code) : result;
  });

  app.get('/chat/events', async (request, reply) => {
    const visitor = await visitorOf(request, reply);
    if (visitor === null) return reply;
    const room = p.streams.roomFor(request.ip);
    if (room === 'full') return refuse(reply, 'unavailable');
    if (room === 'tooMany') return refuseUntil(reply, 'tooManyStreams', { retryAfterMs: 60_000 });
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
    return typeof moved === 'object' ? refuseUntil(reply, moved.code, moved) : { outcome: moved };
  });
}

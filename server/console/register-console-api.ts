import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../activities/ports/services.ts';
import { mayAs } from '../../knowledge/console/roles.ts';
import type { ConsolePorts } from '../contract.ts';
import { isSameOrigin } from '../same-origin.ts';
import type { EventStreams } from '../event-streams.ts';
import { accountHandlers } from './accounts.ts';
import { apiKeyHandlers } from './api-keys.ts';
import { auditHandlers } from './audit.ts';
import { cannedReplyHandlers } from './canned-replies.ts';
import { firmActionHandlers } from './firm-actions.ts';
import { campaignHandlers } from './campaigns.ts';
import { firmViewHandlers } from './firm-views.ts';
import { firmHandlers } from './firms.ts';
import { groupHandlers } from './groups.ts';
import { createEntrance } from './entrance.ts';
import { importHandlers } from './imports.ts';
import type { Handlers, SignedIn } from './handlers.ts';
import { idleSince } from './idle.ts';
import { consoleApiDocument } from './openapi.ts';
import { consolePath, operations } from './operations.ts';
import type { Operation } from './operations.ts';
import { knowledgeHandlers } from './knowledge.ts';
import { officerHandlers } from './officers.ts';
import { overviewHandlers } from './overview.ts';
import { ownAccountHandlers } from './own-account.ts';
import { createPasswords } from './passwords.ts';
import { questionHandlers } from './questions.ts';
import { handleRefusals, Refused } from './refusals.ts';
import { createSecondStep } from './second-step.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { settingsHandlers } from './settings.ts';
import { signInHandlers } from './sign-in.ts';
import { telegramHandlers } from './telegram-handlers.ts';
import { totpHandlers } from './totp-handlers.ts';
import { webhookHandlers } from './webhooks.ts';
import { ticketActHandlers } from './ticket-acts.ts';
import { ticketStreamHandlers } from './ticket-stream.ts';
import { ticketHandlers } from './tickets.ts';

/** What a handler is called with, before its own types are looked at. */
type AnyHandler = (call: {
  body: unknown;
  viewer: SignedIn | null;
  request: FastifyRequest;
  reply: FastifyReply;
}) => Promise<unknown>;

/** Sent with what a page reads by itself. */
const byItselfHeader = 'x-by-itself';

/** `/api/console/v1`: what the staff's pages talk to. Who may do what is said by the table of operations, and checked here alone. */
export function registerConsoleApi(
  app: FastifyInstance,
  p: { ports: ConsolePorts; publicUrl: string | null; trial: boolean; streams: EventStreams; log: Logger },
): void {
  const entrance = createEntrance({ ...p.ports, publicUrl: p.publicUrl });
  const secondStep = createSecondStep(p.ports);
  const passwords = createPasswords();
  const more = { publicUrl: p.publicUrl, trial: p.trial, passwords, entrance, secondStep };
  const handlers: Handlers = {
    ...signInHandlers({ ...p.ports, ...more }),
    ...ownAccountHandlers({ ...p.ports, ...more }),
    ...totpHandlers({ ...p.ports, ...more }),
    ...telegramHandlers({ ...p.ports, ...more }),
    ...accountHandlers(p.ports),
    ...overviewHandlers(p.ports),
    ...firmHandlers(p.ports),
    ...firmViewHandlers(p.ports),
    ...firmActionHandlers(p.ports),
    ...campaignHandlers(p.ports),
    ...knowledgeHandlers(p.ports),
    ...questionHandlers(p.ports),
    ...settingsHandlers(p.ports),
    ...groupHandlers(p.ports),
    ...apiKeyHandlers(p.ports),
    ...webhookHandlers(p.ports),
    ...auditHandlers(p.ports),
    ...officerHandlers(p.ports),
    ...ticketHandlers(p.ports),
    ...ticketActHandlers(p.ports),
    ...cannedReplyHandlers(p.ports),
    ...ticketStreamHandlers(p),
    ...importHandlers(p.ports),
  };
  const viewers = new WeakMap<FastifyRequest, SignedIn>();

  refuseUnlisted(app);
  handleRefusals(app, p.log);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get(`${consolePath}/openapi.json`, async () => consoleApiDocument());

  const viewerOf = async (request: FastifyRequest, byItself: boolean): Promise<SignedIn | null> => {
    const token = sessionTokenOf(request);
    const now = p.ports.clock.now();
    if (token === null) return null;
    // What a page reads by itself keeps nobody signed in who left.
    const { sessions } = p.ports;
    const [at, idle] = [now.toISOString(), idleSince(now)];
    return byItself || request.headers[byItselfHeader] !== undefined
      ? sessions.look(token, at, idle)
      : sessions.find(token, at, idle);
  };
  for (const [id, operation] of Object.entries(operations) as [keyof Handlers, Operation][]) {
    const { method, path, role, body, bodyLimit } = operation;
    const handle = handlers[id] as AnyHandler;
    app.route({
      ...{ method, url: `${consolePath}${path}` },
      ...(bodyLimit !== undefined && { bodyLimit }),
      // Before the body is read: nobody else makes us take it.
      onRequest: async (request) => {
        if (method !== 'GET' && !isSameOrigin(request.headers, p.publicUrl)) throw new Refused('crossSite');
        const viewer = await viewerOf(request, operation.byItself === true);
        if (!mayAs(viewer?.account.role ?? null, role))
          throw new Refused(viewer === null ? 'notSignedIn' : 'forbidden');
        if (viewer !== null) viewers.set(request, viewer);
      },
      handler: async (request, reply) => {
        const given = body?.safeParse(request.body);
        if (given?.success === false) throw new Refused('badRequest');
        return handle({ body: given?.data, viewer: viewers.get(request) ?? null, request, reply });
      },
    });
  }
}

/** A route that the table does not have would be open to everybody: such a server does not start. */
function refuseUnlisted(app: FastifyInstance): void {
  const listed = new Set(
    Object.values(operations).map(({ method, path }) => `${method} ${consolePath}${path}`),
  );
  listed.add(`GET ${consolePath}/openapi.json`);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      const name = `${one === 'HEAD' ? 'GET' : one} ${url}`;
      if (!listed.has(name)) throw new Error(`no least role is declared for ${name}`);
    }
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ViewToken, ViewTokenStore } from '../../activities/ports/view-tokens.ts';
import { readCookie } from '../cookies.ts';
import { refuse } from '../http-errors.ts';
import { isSameOrigin } from '../same-origin.ts';
import { codecPath } from './codec-routes.ts';
import type { ViewPage } from './view-page.ts';

const viewCookie = 'tongbao_view';
const sessionPath = `${codecPath}/session`;

export interface ViewSessionPorts {
  tokens: ViewTokenStore;
  page: ViewPage;
  newToken: () => string;
  now: () => string;
  publicUrl: string | null;
  note(e: { viewer: string; action: 'signIn' | 'signOut'; tokenId: number }): Promise<void>;
}

/** The token that a program sends as `Authorization: Bearer`, or a browser in its cookie; null without one. */
export function viewTokenOf({ headers }: FastifyRequest): string | null {
  const [, bearer] = /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '') ?? [];
  return bearer ?? readCookie(headers.cookie, viewCookie);
}

/**
 * Where staff bring a browser to see: the token from the command line is used up and a cookie takes its place, which goes
 * to the codec only and nobody's script can read. The token never stands in an address, so in no log of one.
 */
export function registerViewSessions(app: FastifyInstance, ports: ViewSessionPorts): void {
  const { tokens, page } = ports;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1024 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  const viewerIn = async (request: FastifyRequest): Promise<ViewToken | null> => {
    const token = readCookie(request.headers.cookie, viewCookie);
    return token === null ? null : tokens.find(token, ports.now());
  };
  const setCookie = (request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number) => {
    const parts = [`${viewCookie}=${value}`, `Path=${codecPath}`, 'HttpOnly', 'SameSite=Strict'];
    const secure = isPublicHost(request, ports.publicUrl) ? ['Secure'] : [];
    return reply.header('set-cookie', [...parts, `Max-Age=${maxAge}`, ...secure].join('; '));
  };
  const ownPageOnly = async (request: FastifyRequest, reply: FastifyReply) =>
    isSameOrigin(request.headers, ports.publicUrl) ? undefined : refuse(reply, 'crossSite');

  app.get('/codec', async (_request, reply) => reply.redirect(sessionPath, 303));

  app.get(sessionPath, async (request, reply) => page.send(request, reply, await viewerIn(request)));

  app.post(sessionPath, { onRequest: ownPageOnly }, async (request, reply) => {
    const given = request.body instanceof URLSearchParams ? (request.body.get('token') ?? '') : '';
    const secret = ports.newToken();
    const viewer = await tokens.exchange(given.trim(), secret, ports.now());
    if (viewer === null) return page.send(request, reply.code(401), null, { refused: true });
    await ports.note({ viewer: viewer.staffId, action: 'signIn', tokenId: viewer.id });
    const maxAge = Math.floor((Date.parse(viewer.expiresAt) - Date.parse(ports.now())) / 1000);
    return setCookie(request, reply, secret, maxAge).redirect(sessionPath, 303);
  });

  app.post(`${sessionPath}/end`, { onRequest: ownPageOnly }, async (request, reply) => {
    const viewer = await viewerIn(request);
    if (viewer !== null && (await tokens.revoke(viewer.id))) {
      await ports.note({ viewer: viewer.staffId, action: 'signOut', tokenId: viewer.id });
    }
    return setCookie(request, reply, '', 0).redirect(sessionPath, 303);
  });
}

/** Under its public address we are reached over HTTPS; on this machine's own, without. */
function isPublicHost(request: FastifyRequest, publicUrl: string | null): boolean {
  if (publicUrl === null) return false;
  const { protocol, host } = new URL(publicUrl);
  return protocol === 'https:' && request.headers.host === host;
}

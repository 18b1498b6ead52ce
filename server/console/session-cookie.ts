import type { FastifyReply, FastifyRequest } from 'fastify';
import { readCookie } from '../cookies.ts';
import { consolePath } from './operations.ts';

const sessionCookie = 'tongbao_console';
/** Of a sign-in whose second step is awaited: good for nothing else. */
const pendingCookie = 'tongbao_console_pending';

export const sessionTokenOf = ({ headers }: FastifyRequest): string | null =>
  readCookie(headers.cookie, sessionCookie);

export const pendingTokenOf = ({ headers }: FastifyRequest): string | null =>
  readCookie(headers.cookie, pendingCookie);

type Set = (
  http: { request: FastifyRequest; reply: FastifyReply },
  publicUrl: string | null,
  value: string,
  maxAgeSeconds: number,
) => void;

/** Goes to the console's interface only, with requests of our own pages only, and no script can read it. */
const cookieNamed =
  (name: string, path: string): Set =>
  ({ request, reply }, publicUrl, value, maxAgeSeconds) => {
    const parts = [`${name}=${value}`, `Path=${path}`, 'HttpOnly', 'SameSite=Strict'];
    const secure = isReachedByHttps(request, publicUrl) ? ['Secure'] : [];
    reply.header('set-cookie', [...parts, `Max-Age=${maxAgeSeconds}`, ...secure].join('; '));
  };

export const setSessionCookie = cookieNamed(sessionCookie, consolePath);
export const setPendingCookie = cookieNamed(pendingCookie, `${consolePath}/sign-in/code`);

/** Under its public address we are reached over HTTPS; on this machine's own, without. */
function isReachedByHttps(request: FastifyRequest, publicUrl: string | null): boolean {
  if (publicUrl === null) return false;
  const { protocol, host } = new URL(publicUrl);
  return protocol === 'https:' && request.headers.host === host;
}

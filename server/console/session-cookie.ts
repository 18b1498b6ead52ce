import type { FastifyReply, FastifyRequest } from 'fastify';
import { readCookie } from '../cookies.ts';
import { consolePath } from './operations.ts';

const sessionCookie = 'tongbao_console';

export const sessionTokenOf = ({ headers }: FastifyRequest): string | null =>
  readCookie(headers.cookie, sessionCookie);

/** Goes to the console's interface only, with requests of our own pages only, and no script can read it. */
export function setSessionCookie(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  publicUrl: string | null,
  value: string,
  maxAgeSeconds: number,
): void {
  const parts = [`${sessionCookie}=${value}`, `Path=${consolePath}`, 'HttpOnly', 'SameSite=Strict'];
  const secure = isReachedByHttps(request, publicUrl) ? ['Secure'] : [];
  reply.header('set-cookie', [...parts, `Max-Age=${maxAgeSeconds}`, ...secure].join('; '));
}

/** Under its public address we are reached over HTTPS; on this machine's own, without. */
function isReachedByHttps(request: FastifyRequest, publicUrl: string | null): boolean {
  if (publicUrl === null) return false;
  const { protocol, host } = new URL(publicUrl);
  return protocol === 'https:' && request.headers.host === host;
}

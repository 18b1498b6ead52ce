import type { FastifyRequest } from 'fastify';

const loopback = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Whom tries are counted for. A proxy on this machine hides the address behind its own and adds what it saw to the end of
 * `X-Forwarded-For`; from anybody else that header is only a claim.
 */
export function clientAddress({ ip, headers }: FastifyRequest): string {
  if (!loopback.test(ip)) return ip;
  const forwarded = headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? ip : last;
}

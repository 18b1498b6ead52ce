import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import type { Answer } from '../../knowledge/webhooks/attempts.ts';
import { mayConnect, mayName } from '../../knowledge/webhooks/inside.ts';
import type { AllowedInside } from '../../knowledge/webhooks/inside.ts';
import type { PostWebhook } from '../ports/webhooks.ts';

export interface PostingPorts {
  allowed: AllowedInside;
  /** Long enough for a receiver that does its work before it answers; 15 seconds by default. */
  timeoutMs?: number;
  /** Where a name leads; the system's own by default. */
  resolve?: (host: string) => Promise<LookupAddress[]>;
}

/** The name leads into the own network, and to nowhere else. */
class LeadsInside extends Error {
  constructor() {
    super('leads inside');
    this.name = 'LeadsInside';
  }
}

/**
 * Over HTTP, without following a redirect: the signed body is for the address that the office entered. The addresses that the
 * connection is made to are those that were looked at: a name that leads elsewhere the next time gains nothing.
 */
export function createPostWebhook(ports: PostingPorts): PostWebhook {
  const { allowed, timeoutMs = 15_000, resolve = resolveBySystem } = ports;
  const dispatcher = new Agent({ connect: { lookup: guarded(resolve, allowed) } });
  return async ({ url, body, headers }, stopped) => {
    // An address in digits is connected to without a lookup.
    if (!mayName(new URL(url).hostname, allowed)) return { kind: 'inside' };
    const tooLate = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        ...{ method: 'POST', redirect: 'manual', body, headers, dispatcher },
        signal: AbortSignal.any([tooLate, stopped]),
      });
      // The status is the answer; a body may be endless.
      void response.body?.cancel().catch(() => undefined);
      const { status } = response;
      return { kind: 'status', status, retryAfterMs: retryAfterMs(response.headers.get('retry-after')) };
    } catch (error) {
      if (tooLate.aborted) return { kind: 'timeout' };
      return { kind: error instanceof Error && error.cause instanceof LeadsInside ? 'inside' : 'network' };
    }
  };
}

const resolveBySystem = async (host: string): Promise<LookupAddress[]> => lookup(host, { all: true });

function guarded(resolve: NonNullable<PostingPorts['resolve']>, allowed: AllowedInside): LookupFunction {
  return (host, options, done) => {
    const family = options.family === 4 || options.family === 6 ? options.family : null;
    resolve(host)
      .then((found) => {
        const wanted = found.filter((one) => family === null || one.family === family);
        const usable = wanted.filter(({ address }) => mayConnect(host, address, allowed));
        const [first] = usable;
        if (first === undefined) throw wanted.length > 0 ? new LeadsInside() : new Error('leads nowhere');
        if (options.all === true) done(null, usable);
        else done(null, first.address, first.family);
      })
      .catch((error: unknown) => done(error as Error, []));
  };
}

/** In seconds; dates, which the standard allows too, are not worth a dependence on the receiver's clock. */
function retryAfterMs(text: string | null): Extract<Answer, { kind: 'status' }>['retryAfterMs'] {
  return text !== null && /^\d{1,7}$/.test(text) ? Number(text) * 1000 : null;
}

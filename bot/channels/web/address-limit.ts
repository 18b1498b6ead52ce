import { isIPv6 } from 'node:net';
import type { Clock } from '../../../activities/ports/services.ts';
import { isLoopback } from '../is-loopback.ts';
import { createRateLimit } from '../rate-limit.ts';

/**
 * Whom an address stands for. A household or an office has a whole /64 of IPv6. Null for this machine itself: that is somebody
 * sitting at it, or a reverse proxy whose clients we cannot tell apart.
 */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isLoopback(plain)) return null;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest];
  return `${all.slice(0, 4).join(':')}::/64`;
}

/** What one network may do in a time. A proxy on this machine has no share of its own: only the server's strength limits it. */
export function createAddressLimit(p: { limit: number; windowMs: number; clock: Clock }): {
  /** 0 when it was taken, else how long until it would be. */
  take(address: string): number;
} {
  const limit = createRateLimit(p);
  return {
    take(address) {
      const network = networkOf(address);
      return network === null || limit.take(network) ? 0 : limit.waitMs(network);
    },
  };
}

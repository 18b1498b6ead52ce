import { createHash } from 'node:crypto';
import type { Clock } from '../../activities/ports/services.ts';
import { createRateLimit } from '../../bot/channels/rate-limit.ts';
import { networkOf } from '../../bot/channels/web/address-limit.ts';

const windowMs = 15 * 60_000;
const wrongTriesOfLogin = 10;
/** Higher: an office shares one address. */
const wrongTriesOfAddress = 50;

export interface SignInLimit {
  /** Counted before the password is looked at, so that many tries at once are not let through together. */
  allow(address: string, login: string): boolean;
}

/**
 * Counts tries to sign in per address (of IPv6: per network, since one household has a whole one) and per login. In memory: a restart forgets them, and each server process counts for
 * itself. Somebody else's wrong tries can thereby keep a person from signing in for a quarter of an hour, not longer.
 */
export function createSignInLimit(clock: Clock): SignInLimit {
  const ofLogin = createRateLimit({ limit: wrongTriesOfLogin, windowMs, clock });
  const ofAddress = createRateLimit({ limit: wrongTriesOfAddress, windowMs, clock });
  return {
    allow: (address, login) => ofAddress.take(networkOf(address) ?? address) && ofLogin.take(keyOf(login)),
  };
}

/** Of a fixed length, whatever somebody sends as a login. */
const keyOf = (login: string): string => createHash('sha256').update(login).digest('base64url');

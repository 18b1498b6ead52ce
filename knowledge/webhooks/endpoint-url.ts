import { mayName } from './inside.ts';
import type { AllowedInside } from './inside.ts';

export type UrlProblem = 'notAUrl' | 'notHttps' | 'hasCredentials' | 'hasFragment' | 'inside';

/** Where changes of a firm's status may be sent to: over TLS, unless they do not leave this machine; inside only where allowed. */
export function endpointUrl(
  text: string,
  allowed: AllowedInside,
): { ok: true; url: string } | { ok: false; problem: UrlProblem } {
  if (!URL.canParse(text)) return { ok: false, problem: 'notAUrl' };
  const url = new URL(text);
  const { protocol, hostname, username, password, hash, href } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) {
    return { ok: false, problem: 'notHttps' };
  }
  // It would be shown in lists and kept in the database.
  if (username !== '' || password !== '') return { ok: false, problem: 'hasCredentials' };
  if (hash !== '') return { ok: false, problem: 'hasFragment' };
  if (!mayName(hostname, allowed)) return { ok: false, problem: 'inside' };
  return { ok: true, url: href };
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);

export type UrlProblem = 'notAUrl' | 'notHttps' | 'hasCredentials' | 'hasFragment';

/** Where changes of a firm's status may be sent to: over TLS, unless they do not leave this machine. */
export function endpointUrl(text: string): { ok: true; url: string } | { ok: false; problem: UrlProblem } {
  if (!URL.canParse(text)) return { ok: false, problem: 'notAUrl' };
  const url = new URL(text);
  const { protocol, hostname, username, password, hash, href } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) {
    return { ok: false, problem: 'notHttps' };
  }
  // It would be shown in lists and kept in the database.
  if (username !== '' || password !== '') return { ok: false, problem: 'hasCredentials' };
  if (hash !== '') return { ok: false, problem: 'hasFragment' };
  return { ok: true, url: href };
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);

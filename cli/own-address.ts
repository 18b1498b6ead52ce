import type { Settings } from './settings.ts';

/** Where a browser finds the web server, without a slash at its end: from outside where that is set, else on this machine. */
export function ownAddress({ publicUrl, host, port }: Pick<Settings, 'publicUrl' | 'host' | 'port'>): string {
  const address = host.includes(':') ? `[${host}]` : host;
  return (publicUrl ?? `http://${address}:${port}`).replace(/\/$/, '');
}

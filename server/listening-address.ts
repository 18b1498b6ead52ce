import { once } from 'node:events';
import { createServer } from 'node:net';
import { userError } from '../knowledge/locales/both-languages.ts';
import type { Texts } from '../knowledge/locales/index.ts';
import type { UserError } from '../knowledge/user-error.ts';

interface Address {
  host: string;
  port: number;
}

/** Throws UserError where nothing can listen on an address now: to be told at once, not after all else has started. */
export async function checkListeningAddress({ host, port }: Address): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw explainListenError(error, { host, port });
  }
  server.close();
  await once(server, 'close');
}

export function explainListenError(error: unknown, { host, port }: Address): UserError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const sentence = ({ web }: Texts): string => {
    switch (code) {
      case 'EADDRINUSE':
        return web.portInUse({ port });
      case 'EACCES':
        return web.portForbidden({ port });
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        return web.hostNotFound({ host });
      default:
        return web.listenFailed({ host, port, code });
    }
  };
  return userError(sentence, error);
}

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { once } from 'node:events';

/**
 * Below every system's range of ephemeral ports (32768 on Linux, 49152 elsewhere): a port from that range may become the
 * near end of anybody's connection before we listen on it, and then it is taken for good.
 */
const [lowest, highest] = [20_000, 32_000];

/** A loopback port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(lowest, highest);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no free loopback port between ${lowest} and ${highest}`);
}

export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}

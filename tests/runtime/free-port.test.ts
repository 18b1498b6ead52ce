import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { freePort, isPortFree } from '../../cli/temporal/free-port.ts';

describe('a free port', () => {
  it('is none that an outgoing connection may be given', async () => {
    for (let i = 0; i < 50; i += 1) expect(await freePort()).toBeLessThan(32_768);
  });

  it('is free as long as nobody listens on it', async () => {
    const port = await freePort();
    expect(await isPortFree(port)).toBe(true);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await isPortFree(port)).toBe(false);
    server.close();
  });
});

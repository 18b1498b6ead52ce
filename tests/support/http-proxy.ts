import { createServer } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';

/** A local HTTP proxy that tunnels with CONNECT and notes where to. */
export async function startHttpProxy(): Promise<{
  url: string;
  tunnels: string[];
  stop: () => Promise<void>;
}> {
  const tunnels: string[] = [];
  const server = createServer((_request, response) => response.writeHead(405).end());
  const open = new Set<Duplex>();
  server.on('connect', (request, client, head) => {
    open.add(client);
    tunnels.push(request.url ?? '');
    const target = new URL(`http://${request.url ?? ''}`);
    const upstream = connect(Number(target.port), target.hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy()).on('error', () => upstream.destroy());
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  const stop = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url, tunnels, stop };
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}

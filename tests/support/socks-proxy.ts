import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';

/** A local SOCKS5 proxy without authentication (RFC 1928, CONNECT only) that notes where to. */
export async function startSocksProxy(): Promise<{
  url: string;
  tunnels: string[];
  stop: () => Promise<void>;
}> {
  const tunnels: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request) => {
        const { host, port } = targetOf(request);
        tunnels.push(`${host}:${port}`);
        const upstream = connect(port, host, () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          upstream.pipe(client).pipe(upstream);
        });
        open.add(upstream);
        upstream.on('error', () => client.destroy());
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  const stop = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url: `socks5://127.0.0.1:${address.port}`, tunnels, stop };
}

/** Version, command, reserved, then an IPv4 address (1) or a name (3), then the port. */
function targetOf(request: Buffer): { host: string; port: number } {
  const named = request[3] === 3;
  const end = named ? 5 + (request[4] ?? 0) : 8;
  const host = named ? request.subarray(5, end).toString() : request.subarray(4, end).join('.');
  return { host, port: request.readUInt16BE(end) };
}

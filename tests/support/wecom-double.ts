import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type WecomFault = { status: number; body: string } | { errcode: number } | 'cut' | 'hang';

export interface WecomDouble {
  apiRoot: string;
  /** Texts posted by each key. */
  posted: { key: string; text: string }[];
  /** What the next calls get, first come first. */
  faults: WecomFault[];
  close(): Promise<void>;
}

/** The robots' webhook by WeCom's documentation: one address, a key, a text of at most 2,048 bytes. */
export async function startWecomDouble(keys: readonly string[]): Promise<WecomDouble> {
  const double: WecomDouble = { apiRoot: '', posted: [], faults: [], close: async () => undefined };
  const errcodeFor = (key: string, body: string): number => {
    if (!keys.includes(key)) return 93000;
    const { msgtype, text } = JSON.parse(body) as { msgtype: string; text?: { content: string } };
    if (msgtype !== 'text') return 40008;
    const content = text?.content ?? '';
    if (content === '') return 44004;
    if (Buffer.byteLength(content) > 2_048) return 40058;
    double.posted.push({ key, text: content });
    return 0;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const fault = double.faults.shift();
      if (fault === 'cut') request.socket.destroy();
      else if (fault !== undefined && fault !== 'hang' && 'status' in fault) {
        response.writeHead(fault.status).end(fault.body);
      } else if (fault !== 'hang') {
        const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
        const errcode =
          fault?.errcode ?? errcodeFor(searchParams.get('key') ?? '', Buffer.concat(chunks).toString('utf8'));
        response.writeHead(pathname === '/cgi-bin/webhook/send' ? 200 : 404);
        response.end(JSON.stringify({ errcode, errmsg: errcode === 0 ? 'ok' : 'refused' }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  double.apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  double.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return double;
}

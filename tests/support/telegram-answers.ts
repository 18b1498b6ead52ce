import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

type Answer = { ok: true; result: unknown } | { ok: false; error_code: number; description: string };

/** A Bot API double that gives one fixed answer a method, and notes the paths and bodies it was sent. */
export async function startTelegramAnswers(
  answers: Record<string, Answer>,
  options: { date?: Date } = {},
): Promise<{ url: string; asked: string[]; bodies: string[]; stop: () => Promise<void> }> {
  const asked: string[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => void reply(request, response));
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(request.url ?? '');
    bodies.push(await text(request));
    const method = request.url?.split('/').at(-1) ?? '';
    const answer = answers[method] ?? { ok: false, error_code: 404, description: 'Not Found' };
    const status = answer.ok ? 200 : answer.error_code;
    const date = options.date ?? new Date();
    response.writeHead(status, { 'content-type': 'application/json', date: date.toUTCString() });
    response.end(JSON.stringify(answer));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${address.port}`, asked, bodies, stop };
}

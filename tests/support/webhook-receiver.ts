import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP status, or no answer: `hang` says nothing, `drop` closes the connection. */
type Reaction = number | 'hang' | 'drop';

interface ReceivedWebhook {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  reaction: Reaction;
}

/** Another system, which is told of changes and answers as it is told to. */
export interface WebhookReceiver {
  url: string;
  /** In the order of arrival, also those that it did not take. */
  received: ReceivedWebhook[];
  /** How it reacts to a message. */
  react: (received: Omit<ReceivedWebhook, 'reaction'>) => Reaction;
  answerHeaders: Record<string, string>;
  close(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { headers } = request;
      const body = Buffer.concat(parts).toString('utf8');
      const given = { id: String(headers['webhook-id']), headers, body };
      const reaction = receiver.react(given);
      receiver.received.push({ ...given, reaction });
      answer(response, reaction);
    });
  });
  const answer = (response: ServerResponse, reaction: Reaction): void => {
    if (reaction === 'drop') response.destroy();
    else if (reaction !== 'hang') response.writeHead(reaction, receiver.answerHeaders).end();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received: [],
    react: () => 204,
    answerHeaders: {},
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}

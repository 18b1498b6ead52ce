import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { createBotpressChannel } from '../../bot/channels/botpress/create-botpress-channel.ts';
import type {
  BotpressChannel,
  BotpressOptions,
} from '../../bot/channels/botpress/create-botpress-channel.ts';
import type { OutsideActions } from '../../bot/engine/outside-actions.ts';
import { registerBotpress } from '../../server/botpress-route.ts';
import { startBotpressDouble } from './botpress-double.ts';
import type { BotpressDouble } from './botpress-double.ts';

const botId = 'bot-1';
const secret = 'a-secret-of-twenty-four-characters';

interface CallOptions {
  secret?: string;
  botId?: string;
  headers?: Record<string, string>;
  /** Sent in two pieces, cut at this byte. */
  cutAt?: number;
}

/** The bot on our own HTTP route, called as Botpress calls it, with a Botpress by hand at the other end. */
export interface BotpressBot {
  botpress: BotpressDouble;
  open(
    ports: Pick<BotpressOptions, 'engine' | 'stores' | 'log'>,
    actions?: OutsideActions,
  ): Promise<BotpressChannel>;
  call(
    operation: string,
    type: string,
    body: object | string,
    o?: CallOptions,
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

export async function startBotpressBot(): Promise<BotpressBot> {
  const botpress = await startBotpressDouble();
  let channel: BotpressChannel | null = null;
  const app = fastify();
  app.register(async (scope) =>
    registerBotpress(scope, async (call) => (await channel?.webhook(call)) ?? { status: 503, body: '' }),
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const { apiUrl } = botpress;
  return {
    botpress,
    async open(ports, actions = {} as OutsideActions) {
      const opened = createBotpressChannel({
        ...ports,
        ...{ botId, token: 'token-1', secret, apiUrl, actions },
      });
      channel = opened;
      await opened.start();
      return opened;
    },
    call(operation, type, body, o = {}) {
      const headers = {
        'content-type': 'application/json',
        'x-bot-id': o.botId ?? botId,
        'x-bp-operation': operation,
        'x-bp-type': type,
        'x-bp-configuration': Buffer.from('{"payload":"{}"}').toString('base64'),
        ...o.headers,
      };
      const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      return post(`http://127.0.0.1:${port}/botpress/${o.secret ?? secret}`, headers, bytes, o.cutAt);
    },
    async close() {
      await channel?.stop();
      await app.close();
      await botpress.close();
    },
  };
}

/** Writes the body in pieces, so that a character may be cut in two on the way. */
function post(
  url: string,
  headers: Record<string, string>,
  body: Buffer,
  cutAt = body.length,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    call.on('error', reject);
    call.write(body.subarray(0, cutAt), () => {
      setImmediate(() => call.end(body.subarray(cutAt)));
    });
  });
}

export interface Said {
  messageId: string;
  conversation: { id: string; integration: string; channel: string; tags: Record<string, string> };
  userId: string;
  type?: string;
  payload: Record<string, unknown>;
}

/** The event of a message as Botpress sends it, with only what matters. */
export const messageCreated = ({
  messageId,
  conversation,
  userId,
  type = 'text',
  payload,
}: Said): object => ({
  event: {
    ...{ id: `evt_${messageId}`, type: 'message_created', createdAt: '2022-03-02T02:00:00.000Z' },
    payload: {
      message: {
        ...{ id: messageId, conversationId: conversation.id, userId, type, payload },
        ...{ tags: {}, direction: 'incoming', createdAt: '2022-03-02T02:00:00.000Z' },
      },
      user: { id: userId, tags: {} },
      conversation,
    },
  },
});

export const webchat = (id: string): Said['conversation'] => ({
  ...{ id, integration: 'webchat', channel: 'channel', tags: {} },
});
export const telegramChat = (id: string, chatId: number): Said['conversation'] => ({
  ...{ id, integration: 'telegram', channel: 'channel' },
  tags: { 'telegram:chatId': String(chatId) },
});

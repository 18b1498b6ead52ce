import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { createOneBotChannel } from '../../bot/channels/onebot/create-onebot-channel.ts';
import type { OneBotChannel, OneBotOptions } from '../../bot/channels/onebot/create-onebot-channel.ts';
import { registerOneBot } from '../../server/onebot-route.ts';
import { doubleToken, startOneBotDouble } from './onebot-double.ts';
import type { OneBotDouble } from './onebot-double.ts';
import { until } from './until.ts';

type Changes = Partial<Omit<OneBotOptions, 'engine' | 'stores' | 'log'>>;

/** The OneBot channel on our own HTTP route, with a program that is logged in to QQ by hand at the other end. */
export interface OneBotBot {
  qq: OneBotDouble;
  /** Where programs connect to the channel that was opened last. */
  url(): string;
  /** Opens a channel, which `qq` connects to, or by `url` it to `qq`. `connects: false`: nothing connects yet. */
  open(
    ports: Pick<OneBotOptions, 'engine' | 'stores' | 'log'>,
    o?: Changes & { connects?: boolean },
  ): Promise<OneBotChannel>;
  close(): Promise<void>;
}

/** Nothing waits for its turn. */
const noPace = { all: { burst: 1, everyMs: 0 }, chat: { burst: 1, everyMs: 0 }, longestWaitMs: 1_000 };

const noLimit = { inGroup: 1_000, inPrivate: 1_000 };

export async function startOneBotBot(): Promise<OneBotBot> {
  const qq = await startOneBotDouble();
  const apps: FastifyInstance[] = [];
  const channels: OneBotChannel[] = [];
  let url = '';
  return {
    qq,
    url: () => url,
    async open(ports, { connects = true, ...changes } = {}) {
      const channel = createOneBotChannel({
        ...ports,
        ...{ url: null, accessToken: doubleToken, friendRequests: 'ignore', groupInvitations: 'ignore' },
        ...{ pace: noPace, talk: noLimit, ...changes },
        timings: { restMs: 10, ...changes.timings },
      });
      channels.push(channel);
      const app = fastify();
      apps.push(app);
      registerOneBot(app, channel, null);
      await app.listen({ host: '127.0.0.1', port: 0 });
      url = `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/onebot/v11/ws`;
      qq.drop();
      await channel.start();
      if (!connects) return channel;
      if (channel.direction === 'reverse') await qq.connect(url);
      await until(() => channel.status().ok);
      return channel;
    },
    async close() {
      for (const channel of channels) await channel.stop();
      for (const app of apps) await app.close();
      await qq.close();
    },
  };
}

export const groupId = 700_001;

/** Somebody's message; segments, or a string with CQ codes. */
export const messageFrom = (
  who: number,
  place: 'private' | 'group',
  messageId: number,
  message: unknown,
): Record<string, unknown> => ({
  ...{ post_type: 'message', message_id: messageId, user_id: who, message },
  ...(place === 'group'
    ? { message_type: 'group', sub_type: 'normal', group_id: groupId }
    : { message_type: 'private', sub_type: 'friend' }),
  ...{ message_format: typeof message === 'string' ? 'string' : 'array', raw_message: '', font: 14 },
  sender: { user_id: who, nickname: '某人' },
});

export const text = (said: string): object => ({ type: 'text', data: { text: said } });
export const at = (qq: number): object => ({ type: 'at', data: { qq: String(qq) } });
export const reply = (id: number): object => ({ type: 'reply', data: { id: String(id) } });

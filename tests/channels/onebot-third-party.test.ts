import { CQ, CQWebSocket } from 'go-cqwebsocket';
import { NCWebsocket, Structs } from 'node-napcat-ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readMessage } from '../../bot/channels/onebot/segments.ts';
import { groupId } from '../support/onebot-bot.ts';
import { startOneBotWorld } from '../support/onebot-world.ts';
import type { OneBotWorld } from '../support/onebot-world.ts';
import { createScriptedEngine } from '../support/scripted-engine.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { until } from '../support/until.ts';

/** What programs stumble over: characters that mean something in a CQ code, and a code that is only text. */
const hostile = [
  '方括号 [x]，逗号,、& 和 &amp; &#91;',
  '[CQ:at,qq=all] 只是文字',
  'a=b,c=d]&#44;[CQ:',
  '😀 €\n第二行',
];

let temp: TempStores;
let world: OneBotWorld;
let engine: ReturnType<typeof createScriptedEngine>;
beforeEach(async () => {
  temp = await openTempStores();
  world = await startOneBotWorld();
  engine = createScriptedEngine();
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  await world.bot.open({ engine, stores: temp.stores, log });
});
afterEach(async () => {
  await world.close();
  await temp.dispose();
});

interface Heard {
  place: 'private' | 'group';
  from: number;
  text: string;
  replyTo: string | null;
}

interface Client {
  says(text: string): Promise<void>;
  /** `replyTo`: quotes that message. */
  saysInGroup(text: string, o: { mention: boolean; replyTo?: string }): Promise<void>;
  heard: Heard[];
  close(): void | Promise<void>;
}

async function goCqWebsocket(form: 'codes' | 'segments'): Promise<Client> {
  const heard: Heard[] = [];
  const client = new CQWebSocket({ baseUrl: world.personUrl, accessToken: world.token });
  const hear = (
    place: Heard['place'],
    from: number,
    tags: { tagName: string; get(key: never): unknown }[],
  ): void => {
    const values = (type: string, key: string): string[] =>
      tags.filter(({ tagName }) => tagName === type).map((tag) => String(tag.get(key as never)));
    heard.push({
      ...{ place, from, text: values('text', 'text').join('') },
      replyTo: values('reply', 'id')[0] ?? null,
    });
  };
  client.on('message.private', ({ context, cqTags }) => hear('private', context.user_id, cqTags));
  client.on('message.group', ({ context, cqTags }) => hear('group', context.user_id, cqTags));
  const open = Promise.all(
    (['socket.open', 'socket.openEvent'] as const).map(
      (event) => new Promise((resolve) => client.once(event, resolve)),
    ),
  );
  client.connect();
  await open;
  const written = (tags: { toString(): string }[]): never =>
    (form === 'codes' ? tags.map(String).join('') : tags) as never;
  return {
    heard,
    async says(text) {
      await client.send_private_msg(world.bot.qq.selfId, written([CQ.text(text)]));
    },
    async saysInGroup(text, { mention, replyTo }) {
      const tags = [
        ...(replyTo === undefined ? [] : [CQ.reply(Number(replyTo))]),
        ...(mention ? [CQ.at(world.bot.qq.selfId)] : []),
        CQ.text(text),
      ];
      await client.send_group_msg(groupId, written(tags));
    },
    close: () => client.disconnect(),
  };
}

async function nodeNapcat(): Promise<Client> {
  const heard: Heard[] = [];
  const client = new NCWebsocket({
    ...{ baseUrl: world.personUrl, accessToken: world.token },
    reconnection: { enable: false },
  });
  client.on('message', (context) => {
    const segments: { type: string; data: object }[] = context.message;
    const values = (type: string, key: string): string[] =>
      segments.filter((one) => one.type === type).map(({ data }) => String((data as never)[key]));
    heard.push({
      ...{ place: context.message_type, from: context.user_id, text: values('text', 'text').join('') },
      replyTo: values('reply', 'id')[0] ?? null,
    });
  });
  await client.connect();
  return {
    heard,
    async says(text) {
      await client.send_private_msg({ user_id: world.bot.qq.selfId, message: [Structs.text(text)] });
    },
    async saysInGroup(text, { mention, replyTo }) {
      const message = [
        ...(replyTo === undefined ? [] : [Structs.reply(Number(replyTo))]),
        ...(mention ? [Structs.at(world.bot.qq.selfId)] : []),
        Structs.text(text),
      ];
      await client.send_group_msg({ group_id: groupId, message });
    },
    close: () => client.disconnect(),
  };
}

describe.each([
  ['go-cqwebsocket, in segments', () => goCqWebsocket('segments')],
  ['go-cqwebsocket, in CQ codes', () => goCqWebsocket('codes')],
  ['node-napcat-ts', nodeNapcat],
] as const)('a person with %s', (_name, connect) => {
  let person: Client;
  beforeEach(async () => {
    person = await connect();
  });
  afterEach(() => person.close());

  it('is understood to the letter, and understands the answer', async () => {
    for (const [index, text] of hostile.entries()) {
      await person.says(text);
      await until(() => person.heard.length === index + 1);
      expect(engine.handled.at(-1)?.text).toBe(text);
      expect(person.heard.at(-1)).toEqual({
        ...{ place: 'private', from: world.bot.qq.selfId, text: `收到：${text}`, replyTo: null },
      });
    }
  });

  it('mentions the bot in the group, is quoted by the answer, and asks on by quoting that', async () => {
    await person.saysInGroup('大家好', { mention: false });
    await person.saysInGroup('赔付比例是多少', { mention: true });
    await until(() => person.heard.length === 1);
    expect(engine.handled).toHaveLength(1);
    expect(engine.handled[0]).toMatchObject({ text: '赔付比例是多少', addressed: true });
    const answer = world.bot.qq.sent[0];
    expect(person.heard[0]).toMatchObject({
      ...{ place: 'group', text: '收到：赔付比例是多少' },
      replyTo: engine.handled[0]?.messageId,
    });
    await person.saysInGroup('为什么', { mention: false, replyTo: String(answer?.id) });
    await until(() => engine.handled.length === 2);
    expect(engine.handled[1]?.quoted).toEqual({ text: '收到：赔付比例是多少', fromBot: true });
  });
});

describe('CQ codes', () => {
  it.each(hostile)('are read as another package writes and reads them: %s', (text) => {
    const written = [CQ.at(12_345), CQ.text(text), CQ.image(`a,b[${text}]&.jpg`), CQ.reply(-7)].join('');
    const theirs = CQ.parse(written).map((tag) => ({
      type: String(tag.tagName),
      data: asText(tag.toJSON().data),
    }));
    const ours = readMessage(written)?.map(({ type, data }) => ({ type, data: asText(data) }));
    const isEmpty = ({ data }: { data: Record<string, string> }): boolean => data['text'] === '';
    expect(ours).toEqual(theirs.filter((tag) => !isEmpty(tag)));
    expect(ours?.map(({ type }) => type)).toEqual(['at', 'text', 'image', 'reply']);
    expect(ours?.[1]?.data['text']).toBe(text);
  });
});

/** That package names the values that are not there, and reads some as numbers. */
const asText = (data: object): Record<string, string> =>
  z
    .record(z.string(), z.union([z.string(), z.number().transform(String)]))
    .parse(JSON.parse(JSON.stringify(data)));

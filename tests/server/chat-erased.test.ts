import { afterEach, expect, it } from 'vitest';
import type { HandleResult, InboundMessage } from '../../bot/model.ts';
import type { ChatItem } from '../../bot/channels/web/contract.ts';
import { visitorIdOf } from '../../bot/channels/web/visitor-token.ts';
import { createScriptedEngine, replyWith, say } from '../support/scripted-engine.ts';
import { until } from '../support/until.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import { nextClientId, openStream, openWebVisitor } from '../support/web-visitor.ts';
import type { WebVisitor } from '../support/web-visitor.ts';

let chat: WebChatServer;
let visitor: WebVisitor;
afterEach(() => chat.dispose());

/** Known to the engine as on every message: written down, and erased with a tap. */
async function answer(message: InboundMessage): Promise<HandleResult> {
  const { identities, people } = chat.stores;
  const { channel, sender, chat: where } = message;
  const { externalUserId, locale } = sender;
  const { id } = await identities.upsertIdentity({
    ...{ channel, externalUserId, locale, privateChatId: where.id },
  });
  if (message.callback === null) return replyWith(say(`收到：${message.text}`));
  expect(await people.erase(id)).toBe('erased');
  return { replies: [{ kind: 'edit', message: say('已删除。') }], toast: '已删除' };
}

async function start(): Promise<void> {
  chat = await startWebChatServer({ engine: createScriptedEngine(answer) });
  visitor = await openWebVisitor(chat.url);
}
const textOf = (item: ChatItem): string =>
  item.from === 'visitor' ? `> ${item.text}` : item.message.paragraphs.join('|');
const texts = async (): Promise<string[]> => (await visitor.items()).map(textOf);
const own = () => {
  const token = visitor.cookie.split('=')[1] ?? '';
  return { channel: 'web', externalUserId: visitorIdOf(token) };
};
const waiting = async (): Promise<number> => (await chat.stores.inbound.unprocessed('web')).length;

it('shows the open page that it was erased, and goes on as with somebody new', async () => {
  await start();
  await visitor.say('删除我的信息');
  const before = await chat.stores.identities.known(own());
  const shown = (await visitor.items()).at(-1)?.id ?? 0;
  const stream = await openStream(visitor, `/chat/events?after=${shown}`);
  const tap = { clientId: nextClientId(), callback: { data: 'erase|confirm', messageId: shown } };
  const erased = await visitor.post('/chat/messages', tap);
  expect(await erased.json()).toEqual({ outcome: 'done', toast: '已删除' });
  await until(() => stream.events.length === 1);
  expect(stream.events[0]?.item).toMatchObject({ replaces: shown, message: { paragraphs: ['已删除。'] } });
  expect(await texts()).toEqual(['已删除。']);
  expect(await waiting()).toBe(0);

  const later = await visitor.say('你好');
  expect(await later.json()).toEqual({ outcome: 'done', toast: null });
  await until(() => stream.events.length === 3);
  expect(stream.events.slice(1).map(({ item }) => textOf(item))).toEqual(['> 你好', '收到：你好']);
  expect(await texts()).toEqual(['已删除。', '> 你好', '收到：你好']);
  const after = await chat.stores.identities.known(own());
  expect(after).not.toBeNull();
  expect(after?.id).not.toBe(before?.id);
  expect(await waiting()).toBe(0);
  expect(chat.logged).toEqual([]);
  stream.close();
});

it('answers a visitor whom the office erased, and keeps nothing of the open page until then', async () => {
  await start();
  await visitor.say('你好');
  const stream = await openStream(visitor, '/chat/events?after=0');
  await until(() => stream.events.length === 2);
  const { id } = await chat.stores.identities.upsertIdentity(own());
  expect(await chat.stores.people.erase(id)).toBe('erased');
  expect(await chat.stores.identities.known(own())).toBeNull();

  expect((await visitor.say('再来')).status).toBe(200);
  await until(() => stream.events.length === 4);
  expect(await texts()).toEqual(['> 再来', '收到：再来']);
  expect(await waiting()).toBe(0);
  stream.close();
});

it('handles a text that is still stored in the form that named an identity', async () => {
  await start();
  const { externalUserId } = own();
  const content = { type: 'text', text: '没答完' };
  const payload = { identityId: 'gone', externalUserId, locale: 'zh-CN', clientId: 'client-old', content };
  await chat.channel.stop();
  await chat.stores.inbound.accept('web', 'old', JSON.stringify(payload));
  await chat.channel.start();
  await until(async () => (await waiting()) === 0);
  expect((await texts())[0]).toBe('> 没答完');
});

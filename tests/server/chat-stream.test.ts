import { afterEach, describe, expect, it } from 'vitest';
import { visitorIdOf } from '../../bot/channels/web/visitor-token.ts';
import { SendError } from '../../activities/ports/services.ts';
import { say } from '../support/scripted-engine.ts';
import { until } from '../support/until.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import { openStream, openWebVisitor } from '../support/web-visitor.ts';
import type { WebVisitor } from '../support/web-visitor.ts';

let chat: WebChatServer;
const start = async (): Promise<WebVisitor> => {
  chat = await startWebChatServer();
  return openWebVisitor(chat.url);
};
afterEach(() => chat.dispose());

const chatIdOf = (visitor: WebVisitor): string => visitorIdOf(visitor.cookie.split('=')[1] ?? '');

describe('the live stream', () => {
  it('brings what the system sends by itself', async () => {
    const visitor = await start();
    const stream = await openStream(visitor, '/chat/events');
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.response.headers.get('x-content-type-options')).toBe('nosniff');
    const { messageId } = await chat.channel.sender.send(chatIdOf(visitor), say('记得确认投保。'));
    await until(() => stream.events.length === 1);
    expect(stream.events[0]).toMatchObject({
      id: Number(messageId),
      item: { from: 'bot', replaces: null, message: { paragraphs: ['记得确认投保。'] } },
    });
    await chat.channel.sender.edit(chatIdOf(visitor), messageId, say('已确认。'));
    await until(() => stream.events.length === 2);
    expect(stream.events[1]?.item).toMatchObject({ replaces: Number(messageId) });
    stream.close();
  });

  it('resumes after the last event that the browser has', async () => {
    const visitor = await start();
    for (const text of ['一', '二']) await visitor.say(text);
    const all = await visitor.items();
    const resumed = await openStream(visitor, '/chat/events?after=0', {
      'last-event-id': (all[1]?.id ?? 0).toString(),
    });
    await until(() => resumed.events.length === 2);
    await visitor.say('三');
    await until(() => resumed.events.length === 4);
    expect(resumed.events.map((e) => e.id)).toEqual((await visitor.items()).slice(2).map((i) => i.id));
    resumed.close();
  });

  it('brings a long conversation whole and in order', async () => {
    const visitor = await start();
    const { id } = await chat.stores.identities.upsertIdentity({
      channel: 'web',
      externalUserId: chatIdOf(visitor),
    });
    for (let i = 0; i < 230; i++) {
      await chat.stores.chatMessages.append({ identityId: id, direction: 'in', body: `{"text":"${i}"}` });
    }
    const stream = await openStream(visitor, '/chat/events');
    await until(() => stream.events.length === 230);
    const texts = stream.events.map(({ item }) => (item.from === 'visitor' ? item.text : ''));
    expect(texts).toEqual(Array.from({ length: 230 }, (_, i) => i.toString()));
    stream.close();
  });

  it('finds what another process wrote', async () => {
    const visitor = await start();
    const stream = await openStream(visitor, '/chat/events');
    const { id } = await chat.stores.identities.upsertIdentity({
      channel: 'web',
      externalUserId: chatIdOf(visitor),
    });
    const body = JSON.stringify(say('别的进程发的'));
    await chat.stores.chatMessages.append({ identityId: id, direction: 'out', body });
    await until(() => stream.events.length === 1);
    stream.close();
  });

  it('ends at once when the server closes', async () => {
    const visitor = await start();
    const stream = await openStream(visitor, '/chat/events');
    await chat.server.close();
    await stream.ended;
    await expect(fetch(`${chat.url}/healthz`)).rejects.toThrow();
  });

  it('ends the oldest of too many streams of one visitor', async () => {
    const visitor = await start();
    const streams: Awaited<ReturnType<typeof openStream>>[] = [];
    for (let i = 0; i < 9; i++) streams.push(await openStream(visitor, '/chat/events'));
    await streams[0]?.ended;
    await visitor.say('还在吗');
    await until(() => streams[8]?.events.length === 2);
    for (const stream of streams) stream.close();
  });
});

describe('the sender', () => {
  it('sends to nobody who has never opened the page', async () => {
    await start();
    await expect(chat.channel.sender.send('12345', say('x'))).rejects.toMatchObject({
      fate: 'notSent',
      code: 'chatNotFound',
    });
  });

  it('says that the fate is unknown when the database fails', async () => {
    const visitor = await start();
    chat.stores.chatMessages.append = () => Promise.reject(new Error('disk full'));
    const sent = chat.channel.sender.send(chatIdOf(visitor), say('x'));
    await expect(sent).rejects.toBeInstanceOf(SendError);
    await expect(sent).rejects.toMatchObject({ fate: 'ambiguous' });
  });
});

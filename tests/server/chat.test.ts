import { afterEach, describe, expect, it } from 'vitest';
import { visitorIdOf } from '../../bot/channels/web/visitor-token.ts';
import type { OutboundMessage } from '../../knowledge/message.ts';
import { createScriptedEngine, replyWith, say } from '../support/scripted-engine.ts';
import { until } from '../support/until.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer, WebChatServerOptions } from '../support/web-chat-server.ts';
import { nextClientId, openWebVisitor } from '../support/web-visitor.ts';
import type { WebVisitor } from '../support/web-visitor.ts';

let chat: WebChatServer;
const start = async (o: WebChatServerOptions = {}): Promise<WebVisitor> => {
  chat = await startWebChatServer(o);
  return openWebVisitor(chat.url);
};
afterEach(() => chat.dispose());

const textsOf = (items: Awaited<ReturnType<WebVisitor['items']>>): string[] =>
  items.map((item) => (item.from === 'visitor' ? `> ${item.text}` : item.message.paragraphs.join('|')));

const progress: OutboundMessage = {
  paragraphs: ['做到哪一步了？'],
  buttons: [[{ kind: 'callback', label: '已确认投保', data: 'report|X|confirmed' }]],
  citation: null,
};

describe('a conversation', () => {
  it('gives what was said to the engine and keeps both sides', async () => {
    const engine = createScriptedEngine();
    const visitor = await start({ engine });
    const response = await visitor.say('  赔付比例是多少？ ', 'client-first');
    expect(await response.json()).toEqual({ outcome: 'done', toast: null });
    expect(textsOf(await visitor.items())).toEqual(['> 赔付比例是多少？', '收到：赔付比例是多少？']);
    expect(engine.handled).toMatchObject([
      {
        channel: 'web',
        externalId: expect.stringMatching(/:client-first$/) as string,
        chat: { kind: 'private' },
        sender: { locale: 'zh-CN' },
        text: '赔付比例是多少？',
        command: null,
        callback: null,
        addressed: true,
      },
    ]);
  });

  it('takes /start with a code as a command', async () => {
    const engine = createScriptedEngine();
    const visitor = await start({ engine });
    await visitor.say('/start ABCD-1234');
    expect(engine.handled[0]?.command).toEqual({ name: 'start', args: 'ABCD-1234' });
  });

  it('handles a message that is sent twice once', async () => {
    const engine = createScriptedEngine();
    const visitor = await start({ engine });
    await visitor.say('一次', 'client-twice');
    const again = await visitor.say('一次', 'client-twice');
    expect(await again.json()).toEqual({ outcome: 'duplicate', toast: null });
    expect(engine.handled).toHaveLength(1);
    expect(await visitor.items()).toHaveLength(2);
  });

  it('lets two visitors use the same client ID', async () => {
    const visitor = await start();
    const other = await openWebVisitor(chat.url);
    await visitor.say('甲', 'client-same');
    await other.say('乙', 'client-same');
    expect(textsOf(await other.items())).toEqual(['> 乙', '收到：乙']);
  });

  it('answers messages of one visitor in order, and others meanwhile', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const engine = createScriptedEngine(async (m) => {
      if (m.text === '慢') await held;
      return replyWith(say(`答：${m.text}`));
    });
    const visitor = await start({ engine });
    const slow = visitor.say('慢');
    await until(() => engine.handled.length === 1);
    const quick = visitor.say('快');
    const other = await openWebVisitor(chat.url);
    await other.say('别人');
    expect(textsOf(await other.items())).toEqual(['> 别人', '答：别人']);
    release();
    await Promise.all([slow, quick]);
    const answers = textsOf(await visitor.items()).filter((text) => text.startsWith('答'));
    expect(answers).toEqual(['答：慢', '答：快']);
  });

  it('shows a tapped button as the choice that it was, and its toast', async () => {
    const engine = createScriptedEngine((m) =>
      m.callback === null ? replyWith(progress) : { ...replyWith(say('已记下。')), toast: '已记下' },
    );
    const visitor = await start({ engine });
    await visitor.say('进度');
    const messageId = (await visitor.items()).at(-1)?.id;
    const tapped = await visitor.post('/chat/messages', {
      clientId: nextClientId(),
      callback: { data: 'report|X|confirmed', messageId },
    });
    expect(await tapped.json()).toEqual({ outcome: 'done', toast: '已记下' });
    expect(engine.handled[1]?.callback).toEqual({
      data: 'report|X|confirmed',
      messageId: messageId?.toString(),
    });
    expect(textsOf(await visitor.items()).slice(-2)).toEqual(['> 已确认投保', '已记下。']);
  });

  it('keeps an edit as a row that replaces the tapped message', async () => {
    const engine = createScriptedEngine((m) =>
      m.callback === null
        ? replyWith(progress)
        : { replies: [{ kind: 'edit', message: say('已改。') }], toast: null },
    );
    const visitor = await start({ engine });
    await visitor.say('进度');
    const messageId = (await visitor.items()).at(-1)?.id;
    await visitor.post('/chat/messages', {
      clientId: nextClientId(),
      callback: { data: 'report|X|confirmed', messageId },
    });
    expect((await visitor.items()).at(-1)).toMatchObject({
      from: 'bot',
      replaces: messageId,
      message: { paragraphs: ['已改。'] },
    });
    expect(await visitor.items()).toHaveLength(3);
  });

  it('tells the engine where its reply went and shows what that brings', async () => {
    const ids: string[] = [];
    const engine = createScriptedEngine(() => ({
      replies: [
        {
          kind: 'reply',
          message: say('准备中'),
          onSent: async (id) => {
            ids.push(id);
            return say('开始了');
          },
        },
      ],
      toast: null,
    }));
    const visitor = await start({ engine });
    await visitor.say('群发');
    const [, first, second] = await visitor.items();
    expect(ids).toEqual([first?.id.toString()]);
    expect(second).toMatchObject({ replaces: first?.id, message: { paragraphs: ['开始了'] } });
  });

  it('says sorry when the engine fails, and goes on', async () => {
    const engine = createScriptedEngine((m) => {
      if (m.text === '坏') throw new Error('secret detail');
      return replyWith(say('好'));
    });
    const visitor = await start({ engine });
    expect((await visitor.say('坏')).status).toBe(200);
    await visitor.say('再来');
    const texts = textsOf(await visitor.items());
    expect(texts[1]).toMatch(/^抱歉/);
    expect(texts.join()).not.toContain('secret');
    expect(texts.at(-1)).toBe('好');
  });

  it('says that the answer will come when it takes long', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const engine = createScriptedEngine(async () => {
      await held;
      return replyWith(say('来了'));
    });
    const visitor = await start({ engine, limits: { answerWithinMs: 20 } });
    expect(await (await visitor.say('慢')).json()).toEqual({ outcome: 'working', toast: null });
    expect(textsOf(await visitor.items())).toEqual(['> 慢']);
    release();
    await until(async () => (await visitor.items()).length === 2);
  });

  it('goes on at start with what an earlier run accepted, repeating nothing', async () => {
    const engine = createScriptedEngine();
    const visitorId = visitorIdOf('a'.repeat(43));
    const key = `${visitorId.slice(0, 24)}:client-resumed`;
    await start({
      engine,
      prepare: async (stores) => {
        const identity = await stores.identities.upsertIdentity({
          channel: 'web',
          externalUserId: visitorId,
        });
        const payload = {
          identityId: identity.id,
          externalUserId: visitorId,
          locale: 'zh-CN',
          clientId: 'client-resumed',
          content: { type: 'text', text: '上次没答完' },
        };
        await stores.inbound.accept('web', key, JSON.stringify(payload));
        await stores.inbound.accept('web', 'unreadable', '{"from":"an older version"}');
        // The earlier run got as far as showing the text and writing its reply.
        await stores.chatMessages.append({
          identityId: identity.id,
          direction: 'in',
          body: JSON.stringify({ text: '上次没答完' }),
          dedupeKey: `in/${key}`,
        });
      },
    });
    const { id } = await chat.stores.identities.upsertIdentity({ channel: 'web', externalUserId: visitorId });
    await until(async () => (await chat.stores.inbound.unprocessed('web')).length === 0);
    const rows = await chat.stores.chatMessages.after(id, 0);
    expect(rows.map((row) => row.direction)).toEqual(['in', 'out']);
    expect(engine.handled).toHaveLength(1);
  });
});

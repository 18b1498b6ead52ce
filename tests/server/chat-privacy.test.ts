import { afterEach, describe, expect, it } from 'vitest';
import { maxTextLength } from '../../bot/channels/web/contract.ts';
import { createScriptedEngine } from '../support/scripted-engine.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer, WebChatServerOptions } from '../support/web-chat-server.ts';
import { openStream, openWebVisitor } from '../support/web-visitor.ts';
import type { WebVisitor } from '../support/web-visitor.ts';

let chat: WebChatServer;
const start = async (o: WebChatServerOptions = {}): Promise<WebVisitor> => {
  chat = await startWebChatServer(o);
  return openWebVisitor(chat.url);
};
afterEach(() => chat.dispose());

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('a session', () => {
  it('is a random cookie that scripts and other sites cannot use, and only its hash is stored', async () => {
    const visitor = await start({ settings: { publicUrl: 'https://tongbao.example.cn' } });
    const opened = await fetch(`${chat.url}/chat/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://tongbao.example.cn' },
      body: '{}',
    });
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^tongbao_visitor=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
      expect(cookie).toContain(attribute);
    expect(cookie.split(';')[0]).not.toBe(visitor.cookie);
    const token = visitor.cookie.split('=')[1] ?? '';
    const found = await chat.stores.identities.upsertIdentity({ channel: 'web', externalUserId: token });
    expect(found.privateChatId).toBeNull();
  });

  it('is not marked Secure without https, so that a loopback trial works', async () => {
    await start();
    const opened = await fetch(`${chat.url}/chat/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: chat.url },
      body: '{}',
    });
    expect(opened.headers.get('set-cookie')).not.toContain('Secure');
  });

  it('is needed for everything else', async () => {
    await start();
    for (const path of ['/chat/messages', '/chat/events', '/chat/trial']) {
      const response = await fetch(`${chat.url}${path}`);
      expect(response.status).toBe(401);
      expect(await codeOf(response)).toBe('noSession');
    }
    const forged = await fetch(`${chat.url}/chat/messages`, { headers: { cookie: 'tongbao_visitor=guess' } });
    expect(forged.status).toBe(401);
    expect(forged.headers.get('set-cookie')).toBeNull();
  });

  it('shows a visitor nothing of what another one said or was told', async () => {
    const visitor = await start();
    await visitor.say('我公司的进度');
    const other = await openWebVisitor(chat.url);
    expect(await other.items()).toEqual([]);
    const stream = await openStream(other, '/chat/events?after=0');
    await visitor.say('再问一次');
    await other.say('别人的问题');
    await expect.poll(() => stream.events.length).toBe(2);
    expect(JSON.stringify(stream.events)).not.toContain('进度');
    stream.close();
  });

  it('shows no label of a message that belongs to another', async () => {
    const engine = createScriptedEngine((m) => ({
      replies: [
        {
          kind: 'reply',
          message: {
            paragraphs: ['x'],
            buttons: [[{ kind: 'callback', label: m.callback === null ? '密' : '公', data: 'topic|fees' }]],
            citation: null,
          },
        },
      ],
      toast: null,
    }));
    const visitor = await start({ engine });
    await visitor.say('我的');
    const messageId = (await visitor.items()).at(-1)?.id;
    const other = await openWebVisitor(chat.url);
    await other.post('/chat/messages', {
      clientId: 'client-other',
      callback: { data: 'topic|fees', messageId },
    });
    expect((await other.items()).map((item) => item.from)).toEqual(['bot']);
  });
});

describe('a request from elsewhere', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another origin that forges the fetch site', { origin: 'https://evil.example' }],
    ['a sibling site', { origin: 'http://a.localhost', 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
  ])('is refused: %s', async (_name, headers) => {
    const visitor = await start();
    const response = await visitor.post('/chat/messages', { clientId: 'client-evil', text: '你好' }, headers);
    expect(response.status).toBe(403);
    expect(await codeOf(response)).toBe('crossSite');
    expect(await visitor.items()).toEqual([]);
  });

  it('is refused when it says nothing of where it comes from', async () => {
    const visitor = await start();
    const response = await fetch(`${chat.url}/chat/messages`, {
      method: 'POST',
      headers: { cookie: visitor.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ clientId: 'client-none', text: '你好' }),
    });
    expect(response.status).toBe(403);
  });
});

describe('limits', () => {
  it('asks a visitor who writes too fast to wait, kindly and in both languages', async () => {
    const visitor = await start({ limits: { messagesPerMinute: 3 } });
    for (const text of ['一', '二', '三']) expect((await visitor.say(text)).status).toBe(200);
    const refused = await visitor.say('四');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: { code: 'tooManyMessages', zh: expect.stringContaining('秒再试') as string },
    });
    const other = await openWebVisitor(chat.url);
    expect((await other.say('别人不受影响')).status).toBe(200);
  });

  it.each([
    ['too long', '长'.repeat(maxTextLength + 1), 422, 'textTooLong'],
    ['empty', ' \n ', 422, 'textEmpty'],
  ])('refuses a text that is %s', async (_name, text, status, code) => {
    const visitor = await start();
    const response = await visitor.say(text);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
    expect(await visitor.items()).toEqual([]);
  });

  it('takes a text of just the longest length', async () => {
    const visitor = await start();
    expect((await visitor.say('长'.repeat(maxTextLength))).status).toBe(200);
  });

  it.each([
    [{ text: '没有编号' }],
    [{ clientId: 'short', text: 'x' }],
    [{ clientId: 'client-both', text: 'x', callback: { data: 'topic|fees', messageId: 1 } }],
    [{ clientId: 'client-long', callback: { data: '长'.repeat(22), messageId: 1 } }],
    [{ clientId: 'client-type', text: 5 }],
    [null],
  ])('refuses a body of another form: %j', async (body) => {
    const visitor = await start();
    const response = await visitor.post('/chat/messages', body);
    expect(response.status).toBe(400);
  });
});

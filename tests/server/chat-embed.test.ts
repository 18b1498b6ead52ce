import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitorIdOf } from '../../bot/channels/web/visitor-token.ts';
import { say } from '../support/scripted-engine.ts';
import { until } from '../support/until.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import {
  nextClientId,
  openFramedVisitor,
  openStream,
  openWebVisitor,
  visitorWith,
} from '../support/web-visitor.ts';

const site = 'https://www.example.cn';
let chat: WebChatServer;
beforeAll(async () => {
  chat = await startWebChatServer({ settings: { embedOrigins: [site, 'http://10.0.0.7:8080'] } });
});
afterAll(() => chat.dispose());

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('the page in a frame', () => {
  it('may be framed by the named sites and by no other', async () => {
    const { headers } = await fetch(`${chat.url}/chat/embed`);
    expect(headers.get('content-security-policy')).toContain(
      `frame-ancestors 'self' ${site} http://10.0.0.7:8080`,
    );
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('may be framed by nobody else where no site is named, and the page on its own never', async () => {
    const own = await startWebChatServer();
    for (const url of [`${own.url}/chat/embed`, `${chat.url}/`]) {
      const policy = (await fetch(url)).headers.get('content-security-policy');
      expect(policy).toMatch(/frame-ancestors 'self'$/);
    }
    await own.dispose();
  });

  it.each([
    ['?lang=en', 'en'],
    ['?lang=zh-CN', 'zh-CN'],
    ['?lang=xx"><script>', 'zh-CN'],
    ['', 'zh-CN'],
  ])('speaks the language that the tag asks for: %s', async (query, lang) => {
    const html = await (await fetch(`${chat.url}/chat/embed${query}`)).text();
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain(`href="/chat/embed?lang=${lang === 'en' ? 'zh-CN' : 'en'}"`);
  });
});

describe('the script for other sites', () => {
  it('is small, may be loaded by others, and names who may embed', async () => {
    const response = await fetch(`${chat.url}/chat/embed.js`);
    const script = await response.text();
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(Buffer.byteLength(script)).toBeLessThan(10 * 1024);
    expect(script).toContain(`["${site}","http://10.0.0.7:8080"]`);
    expect(script).not.toMatch(/\{\{|^\s*\/[/*]/m);
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${chat.url}/chat/embed.js`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });
});

describe('a visitor without cookies', () => {
  it('gets its token in the answer, talks and follows with it, and only its hash is stored', async () => {
    const opened = await openFramedVisitor(chat.url);
    const token = opened.credentials['authorization']?.slice('Bearer '.length) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const stream = await openStream(opened, '/chat/events?after=0');
    expect(stream.response.status).toBe(200);
    expect((await opened.say('赔付比例')).status).toBe(200);
    await chat.channel.sender.send(visitorIdOf(token), say('提醒'));
    await until(() => stream.events.length === 3);
    expect(stream.events.map(({ id }) => id)).toEqual((await opened.items()).map(({ id }) => id));
    stream.close();
    expect(await chat.stores.identities.known({ channel: 'web', externalUserId: token })).toBeNull();
  });

  it('stays who it is when it comes back, and gets neither cookie nor another token', async () => {
    const visitor = await openFramedVisitor(chat.url);
    await visitor.say('记住我');
    const again = await visitor.post('/chat/session', { keepsToken: true });
    expect(again.headers.get('set-cookie')).toBeNull();
    expect(await again.json()).toEqual({ ok: true });
    expect(await visitor.items()).toHaveLength(2);
  });

  it('is spoken to in the language of its frame', async () => {
    const visitor = await openFramedVisitor(chat.url, 'en');
    const token = visitor.credentials['authorization']?.slice('Bearer '.length) ?? '';
    const identity = await chat.stores.identities.known({
      channel: 'web',
      externalUserId: visitorIdOf(token),
    });
    expect(identity?.locale).toBe('en');
  });

  it('never becomes the visitor of a cookie that comes along', async () => {
    const alone = await openWebVisitor(chat.url);
    await alone.say('我公司的进度');
    const opened = await alone.post('/chat/session', { keepsToken: true });
    const { token } = (await opened.json()) as { token: string };
    expect(opened.headers.get('set-cookie')).toBeNull();
    expect(alone.cookie).not.toContain(token);
    const both = visitorWith(chat.url, { ...alone.credentials, ...bearer(token) });
    expect(await both.items()).toEqual([]);
    expect(await alone.items()).toHaveLength(2);
  });
});

describe('who may not', () => {
  it('refuses a token of another form, also beside a good cookie', async () => {
    const alone = await openWebVisitor(chat.url);
    for (const forged of ['', 'guess', 'a'.repeat(42), 'ä'.repeat(3), `${'a'.repeat(43)} x`]) {
      const visitor = visitorWith(chat.url, {
        cookie: alone.cookie,
        authorization: `Bearer ${encodeURI(forged)}`,
      });
      for (const path of ['/chat/messages', '/chat/events', '/chat/trial']) {
        const response = await visitor.get(path);
        expect(response.status).toBe(401);
        expect(await codeOf(response)).toBe('noSession');
      }
      expect((await visitor.say('你好')).status).toBe(401);
    }
  });

  it('shows a made-up token an empty conversation, and another one’s token only that one’s', async () => {
    const visitor = await openFramedVisitor(chat.url);
    await visitor.say('我公司的进度');
    const madeUp = visitorWith(chat.url, bearer('A'.repeat(43)));
    expect(await madeUp.items()).toEqual([]);
    const other = await openFramedVisitor(chat.url);
    await other.say('别人的问题');
    expect(JSON.stringify(await other.items())).not.toContain('进度');
    const stream = await openStream(other, '/chat/events?after=0');
    await visitor.say('再问一次');
    await other.say('第二问');
    await until(() => stream.events.length === 4);
    expect(JSON.stringify(stream.events)).not.toContain('再问');
    stream.close();
  });

  it('takes no token from an address', async () => {
    const visitor = await openFramedVisitor(chat.url);
    const token = visitor.credentials['authorization']?.slice('Bearer '.length) ?? '';
    for (const query of [`token=${token}`, `access_token=${token}`, `authorization=Bearer%20${token}`]) {
      expect((await fetch(`${chat.url}/chat/events?${query}`)).status).toBe(401);
    }
  });

  it.each([
    ['the embedding site itself', { origin: site, 'sec-fetch-site': 'cross-site' }],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('refuses what %s posts, even with a good token', async (_who, headers) => {
    const visitor = await openFramedVisitor(chat.url);
    for (const [path, body] of [
      ['/chat/messages', { clientId: nextClientId(), text: '你好' }],
      ['/chat/session', { keepsToken: true }],
      ['/chat/trial/next-reminder', {}],
    ] as const) {
      const response = await visitor.post(path, body, headers);
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe('crossSite');
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(await visitor.items()).toEqual([]);
  });

  it('gives no other site leave to send the header', async () => {
    const asked = await fetch(`${chat.url}/chat/messages`, {
      method: 'OPTIONS',
      headers: {
        origin: site,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
    expect(asked.headers.get('access-control-allow-headers')).toBeNull();
  });
});

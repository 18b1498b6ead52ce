import { once } from 'node:events';
import { connect, createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../knowledge/user-error.ts';
import { checkListeningAddress } from '../../server/listening-address.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import { openWebVisitor } from '../support/web-visitor.ts';

let chat: WebChatServer;
let calls: { body: unknown; secretToken: string | null }[];
beforeAll(async () => {
  calls = [];
  chat = await startWebChatServer({
    settings: { publicUrl: 'https://tongbao.example.cn' },
    telegramWebhook: async (call) => {
      calls.push(call);
      if (call.secretToken !== 'right') return { status: 401 };
      if (call.body === null) throw new Error('secret detail');
      return { status: 200 };
    },
  });
});
afterAll(() => chat.dispose());

describe('the page', () => {
  it('is Chinese first, carries security headers and no inline script', async () => {
    const response = await fetch(`${chat.url}/`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('江苏省2022年度小微企业出口信用保险统保平台');
    expect(html).not.toMatch(/\{\{|<script(?! type="application\/json"| type="module" src)|\son\w+=|style=/);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
  });

  it('speaks English when that is chosen, and remembers it', async () => {
    const chosen = await fetch(`${chat.url}/?lang=en`);
    expect(await chosen.text()).toContain('<html lang="en">');
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    const later = await fetch(`${chat.url}/`, { headers: { cookie } });
    expect(await later.text()).toContain('<html lang="en">');
  });

  it('serves its assets with their types, and again only when they changed', async () => {
    const response = await fetch(`${chat.url}/assets/chat.js`);
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${chat.url}/assets/chat.js`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('serves nothing outside its list of assets', async () => {
    for (const path of [
      '/assets/../page.ts',
      '/assets/%2e%2e/page.ts',
      '/assets/index.html',
      '/package.json',
    ]) {
      expect((await fetch(`${chat.url}${path}`)).status).toBe(404);
    }
  });
});

describe('refusals', () => {
  it('are JSON in both languages', async () => {
    const response = await fetch(`${chat.url}/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: {
        code: 'notFound',
        zh: expect.stringMatching(/\p{Script=Han}/u) as string,
        en: expect.stringMatching(/^[A-Z]/) as string,
      },
    });
  });

  it('refuses a body that is too large or is not JSON', async () => {
    const visitor = await openWebVisitor(chat.url);
    const large = await visitor.post('/chat/messages', {
      clientId: 'client-large',
      text: 'x'.repeat(40_000),
    });
    expect(large.status).toBe(413);
    const broken = await visitor.post('/chat/messages', '{"clientId":');
    expect(broken.status).toBe(400);
    const text = await visitor.post('/chat/messages', '{}', { 'content-type': 'text/plain' });
    expect(text.status).toBe(415);
    const form = await visitor.post('/chat/session', 'a=b', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(415);
  });
});

it('closes although a browser holds a connection that it has not used yet', async () => {
  const own = await startWebChatServer();
  const socket = connect(Number(new URL(own.url).port), '127.0.0.1');
  await once(socket, 'connect');
  await fetch(`${own.url}/healthz`);
  const ended = once(socket, 'close');
  await own.dispose();
  await ended;
});

describe('the Telegram webhook', () => {
  const call = (secret: string, body: string): Promise<Response> =>
    fetch(`${chat.url}/telegram/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body,
    });

  it('hands the update and the claimed secret to the channel and returns its status', async () => {
    expect((await call('right', '{"update_id":7}')).status).toBe(200);
    expect(calls.at(-1)).toEqual({ body: { update_id: 7 }, secretToken: 'right' });
    expect((await call('wrong', '{"update_id":8}')).status).toBe(401);
  });

  it('takes an update that is larger than a chat message may be', async () => {
    const update = JSON.stringify({ update_id: 9, text: '长'.repeat(30_000) });
    expect((await call('right', update)).status).toBe(200);
    expect((await call('right', JSON.stringify({ text: 'x'.repeat(1_100_000) }))).status).toBe(413);
  });

  it('shows a failure to nobody but the log', async () => {
    const response = await call('right', 'null');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
    expect(chat.logged.at(-1)?.message).toBe('http.requestFailed');
  });

  it('is also below the path of the public URL, for a proxy that leaves it there', async () => {
    const seen: unknown[] = [];
    const behind = await startWebChatServer({
      settings: { publicUrl: 'https://office.example/tongbao/' },
      telegramWebhook: async ({ body }) => {
        seen.push(body);
        return { status: 200 };
      },
    });
    for (const path of ['/telegram/webhook', '/tongbao/telegram/webhook']) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${behind.url}${path}`, {
        method: 'POST',
        headers,
        body: '{"update_id":1}',
      });
      expect(response.status).toBe(200);
    }
    expect(seen).toHaveLength(2);
    await behind.dispose();
  });

  it('is not there when Telegram is not configured', async () => {
    const without = await startWebChatServer();
    const response = await fetch(`${without.url}/telegram/webhook`, { method: 'POST' });
    expect(response.status).toBe(404);
    await without.dispose();
  });
});

describe('listening', () => {
  it('explains a port in use in one line', async () => {
    const other = createTcpServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = startWebChatServer({ settings: { port } });
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(new RegExp(`^端口 ${port} .*\\/ Port ${port} [^\\n]*$`));
    await expect(checkListeningAddress({ host: '127.0.0.1', port })).rejects.toThrow(`端口 ${port} `);
    await new Promise((resolve) => other.close(resolve));
    await checkListeningAddress({ host: '127.0.0.1', port });
  });

  it('explains an address that this machine does not have', async () => {
    // 192.0.2.0/24 is reserved for documentation.
    const refused = startWebChatServer({ settings: { host: '192.0.2.1' } });
    await expect(refused).rejects.toThrow(/^这台机器上没有地址 192\.0\.2\.1/);
  });
});

import { expect, it, onTestFinished } from 'vitest';
import { createProxyFetch } from '../../cli/proxy-fetch.ts';
import { startHttpProxy } from '../support/http-proxy.ts';
import { startSocksProxy } from '../support/socks-proxy.ts';
import { startTelegramAnswers } from '../support/telegram-answers.ts';

async function target() {
  const server = await startTelegramAnswers({ getMe: { ok: true, result: 1 } });
  onTestFinished(server.stop);
  return server;
}

it.each([
  ['an HTTP proxy', startHttpProxy],
  ['a SOCKS5 proxy', startSocksProxy],
])('goes through %s, also with a body', async (_what, startProxy) => {
  const [server, proxy] = [await target(), await startProxy()];
  onTestFinished(proxy.stop);
  const response = await createProxyFetch(proxy.url)(`${server.url}/getMe`, {
    method: 'POST',
    body: JSON.stringify({ text: '你好' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(await response.json()).toEqual({ ok: true, result: 1 });
  expect(proxy.tunnels).toEqual([new URL(server.url).host]);
});

it('goes directly without a proxy', async () => {
  const server = await target();
  const response = await createProxyFetch(null)(`${server.url}/getMe`);
  expect(response.status).toBe(200);
});

it('sends form data as an upload does', async () => {
  const [server, proxy] = [await target(), await startHttpProxy()];
  onTestFinished(proxy.stop);
  const body = new FormData();
  body.set('caption', '核准名单');
  body.set('document', new Blob(['91']), 'list.txt');
  const response = await createProxyFetch(proxy.url)(`${server.url}/getMe`, { method: 'POST', body });
  expect(response.status).toBe(200);
  expect(server.bodies.at(-1)).toMatch(/filename="list.txt"[^]*91/);
  expect(server.bodies.at(-1)).toContain('核准名单');
});

it('fails when the proxy does not run, instead of going directly', async () => {
  const [server, proxy] = [await target(), await startHttpProxy()];
  await proxy.stop();
  await expect(createProxyFetch(proxy.url)(`${server.url}/getMe`)).rejects.toThrow();
  expect(server.asked).toEqual([]);
});

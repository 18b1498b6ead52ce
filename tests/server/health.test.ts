import { afterEach, describe, expect, it } from 'vitest';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer, WebChatServerOptions } from '../support/web-chat-server.ts';

let running: WebChatServer | undefined;
const start = async (o: WebChatServerOptions = {}): Promise<WebChatServer> => {
  running = await startWebChatServer(o);
  return running;
};
afterEach(async () => {
  await running?.dispose();
  running = undefined;
});

describe('health', () => {
  it('says that the process answers', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
  });

  it('is ready when the database, Temporal and every channel are', async () => {
    const { url } = await start();
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ok: true,
      degraded: [],
      parts: {
        database: { ok: true, detail: 'ready' },
        temporal: { ok: true, detail: 'ready' },
        tickets: { ok: true, detail: 'ready' },
        'channel:web': { ok: true, detail: 'accepting messages' },
      },
    });
  });

  it.each<[string, NonNullable<WebChatServerOptions['health']>, string]>([
    ['database', { database: async () => ({ ok: false, detail: 'locked' }) }, 'locked'],
    ['temporal', { temporal: () => Promise.reject(new Error('10.0.0.1 refused')) }, 'unreachable'],
    [
      'channel:telegram',
      { channels: async () => ({ telegram: { ok: false, detail: 'no token' } }) },
      'no token',
    ],
    ['channels', { channels: () => Promise.reject(new Error('boom')) }, 'unreachable'],
  ])('is not ready when %s is not, and says which part', async (part, health, detail) => {
    const { url } = await start({ health });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    const body = (await response.json()) as { ok: boolean; parts: Record<string, unknown> };
    expect(body.ok).toBe(false);
    expect(body.parts[part]).toEqual({ ok: false, detail });
  });

  it('stays ready when an outside channel is away, and says so', async () => {
    const away = { ok: false, detail: 'account offline', outside: true } as const;
    const { url } = await start({
      health: { channels: async () => ({ web: { ok: true, detail: 'x' }, onebot: away }) },
    });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(200);
    const parts = { 'channel:onebot': { ok: false, detail: 'account offline' } };
    expect(await response.json()).toMatchObject({ ok: true, degraded: ['channel:onebot'], parts });
  });

  it('is not ready when a part does not answer', async () => {
    const { url } = await start({ health: { temporal: () => new Promise(() => undefined) } });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ parts: { temporal: { ok: false, detail: 'timeout' } } });
  });
});

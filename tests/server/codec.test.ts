import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPayloadCodec } from '../../activities/payload-codec/payload-codec.ts';
import { fixedKeyring } from '../../activities/payload-codec/payload-keys.ts';
import type { AuditStore } from '../../activities/ports/store.ts';
import { newViewToken } from '../../cli/payload-keys/view-token.ts';
import { writePayloads } from '../../server/codec/payload-json.ts';
import { keyOf, keyText } from '../support/payload-keys.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';

const uiOrigin = 'http://127.0.0.1:8233';
const codec = createPayloadCodec(fixedKeyring([keyOf(keyText('a1'))]));
const hour = 3_600_000;
let now = Date.now();
let chat: WebChatServer;
let staffId: string;
let audited: Parameters<AuditStore['record']>[0][];

beforeAll(async () => {
  chat = await startWebChatServer({
    codec: (stores) => ({
      codec,
      origins: [uiOrigin],
      temporalUi: uiOrigin,
      tokens: stores.viewTokens,
      newToken: newViewToken,
      audit: { record: async (entry) => void audited.push(entry) },
      clock: { now: () => new Date(now) },
    }),
  });
});
afterAll(() => chat.dispose());
beforeEach(async () => {
  now = Date.now();
  audited = [];
  ({ staffId } = await chat.stores.identities.addStaff('张三'));
});

async function minted(): Promise<{ id: number; token: string }> {
  const token = newViewToken();
  const expiresAt = new Date(now + hour).toISOString();
  const made = await chat.stores.viewTokens.mint({
    staffId,
    token,
    now: new Date(now).toISOString(),
    expiresAt,
  });
  return { id: made?.id ?? -1, token };
}
const bearer = async (): Promise<Record<string, string>> => ({
  authorization: `Bearer ${(await minted()).token}`,
});
const sealed = async (...values: unknown[]) =>
  writePayloads(await codec.encode(values.map((value) => defaultPayloadConverter.toPayload(value))));
const post = (action: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${chat.url}/api/v1/codec/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const codeIn = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { error: { code: string } }).error.code;
async function valuesIn(response: Response): Promise<unknown[]> {
  const { payloads } = (await response.json()) as { payloads: { data: string }[] };
  return payloads.map(({ data }) => JSON.parse(Buffer.from(data, 'base64').toString()) as unknown);
}

describe('the codec server', () => {
  it('decodes for a staff member with a token, and notes who saw how much, but not what', async () => {
    const response = await post(
      'decode',
      await sealed({ reason: '不在核准名单内' }, 'sealed'),
      await bearer(),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await valuesIn(response)).toEqual([{ reason: '不在核准名单内' }, 'sealed']);
    expect(audited).toEqual([
      {
        actor: staffId,
        action: 'decodePayloads',
        target: 'temporal',
        outcome: 'done',
        detail: '{"payloads":2}',
      },
    ]);
  });

  it('encodes what it can decode again', async () => {
    const headers = await bearer();
    const plain = writePayloads([defaultPayloadConverter.toPayload({ step: 'sealed' })]);
    const encoded: unknown = await (await post('encode', plain, headers)).json();
    expect(JSON.stringify(encoded)).not.toContain(plain.payloads[0]?.data);
    expect(await valuesIn(await post('decode', encoded, headers))).toEqual([{ step: 'sealed' }]);
    expect(audited.map((entry) => entry.action)).toEqual(['encodePayloads', 'decodePayloads']);
  });

  it('gives payloads in clear back as they are', async () => {
    const plain = writePayloads([defaultPayloadConverter.toPayload('before')]);
    expect(await (await post('decode', plain, await bearer())).json()).toEqual(plain);
  });
});

describe('whoever may not see the data', () => {
  const refused = async (headers: Record<string, string>): Promise<void> => {
    for (const action of ['decode', 'encode']) {
      const response = await post(action, await sealed('secret'), headers);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await codeIn(response)).toBe('noViewToken');
    }
    expect(audited).toEqual([]);
  };

  it.each([
    ['no token', {}],
    ['an unknown token', { authorization: `Bearer ${newViewToken()}` }],
    ['a token in another form', { authorization: 'Basic YTpi' }],
    ['an unknown cookie', { cookie: `tongbao_view=${newViewToken()}` }],
    ['the cookie of the chat', { cookie: 'tongbao_visitor=abc' }],
  ])('is refused: %s', (_what, headers) => refused(headers));

  it('is refused: a token that expired', async () => {
    const headers = await bearer();
    now += hour;
    await refused(headers);
  });

  it('is refused: a token that was revoked', async () => {
    const { id, token } = await minted();
    expect(await chat.stores.viewTokens.revoke(id)).toBe(true);
    await refused({ authorization: `Bearer ${token}` });
  });

  it('is refused: the token of a member who has left', async () => {
    const headers = await bearer();
    await chat.stores.identities.removeStaff(staffId);
    await refused(headers);
  });

  it('is refused before its megabytes are read', async () => {
    expect((await post('decode', 'x'.repeat(9 * 1024 * 1024))).status).toBe(401);
  });
});

describe('a page', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${chat.url}/api/v1/codec/decode`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('of the Temporal user interface may ask with credentials', async () => {
    const asked = await preflight(uiOrigin);
    expect(asked.status).toBe(204);
    const response = await post('decode', await sealed('x'), { ...(await bearer()), origin: uiOrigin });
    expect(response.status).toBe(200);
    for (const { headers } of [asked, response]) {
      expect(headers.get('access-control-allow-origin')).toBe(uiOrigin);
      expect(headers.get('access-control-allow-credentials')).toBe('true');
      expect(headers.get('vary')).toBe('Origin');
    }
    expect(asked.headers.get('access-control-allow-headers')).toContain('x-namespace');
  });

  it('of the Temporal user interface can read why it was refused', async () => {
    const response = await post('decode', await sealed('x'), { origin: uiOrigin });
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe(uiOrigin);
  });

  it.each([
    'http://127.0.0.1:9999',
    'http://localhost:8233',
    'https://127.0.0.1:8233',
    'null',
    `${uiOrigin}.evil.cn`,
  ])('of another origin is refused, with a valid token too: %s', async (origin) => {
    const response = await post('decode', await sealed('x'), { ...(await bearer()), origin });
    expect(response.status).toBe(403);
    expect(await codeIn(response)).toBe('otherOrigin');
    expect((await preflight(origin)).status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(audited).toEqual([]);
  });
});

describe('a bad request', () => {
  it.each([
    ['no JSON', '{'],
    ['no payloads', {}],
    ['payloads that are no list', { payloads: {} }],
    ['data that is no base64', { payloads: [{ data: '***' }] }],
    ['metadata that is no base64', { payloads: [{ metadata: { encoding: 'json-plain' } }] }],
    ['more than a thousand', { payloads: Array.from({ length: 1001 }, () => ({})) }],
  ])('is answered with 400: %s', async (_what, body) => {
    const response = await post('decode', body, await bearer());
    expect(response.status).toBe(400);
    expect(audited).toEqual([]);
  });

  it('is answered with 400: a key that is not here, by its ID; the attempt is noted', async () => {
    const other = createPayloadCodec(fixedKeyring([keyOf(keyText('lost'))]));
    const body = writePayloads(await other.encode([defaultPayloadConverter.toPayload('x')]));
    const response = await post('decode', body, await bearer());
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('lost');
    expect(audited).toMatchObject([{ actor: staffId, outcome: 'failed' }]);
  });

  it('is answered with 413 above eight megabytes, and with 415 where it is no JSON', async () => {
    const data = randomBytes(6.5 * 1024 * 1024).toString('base64');
    expect((await post('decode', { payloads: [{ data }] }, await bearer())).status).toBe(413);
    const text = await post('decode', 'hello', { ...(await bearer()), 'content-type': 'text/plain' });
    expect(text.status).toBe(415);
  });
});

describe('signing in with a browser', () => {
  const session = (path = ''): string => `${chat.url}/api/v1/codec/session${path}`;
  const send = (url: string, token: string | null, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: chat.url, 'sec-fetch-site': 'same-origin', ...headers },
      ...(token === null ? {} : { body: new URLSearchParams({ token }) }),
    });
  const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';

  it('swaps the token for a cookie that only the codec gets and no script reads', async () => {
    const { token } = await minted();
    const response = await send(session(), ` ${token}\n`);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/api/v1/codec/session');
    const set = response.headers.get('set-cookie') ?? '';
    for (const part of ['Path=/api/v1/codec', 'HttpOnly', 'SameSite=Strict', 'Max-Age='])
      expect(set).toContain(part);
    expect(set).not.toContain(token);

    const cookie = cookieOf(response);
    const decoded = await post('decode', await sealed('sealed'), { cookie, origin: uiOrigin });
    expect(await valuesIn(decoded)).toEqual(['sealed']);
    const page = await (await fetch(session(), { headers: { cookie } })).text();
    expect(page).toContain('张三');
    expect(page).toContain(`${chat.url}/api/v1/codec<`);
    expect(audited.map((entry) => entry.action)).toEqual(['viewToken.signIn', 'decodePayloads']);
  });

  it('takes a token once, by whatever way', async () => {
    const { token } = await minted();
    const both = await Promise.all([send(session(), token), send(session(), token)]);
    expect(both.map((response) => response.status).sort()).toEqual([303, 401]);
    expect((await post('decode', await sealed('x'), { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('says in the page that a token does not work, and sets no cookie', async () => {
    const response = await send(session(), 'wrong');
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toMatch(/<p class="refused" role="alert" >/);
  });

  it('is not done by another site', async () => {
    const { token } = await minted();
    for (const headers of [{ origin: 'https://evil.cn' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await send(session(), token, headers)).status).toBe(403);
    }
    expect((await send(session(), token)).status).toBe(303);
  });

  it('ends when they sign out, and when the token is revoked', async () => {
    const cookie = cookieOf(await send(session(), (await minted()).token));
    const out = await send(session('/end'), null, { cookie });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await post('decode', await sealed('x'), { cookie })).status).toBe(401);

    const { id, token } = await minted();
    const other = cookieOf(await send(session(), token));
    await chat.stores.viewTokens.revoke(id);
    expect((await post('decode', await sealed('x'), { cookie: other })).status).toBe(401);
  });

  it('is found at /codec, in both languages, without an inline script', async () => {
    const page = await (await fetch(`${chat.url}/codec`)).text();
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).not.toMatch(/\{\{|<script|\son\w+=|style=/);
    expect(await (await fetch(session('?lang=en'))).text()).toContain('<html lang="en">');
    expect((await fetch(`${chat.url}/assets/view.css`)).headers.get('content-type')).toContain('text/css');
  });
});

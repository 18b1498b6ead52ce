import { afterEach, describe, expect, it } from 'vitest';
import { networkOf } from '../../bot/channels/web/address-limit.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer, WebChatServerOptions } from '../support/web-chat-server.ts';
import { openFramedVisitor, openStream, openWebVisitor, visitorWith } from '../support/web-visitor.ts';
import type { WebVisitor } from '../support/web-visitor.ts';

let chat: WebChatServer;
/** Behind one proxy that says where browsers are. */
const startBehindProxy = async (o: WebChatServerOptions): Promise<void> => {
  chat = await startWebChatServer({ ...o, settings: { trustProxy: ['127.0.0.0/8'], ...o.settings } });
};
afterEach(() => chat.dispose());

const from = (address: string) => ({ 'x-forwarded-for': address });
const open = (address: string): Promise<Response> =>
  visitorWith(chat.url, from(address)).post('/chat/session', { keepsToken: true });
const visitorFrom = async (address: string): Promise<WebVisitor> => {
  const { credentials } = await openFramedVisitor(chat.url);
  return visitorWith(chat.url, { ...credentials, ...from(address) });
};

async function expectRefusal(response: Response, code: string): Promise<void> {
  expect(response.status).toBe(429);
  const { error } = (await response.json()) as {
    error: { code: string; zh: string; en: string; retryAfterSeconds: number };
  };
  expect(error.code).toBe(code);
  expect(error.retryAfterSeconds).toBeGreaterThan(0);
  expect(response.headers.get('retry-after')).toBe(error.retryAfterSeconds.toString());
  expect(error.zh).toMatch(/请过 \d+ (秒|分钟)再试。$/);
  expect(error.en).toMatch(/Please try again in \d+ (seconds|minutes)\.$/);
}

describe('new visitors of one address', () => {
  it('are limited by the hour, and other addresses are not touched', async () => {
    await startBehindProxy({ limits: { newVisitorsPerHour: 2 } });
    for (let i = 0; i < 2; i++) expect((await open('203.0.113.7')).status).toBe(200);
    await expectRefusal(await open('203.0.113.7'), 'tooManyVisitors');
    expect((await open('203.0.113.8')).status).toBe(200);
    // A made-up token is a new visitor like any other.
    const madeUp = visitorWith(chat.url, {
      authorization: `Bearer ${'z'.repeat(43)}`,
      ...from('203.0.113.7'),
    });
    await expectRefusal(await madeUp.get('/chat/messages'), 'tooManyVisitors');
  });

  it('do not keep out who was here before', async () => {
    await startBehindProxy({ limits: { newVisitorsPerHour: 1 } });
    const known = await visitorFrom('203.0.113.7');
    expect((await open('203.0.113.7')).status).toBe(200);
    await expectRefusal(await open('203.0.113.7'), 'tooManyVisitors');
    expect((await known.say('还认得我吗')).status).toBe(200);
  });

  it('are not counted at this machine itself, where a proxy that nobody named may stand', async () => {
    chat = await startWebChatServer({ limits: { newVisitorsPerHour: 1, messagesPerMinuteOfAddress: 1 } });
    for (let i = 0; i < 3; i++) expect((await (await openWebVisitor(chat.url)).say('好')).status).toBe(200);
  });
});

describe('messages', () => {
  it('of one visitor are limited by the minute', async () => {
    await startBehindProxy({ limits: { messagesPerMinute: 1 } });
    const visitor = await visitorFrom('203.0.113.7');
    await visitor.say('一');
    await expectRefusal(await visitor.say('二'), 'tooManyMessages');
    expect(await visitor.items()).toHaveLength(2);
  });

  it('of one address are limited too, however many visitors it makes', async () => {
    await startBehindProxy({ limits: { messagesPerMinuteOfAddress: 2 } });
    for (let i = 0; i < 2; i++) expect((await (await visitorFrom('203.0.113.7')).say('好')).status).toBe(200);
    const third = await visitorFrom('203.0.113.7');
    await expectRefusal(await third.say('再来'), 'tooManyMessages');
    expect((await (await visitorFrom('198.51.100.1')).say('好')).status).toBe(200);
  });
});

describe('streams of one address', () => {
  it('are limited, and one that ends makes room', async () => {
    await startBehindProxy({ settings: { trustProxy: ['127.0.0.0/8'], streamsOfAddress: 1 } });
    const visitor = await visitorFrom('203.0.113.7');
    const first = await openStream(visitor, '/chat/events');
    expect(first.response.status).toBe(200);
    await expectRefusal(await visitor.get('/chat/events'), 'tooManyStreams');
    const elsewhere = await openStream(await visitorFrom('203.0.113.9'), '/chat/events');
    expect(elsewhere.response.status).toBe(200);
    elsewhere.close();
    first.close();
    await expect
      .poll(async () => {
        const again = await openStream(visitor, '/chat/events');
        again.close();
        return again.response.status;
      })
      .toBe(200);
  });
});

describe('X-Forwarded-For', () => {
  it('is not believed unless the office says that a proxy writes it', async () => {
    chat = await startWebChatServer({ limits: { newVisitorsPerHour: 1 } });
    // From this machine itself, whatever the header claims.
    for (let i = 0; i < 2; i++) expect((await open('203.0.113.7')).status).toBe(200);
  });

  it('counts only as far as trusted proxies wrote it: what a browser puts in front changes nothing', async () => {
    await startBehindProxy({ limits: { newVisitorsPerHour: 1 } });
    expect((await open('1.1.1.1, 203.0.113.7')).status).toBe(200);
    await expectRefusal(await open('2.2.2.2, 203.0.113.7'), 'tooManyVisitors');
  });

  it('may be trusted from named proxies alone', async () => {
    await startBehindProxy({ limits: { newVisitorsPerHour: 1 }, settings: { trustProxy: ['10.0.0.0/8'] } });
    for (let i = 0; i < 2; i++) expect((await open('203.0.113.7')).status).toBe(200);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', null],
    ['::ffff:127.0.0.2', null],
    ['::1', null],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { consolePath } from '../../server/console/operations.ts';
import { consoleAskers } from '../support/console-asker.ts';
import type { ConsoleAskers } from '../support/console-asker.ts';
import { codeIn, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { until } from '../support/until.ts';
import { openStream, visitorWith } from '../support/web-visitor.ts';

type Opened = Awaited<ReturnType<typeof openStream<{ ids: number[]; all: boolean }>>>;

let server: ConsoleServer;
let askers: ConsoleAskers;
const opened: Opened[] = [];
beforeAll(async () => {
  server = await startConsoleServer();
  await server.stores.firms.upsertFirms(packId, [fictionalFirm(1, { city: '淮安' })], wanted);
  askers = consoleAskers(server.stores, () => server.clock.now);
});
afterEach(() => {
  for (const stream of opened.splice(0)) stream.close();
});
afterAll(() => server.dispose());

const watch = async (cookie: string, since?: number): Promise<Opened> => {
  const headers: Record<string, string> = since === undefined ? {} : { 'last-event-id': String(since) };
  const path = `${consolePath}/tickets/events`;
  const stream = await openStream<{ ids: number[]; all: boolean }>(
    visitorWith(server.url, { cookie }),
    path,
    headers,
  );
  opened.push(stream);
  return stream;
};
const told = (stream: Opened, id: number) =>
  until(() => stream.events.find(({ item }) => item.ids.includes(id)));

describe('what happens to tickets', () => {
  it('is told to open pages, first of all that everything is to be read', async () => {
    const { cookie } = await server.signedIn('viewer');
    const stream = await watch(cookie);
    await until(() => stream.events.length === 1);
    expect(stream.events[0]?.item).toEqual({ ids: [], all: true });
    const id = await askers.asks('a', '打不开');
    await told(stream, id);
    const before = stream.events.length;
    await server.stores.tickets.eraseOf((await askers.identity('a')).id);
    await until(() => stream.events.slice(before).some(({ item }) => item.all));
  });

  it('is told after a lost connection from where it broke off', async () => {
    const { cookie } = await server.signedIn('viewer');
    const first = await watch(cookie);
    await until(() => first.events.length === 1);
    const one = await askers.asks('b', '第一句');
    const { id: last } = await told(first, one);
    first.close();
    await first.ended;
    const two = await askers.asks('c', '断线的时候问的');
    await askers.says('b', '断线的时候又说的');
    const second = await watch(cookie, last);
    const { item } = await told(second, two);
    expect(item).toEqual({ ids: expect.arrayContaining([one, two]) as number[], all: false });
    second.close();
    await second.ended;
    // Nothing is told twice to somebody who has it all; a clock that was set back means that all is to be read.
    const current = Math.max(...second.events.map(({ id }) => id));
    const third = await watch(cookie, current);
    const three = await askers.asks('d', '后来的');
    await told(third, three);
    expect(third.events.flatMap(({ item: { ids } }) => ids)).not.toContain(two);
    const ahead = await watch(cookie, current + 1_000);
    await until(() => ahead.events.some(({ item: { all } }) => all));
  });

  it('of another city’s firms is told to nobody who may not see them', async () => {
    const { cookie } = await server.signedIn('operator', ['南京']);
    const stream = await watch(cookie);
    await until(() => stream.events.length === 1);
    const hidden = await askers.asks('e', '淮安的', { uscc: fictionalUscc(1) });
    // The asker becomes the firm's before the question is one.
    await askers.says('e', '再说一句');
    const shown = await askers.asks('f', '没有关联的');
    await told(stream, shown);
    expect(stream.events.flatMap(({ item }) => item.ids)).not.toContain(hidden);
  });

  it('is not told any more to whoever signed out, was disabled or left', async () => {
    const [leaves, disabled, idle] = [
      await server.signedIn('viewer'),
      await server.signedIn('viewer'),
      await server.signedIn('viewer'),
    ];
    const first = await watch(leaves.cookie);
    await until(() => first.events.length === 1);
    await server.call('POST', '/sign-out', { headers: { cookie: leaves.cookie }, body: {} });
    await first.ended;
    const second = await watch(disabled.cookie);
    await server.stores.consoleAccounts.change(disabled.staffId, { disabled: true });
    await second.ended;
    const third = await watch(idle.cookie);
    await until(() => third.events.length === 1);
    server.clock.now = new Date(server.clock.now.getTime() + 3_600_000);
    await third.ended;
    const again = await server.call('GET', '/tickets/events', { headers: { cookie: idle.cookie } });
    expect([again.status, await codeIn(again)]).toEqual([401, 'notSignedIn']);
  });

  it('is told to eight pages of one session: the oldest makes room for the newest', async () => {
    const { cookie } = await server.signedIn('viewer');
    const streams: Opened[] = [];
    for (let n = 0; n < 9; n += 1) streams.push(await watch(cookie));
    await streams[0]?.ended;
    await until(() => streams.slice(1).every(({ events }) => events.length === 1));
  });
});

describe('what a page reads by itself', () => {
  it('keeps nobody signed in who left', async () => {
    const { cookie } = await server.signedIn('viewer');
    const start = server.clock.now.getTime();
    const list = (more: Record<string, string>) =>
      server.call('GET', '/sessions', { headers: { cookie, ...more } });
    server.clock.now = new Date(start + 50 * 60_000);
    expect((await list({ 'x-by-itself': '1' })).status).toBe(200);
    server.clock.now = new Date(start + 61 * 60_000);
    expect((await list({})).status).toBe(401);
  });
});

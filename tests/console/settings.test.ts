import type { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { groupDefaults } from '../../activities/ports/groups.ts';
import type { GroupSettings } from '../../activities/ports/groups.ts';
import { apiKeyId } from '../../server/api/api-key-id.ts';
import type { officeSettings } from '../../server/console/settings-schemas.ts';
import { codeIn, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';

type Office = z.output<typeof officeSettings>;

let server: ConsoleServer;
let admin: { cookie: string; staffId: string };
beforeAll(async () => {
  server = await startConsoleServer();
  server.clock.now = new Date('2026-11-25T02:00:00.000Z');
  admin = await server.signedIn('admin');
  await server.stores.groups.joined('telegram', '-1001');
});
afterAll(() => server.dispose());

const call = async (method: 'GET' | 'POST', path: string, body?: object, who: { cookie: string } = admin) =>
  server.call(method, path, { headers: { cookie: who.cookie }, ...(body === undefined ? {} : { body }) });
const post = async (path: string, body: object) => call('POST', path, body);
const asShipped = { packId: null, city: null, announcements: true };
const everything = { actor: null, action: null, target: null, from: null, to: null };
const entries = async (part: object) =>
  (await (await post('/audit', { ...everything, page: 1, pageSize: 100, ...part })).json()) as {
    total: number;
    entries: { actor: string; action: string; target: string; outcome: string; detail: string | null }[];
  };

describe('the settings', () => {
  it('tell what is not well and what to do, where the cadence comes from, and which year is missing', async () => {
    const settings = (await (await call('GET', '/settings')).json()) as Record<string, unknown>;
    expect(settings['health']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ part: { zh: '数据库', en: 'Database' }, ok: true, advice: null }),
        expect.objectContaining({ ok: false, advice: expect.objectContaining({}) as unknown }),
      ]),
    );
    expect(settings['cadence']).toMatchObject({
      packTitle: { zh: expect.stringContaining('2022') as unknown },
    });
    expect(settings['calendar']).toEqual({ known: [2026], missing: [2027] });
    expect(settings['apiKeys']).toMatchObject([{ name: 'branch', state: 'on', createdAt: null }]);
    expect(settings['groups']).toMatchObject([{ chatId: '-1001', city: null, announcements: true }]);
  });

  it('and the audit are of the whole office: not for an administrator of some cities', async () => {
    const local = await server.signedIn('admin', ['南京']);
    for (const [method, path, body] of [
      ['GET', '/settings', undefined],
      ['GET', '/audit/options', undefined],
      ['POST', '/audit', { ...everything, page: 1, pageSize: 20 }],
      ['POST', '/audit/export', everything],
      ['POST', '/settings/group/leave', { channel: 'telegram', chatId: '-1001' }],
      ['POST', '/settings/keys/make', { name: 'x' }],
      ['POST', '/settings/keys/revoke', { id: '0123456789abcdef' }],
      ['POST', '/settings/webhooks/add', { name: 'x', url: 'https://x.example' }],
      ['POST', '/settings/webhooks/remove', { name: 'x' }],
      ['POST', '/settings/webhooks/deliveries', { name: 'x', state: null }],
      ['POST', '/settings/webhooks/redeliver', { name: 'x', messageId: null }],
      [
        'POST',
        '/settings/group',
        { channel: 'telegram', chatId: '-1001', seen: asShipped, change: { announcements: false } },
      ],
    ] as const) {
      const response = await call(method, path, body, local);
      expect([path, response.status, await codeIn(response)]).toEqual([path, 403, 'forbidden']);
    }
  });
});

describe('a group', () => {
  const inGroup = { channel: 'telegram', chatId: '-1001' };
  const change = async (wish: object, seen: object = asShipped, group: object = inGroup) =>
    post('/settings/group', { ...group, seen, change: wish });
  const stands = async () => server.stores.groups.settingsOf('telegram', '-1001');
  /** As the group's own administrators do it. */
  const inTheChat = async (wish: Partial<GroupSettings>) =>
    server.stores.groups.change('telegram', '-1001', wish);
  beforeEach(() => inTheChat(groupDefaults));

  it('gets a city as the pack writes it, and no announcements', async () => {
    expect((await change({ city: '江苏省淮安市', announcements: false })).status).toBe(200);
    expect(await stands()).toMatchObject({ city: '淮安', announcements: false });
    const noted = await entries({ action: 'console.changeGroup' });
    expect(noted.entries[0]).toMatchObject({ actor: '测试员', target: 'telegram/-1001' });
    expect(JSON.parse(noted.entries[0]?.detail ?? '')).toEqual({ city: '淮安', announcements: false });
  });

  it('keeps what its own administrators changed since it was seen', async () => {
    await inTheChat({ announcements: false, answers: 'alsoUnasked' });
    expect((await change({ city: '淮安' })).status).toBe(200);
    expect(await stands()).toMatchObject({ city: '淮安', announcements: false, answers: 'alsoUnasked' });
  });

  it.each<[string, Partial<GroupSettings>, object]>([
    ['the same field', { city: '南京' }, { city: '淮安' }],
    ['the pack whose city it is', { packId: 'another-2027' }, { city: '淮安' }],
    ['the city that a new pack would lose', { city: '南京' }, { packId: 'jiangsu-2022' }],
    ['the field back and more', { announcements: false, city: '南京' }, { announcements: false, city: null }],
  ])('is left alone where somebody changed it meanwhile: %s', async (_what, theirs, ours) => {
    const before = await inTheChat(theirs);
    const audited = (await entries({ action: 'console.changeGroup' })).total;
    const response = await change(ours);
    expect([response.status, await codeIn(response)]).toEqual([409, 'groupChanged']);
    expect(await stands()).toEqual(before);
    expect((await entries({ action: 'console.changeGroup' })).total).toBe(audited);
  });

  it('is changed by one of two who save at once, and the other is told', async () => {
    const both = await Promise.all([change({ city: '淮安' }), change({ city: '南京' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = both[0].status === 200 ? '淮安' : '南京';
    expect(await stands()).toMatchObject({ city: won });
  });

  it('loses a city that its new pack does not have, and nothing where nothing is wanted', async () => {
    await inTheChat({ packId: 'jiangsu-2022', city: '无此市' });
    const seen = { ...asShipped, packId: 'jiangsu-2022', city: '无此市' };
    expect((await change({}, seen)).status).toBe(200);
    expect(await stands()).toMatchObject({ city: '无此市' });
    expect((await change({ packId: null }, seen)).status).toBe(200);
    expect(await stands()).toMatchObject({ packId: null, city: null });
  });

  it('that there is none, a city or a pack that there is none, is refused', async () => {
    const elsewhere = { channel: 'telegram', chatId: '-9' };
    expect(await codeIn(await change({ announcements: false }, asShipped, elsewhere))).toBe('notFound');
    expect(await codeIn(await change({ packId: 'nowhere' }))).toBe('notFound');
    for (const city of ['上海', '']) expect(await codeIn(await change({ city }))).toBe('cityUnknown');
  });
});

describe('leaving a group', () => {
  const leave = async (group: object) => post('/settings/group/leave', group);
  const staying = { channel: 'telegram', chatId: '-2002' };
  const outcomes = async () =>
    (await entries({ action: 'console.leaveGroup', target: '-2002' })).entries.map(({ outcome }) => outcome);

  it('is done by the channel, and noted whatever came of it', async () => {
    const { groups } = server.stores;
    await groups.joined('telegram', '-2002');
    const isThere = async () => (await groups.present('telegram')).some(({ chatId }) => chatId === '-2002');
    server.groupDoors.fate = 'notSent';
    expect(await codeIn(await leave(staying))).toBe('groupNotLeft');
    server.groupDoors.fate = 'ambiguous';
    expect(await codeIn(await leave(staying))).toBe('groupMaybeLeft');
    expect(await isThere()).toBe(true);
    server.groupDoors.fate = null;
    expect((await leave(staying)).status).toBe(200);
    expect(await isThere()).toBe(false);
    expect(await outcomes()).toEqual(['done', 'unknown', 'failed']);
    expect(await codeIn(await leave(staying))).toBe('notFound');
  });

  it.each(['wecom', 'onebot'])('is not done where %s cannot, which is said beforehand', async (channel) => {
    await server.stores.groups.joined(channel, 'group:7');
    const { groups } = (await (await call('GET', '/settings')).json()) as Office;
    expect(groups.find((one) => one.channel === channel)?.stays?.zh).toMatch(/在群里/u);
    expect(await codeIn(await leave({ channel, chatId: 'group:7' }))).toBe('groupStays');
  });
});

describe('an API key', () => {
  const keys = async () => ((await (await call('GET', '/settings')).json()) as Office).apiKeys;

  it('is made with its secret, shown once and kept nowhere, and does not work before it is set', async () => {
    const response = await post('/settings/keys/make', { name: 'platform' });
    const made = (await response.json()) as { id: string; setting: string };
    const secret = /^TONGBAO_API_SECRETS=platform:(whsec_.+)$/.exec(made.setting)?.[1] ?? '';
    expect(made.id).toBe(apiKeyId(secret));
    expect(await keys()).toMatchObject([
      { name: 'branch', state: 'on', createdAt: null, lastUsedOn: null },
      { id: made.id, name: 'platform', state: 'notYet', createdAt: '2026-11-25T02:00:00.000Z' },
    ]);
    const told = [await keys(), await entries({ target: 'platform' })].map((one) => JSON.stringify(one));
    for (const text of told) expect(text).not.toContain(secret);
    expect(told[1]).toContain('apiKey.make');
    expect(await codeIn(await post('/settings/keys/make', { name: 'Not A Name' }))).toBe('apiKeyNameBad');
  });

  it('is revoked once, by one of two who do it at once, also where it was not made here', async () => {
    const id = '0123456789abcdef';
    const revoke = async () => post('/settings/keys/revoke', { id });
    const both = await Promise.all([revoke(), revoke()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await keys()).find((key) => key.id === id)).toMatchObject({ name: 'branch', state: 'revoked' });
    expect((await entries({ action: 'apiKey.revoke' })).total).toBe(1);
    expect(await codeIn(await post('/settings/keys/revoke', { id: 'unknown' }))).toBe('notFound');
  });
});

describe('a webhook', () => {
  it('is added with its secret, shown once and kept nowhere, and removed', async () => {
    const added = (await (
      await post('/settings/webhooks/add', { name: 'crm', url: 'https://crm.example/hook' })
    ).json()) as { secret: string };
    expect(added.secret).toMatch(/^TONGBAO_WEBHOOK_SECRETS=crm:whsec_/);
    const settings = await (await call('GET', '/settings')).text();
    expect(settings).toContain('https://crm.example/hook');
    for (const text of [settings, JSON.stringify(await entries({}))])
      expect(text).not.toContain(added.secret.split(':')[1]);
    const own = await post('/settings/webhooks/add', { name: 'ledger', url: 'https://ledger.example/' });
    expect(await own.json()).toEqual({ secret: null });
    expect((await post('/settings/webhooks/remove', { name: 'crm' })).status).toBe(200);
    expect(await codeIn(await post('/settings/webhooks/remove', { name: 'crm' }))).toBe('notFound');
    expect((await entries({ target: 'crm' })).entries.map(({ action }) => action)).toEqual([
      ...['webhook.remove', 'webhook.add'],
    ]);
  });

  it.each([
    [{ name: 'CRM 1', url: 'https://crm.example' }, 'webhookNameBad'],
    [{ name: 'crm', url: 'http://crm.example' }, 'webhookUrlBad'],
    [{ name: 'crm', url: 'https://user:secret@crm.example' }, 'webhookUrlBad'],
    [{ name: 'crm', url: 'https://169.254.169.254/latest' }, 'webhookInside'],
    [{ name: 'crm', url: 'http://localhost:8080/' }, 'webhookInside'],
  ])('is not added where it is wrong: %j', async (body, code) => {
    expect(await codeIn(await post('/settings/webhooks/add', body))).toBe(code);
  });

  it('that there is none has nothing to send again', async () => {
    const response = await post('/settings/webhooks/redeliver', { name: 'nobody', messageId: null });
    expect(await codeIn(response)).toBe('notFound');
  });
});

describe('the audit', () => {
  it('is filtered by who, what, on what and when, and paged', async () => {
    const { audit } = server.stores;
    for (let i = 0; i < 5; i += 1)
      await audit.record({
        actor: 'cli',
        action: 'test.one',
        target: `pack/9132000000000000${i}`,
        outcome: 'done',
      });
    expect(await entries({ action: 'test.' })).toMatchObject({ total: 5 });
    expect((await entries({ action: 'test.', page: 2, pageSize: 3 })).entries).toHaveLength(2);
    expect(await entries({ actor: admin.staffId, action: 'test.' })).toMatchObject({ total: 0 });
    expect(await entries({ target: '91320000000000003' })).toMatchObject({ total: 1 });
    // Entries have the database's own time.
    expect(await entries({ action: 'test.', to: '2020-01-01' })).toMatchObject({ total: 0 });
    expect(await entries({ action: 'test.', from: '2020-01-01' })).toMatchObject({ total: 5 });
    expect((await post('/audit', { ...everything, from: 'soon', page: 1, pageSize: 20 })).status).toBe(400);
  });

  it('is exported, which is an entry too', async () => {
    const response = await post('/audit/export', { ...everything, action: 'test.' });
    expect(await readSheet(Buffer.from(await response.arrayBuffer()))).toHaveLength(6);
    expect((await entries({ action: 'console.exportAudit' })).entries[0]?.detail).toContain('"entries":5');
  });

  it('offers who is on the staff and everything that was done', async () => {
    const options = (await (await call('GET', '/audit/options')).json()) as {
      actors: { value: string }[];
      actions: string[];
    };
    expect(options.actors.map(({ value }) => value)).toEqual(expect.arrayContaining([admin.staffId, 'cli']));
    expect(options.actions).toContain('console.changeGroup');
  });
});

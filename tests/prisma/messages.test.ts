import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NotificationRecord, Stores } from '../../activities/ports/store.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let stores: Stores;
let other: Stores;
beforeEach(async () => {
  temp = await openTempStores();
  stores = temp.stores;
  other = await openStores(temp.url, 'fast');
});
afterEach(async () => {
  await other.close();
  await temp.dispose();
});

const message = (key: string, step = 1) => ({
  key,
  kind: 'reminder' as const,
  enrollmentId: 'p/1',
  identityId: 'i-1',
  channel: 'telegram',
  data: { step, reason: '原因', nothing: null },
});

const first = (records: NotificationRecord[]): NotificationRecord => {
  const [record] = records;
  if (record === undefined) throw new Error('nothing queued');
  return record;
};

describe('notifications', () => {
  it('are queued once per key, and come back in the order given', async () => {
    const [b] = await stores.notifications.queue([message('b')]);
    expect(b).toMatchObject({ ...message('b'), state: 'queued', externalMessageId: null, error: null });
    const queued = await stores.notifications.queue([
      message('c'),
      message('b', 2),
      message('a'),
      message('c'),
    ]);
    expect(queued.map(({ key }) => key)).toEqual(['c', 'b', 'a', 'c']);
    expect(queued[1]).toEqual(b);
    expect(queued[3]).toEqual(queued[0]);
    expect(await stores.notifications.listForEnrollment('p/1')).toHaveLength(3);
    expect(await stores.notifications.listForEnrollment('p/2')).toEqual([]);
    expect(await stores.notifications.queue([])).toEqual([]);
  });

  it('are queued once by two processes', async () => {
    const queued = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? stores : other).notifications.queue([message('k')])),
    );
    expect(new Set(queued.flat().map(({ id }) => id)).size).toBe(1);
    expect(await stores.notifications.find(first(queued.flat()).id)).toEqual(first(queued.flat()));
  });

  it('are queued once each by processes that want some of the same', async () => {
    const keys = (n: number): string[] => [`k${n}`, `k${n + 1}`, `k${n + 2}`];
    const queued = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        (n % 2 ? stores : other).notifications.queue(keys(n).map((key) => message(key))),
      ),
    );
    expect(queued.map((records) => records.map(({ key }) => key))).toEqual(
      Array.from({ length: 12 }, (_, n) => keys(n)),
    );
    expect(new Set(queued.flat().map(({ id }) => id)).size).toBe(14);
    expect(await stores.notifications.listForEnrollment('p/1')).toHaveLength(14);
  });

  it('move only from the state that the caller saw', async () => {
    const { id } = first(await stores.notifications.queue([message('k')]));
    expect(await stores.notifications.move(id, 'queued', 'sending')).toBe(true);
    expect(await stores.notifications.move(id, 'queued', 'sending')).toBe(false);
    expect(await stores.notifications.move(id, 'sending', 'sent', { externalMessageId: '42' })).toBe(true);
    expect(await stores.notifications.move(id, 'sending', 'failed', { error: 'late' })).toBe(false);
    expect(await stores.notifications.find(id)).toMatchObject({
      state: 'sent',
      externalMessageId: '42',
      error: null,
    });
    expect(await stores.notifications.move('nobody', 'queued', 'sending')).toBe(false);
    expect(await stores.notifications.find('nobody')).toBeNull();
  });

  it('are taken by exactly one of many', async () => {
    const { id } = first(await stores.notifications.queue([message('k')]));
    const moved = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? stores : other).notifications.move(id, 'queued', 'sending'),
      ),
    );
    expect(moved.filter(Boolean)).toHaveLength(1);
  });
});

describe('inbound updates', () => {
  it('are accepted once per channel', async () => {
    const update = await stores.inbound.accept('telegram', '7', '{"text":"你好"}');
    expect(update).toMatchObject({ channel: 'telegram', externalId: '7', payload: '{"text":"你好"}' });
    expect(await stores.inbound.accept('telegram', '7', 'again')).toBeNull();
    expect(await stores.inbound.accept('web', '7', '')).not.toBeNull();
    expect(await stores.inbound.unprocessed('telegram')).toEqual([update]);
  });

  it('are taken by one process, and by another only when that has ended', async () => {
    const mine = await stores.inbound.accept('telegram', '1', '{}');
    await stores.inbound.accept('telegram', '2', '{}', -1_000);
    if (mine === null) throw new Error('not accepted');
    const ids = async (by: Stores, own: boolean) =>
      (await by.inbound.claim('telegram', { own })).map(({ externalId }) => externalId);
    const both = await Promise.all([ids(other, true), ids(other, false)]);
    expect(both.flat()).toEqual(['2']);
    // What this process left before it was started again.
    expect(await ids(stores, false)).toEqual([]);
    expect(await ids(stores, true)).toEqual(['1']);
    await other.inbound.letGo([mine.id]);
    expect(await ids(other, true)).toEqual(['2']);
    await stores.inbound.letGo([mine.id]);
    expect(await ids(other, false)).toEqual(['1']);
  });

  it('leave nothing of what was written once processed, and are still known', async () => {
    const update = await stores.inbound.accept('telegram', '7', 'secret');
    if (update === null) throw new Error('not accepted');
    expect(await stores.inbound.isUnprocessed(update.id)).toBe(true);
    await stores.inbound.markProcessed(update.id);
    await stores.inbound.markProcessed(update.id);
    expect(await stores.inbound.isUnprocessed(update.id)).toBe(false);
    expect(await stores.inbound.unprocessed('telegram')).toEqual([]);
    expect(await stores.inbound.accept('telegram', '7', 'secret')).toBeNull();
  });

  it('are accepted by exactly one of many', async () => {
    const accepted = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? stores : other).inbound.accept('telegram', '1', '')),
    );
    expect(accepted.filter(Boolean)).toHaveLength(1);
  });
});

describe('conversations', () => {
  it('keep their state, and can end', async () => {
    expect(await stores.conversations.load('k')).toBeNull();
    await stores.conversations.save('k', { asked: ['value'], given: null });
    await stores.conversations.save('k', { asked: ['year'] });
    expect(await other.conversations.load('k')).toEqual({ asked: ['year'] });
    await stores.conversations.save('k', null);
    await stores.conversations.save('k', undefined);
    expect(await stores.conversations.load('k')).toBeNull();
  });

  it('take 8 KB at most, in bytes', async () => {
    // Two quotation marks, and three bytes a character.
    await stores.conversations.save('k', '统'.repeat(2_730));
    await expect(stores.conversations.save('k', '统'.repeat(2_731))).rejects.toThrow(RangeError);
  });
});

describe('chat messages', () => {
  it('come back oldest first, after the last one seen', async () => {
    const { id: identityId } = await stores.identities.upsertIdentity({
      channel: 'web',
      externalUserId: '1',
    });
    const a = await stores.chatMessages.append({ identityId, direction: 'in', body: '甲', dedupeKey: 'x' });
    const b = await stores.chatMessages.append({ identityId, direction: 'out', body: '乙' });
    await stores.chatMessages.append({ identityId, direction: 'out', body: '乙' });
    expect(
      await stores.chatMessages.append({ identityId, direction: 'in', body: '甲', dedupeKey: 'x' }),
    ).toEqual(a);
    const all = await stores.chatMessages.after(identityId, 0);
    expect(all.map(({ direction, body }) => direction + body)).toEqual(['in甲', 'out乙', 'out乙']);
    expect(Date.parse(all[0]?.at ?? '')).not.toBeNaN();
    expect(await stores.chatMessages.after(identityId, b.id)).toHaveLength(1);
    expect(await stores.chatMessages.after('nobody', 0)).toEqual([]);
  });

  it('come 200 at a time', async () => {
    const { id: identityId } = await stores.identities.upsertIdentity({
      channel: 'web',
      externalUserId: '1',
    });
    for (let n = 0; n < 201; n += 1)
      await stores.chatMessages.append({ identityId, direction: 'out', body: String(n) });
    const page = await stores.chatMessages.after(identityId, 0);
    expect(page).toHaveLength(200);
    expect(await stores.chatMessages.after(identityId, page.at(-1)?.id ?? 0)).toHaveLength(1);
  });
});

import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatIdentity, IdentityStore } from '../../activities/ports/store.ts';
import { openStores } from '../../prisma/open-stores.ts';
import { fictionalFirm, packId, wanted } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let identities: IdentityStore;
let zhang: ChatIdentity;
let li: ChatIdentity;
const { uscc, name } = fictionalFirm(1);
const now = '2022-03-01T02:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

beforeEach(async () => {
  temp = await openTempStores();
  identities = temp.stores.identities;
  await temp.stores.firms.upsertFirms(packId, [fictionalFirm(1), fictionalFirm(2)], wanted);
  zhang = await identities.upsertIdentity({ channel: 'telegram', externalUserId: '1' });
  li = await identities.upsertIdentity({ channel: 'telegram', externalUserId: '2' });
});
afterEach(async () => temp.dispose());

const mintFirm = async (code: string, expiresAt = later(60)) =>
  identities.mintCode({ purpose: 'firm', uscc }, code, expiresAt, 'staff-1');

describe('identities', () => {
  it('are found again by channel and user', async () => {
    expect(zhang).toMatchObject({ privateChatId: null, locale: 'zh-CN', blocked: false });
    const again = await identities.upsertIdentity({
      channel: 'telegram',
      externalUserId: '1',
      privateChatId: '77',
      locale: 'en',
    });
    expect(again).toEqual({ ...zhang, privateChatId: '77', locale: 'en' });
    expect(await identities.upsertIdentity({ channel: 'telegram', externalUserId: '1' })).toEqual(again);
    expect(await identities.findIdentity(zhang.id)).toEqual(again);
    const elsewhere = await identities.upsertIdentity({ channel: 'web', externalUserId: '1' });
    expect(elsewhere.id).not.toBe(zhang.id);
    expect(await identities.findIdentity('nobody')).toBeNull();
  });

  it('are one when the first two messages come at once', async () => {
    const other = await openStores(temp.url, 'fast');
    const made = await Promise.all(
      [identities, other.identities, identities, other.identities].map((store) =>
        store.upsertIdentity({ channel: 'web', externalUserId: 'new' }),
      ),
    );
    await other.close();
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('can be written to again once a person who blocked the bot writes', async () => {
    await identities.markBlocked(zhang.id);
    expect((await identities.findIdentity(zhang.id))?.blocked).toBe(true);
    await identities.upsertIdentity({ channel: 'telegram', externalUserId: '1' });
    expect((await identities.findIdentity(zhang.id))?.blocked).toBe(false);
  });

  it('link firms once', async () => {
    await identities.linkFirm(zhang.id, uscc);
    await identities.linkFirm(zhang.id, uscc);
    await identities.linkFirm(li.id, uscc);
    expect(await identities.linkedFirms(zhang.id)).toEqual([{ uscc, name }]);
    expect((await identities.contactsOf(uscc)).map(({ id }) => id).sort()).toEqual([zhang.id, li.id].sort());
    await expect(identities.linkFirm(zhang.id, 'nobody')).rejects.toThrow();
  });
});

describe('codes', () => {
  it('link a firm, once', async () => {
    await mintFirm('ABCD-2345');
    expect(await identities.redeemCode('ABCD-2345', zhang.id, now)).toEqual({
      ok: true,
      purpose: 'firm',
      uscc,
      alreadyLinked: false,
      by: 'office',
    });
    expect(await identities.linkedFirms(zhang.id)).toEqual([{ uscc, name }]);
    expect(await identities.redeemCode('ABCD-2345', li.id, now)).toEqual({ ok: false, reason: 'used' });
  });

  it.each(['abcd2345', ' ABCD 2345 ', 'ab-cd-23-45', 'ＡＢＣＤ－２３４５', 'ABCD—2345'])(
    'may be typed as %j',
    async (typed) => {
      await mintFirm('ABCD-2345');
      expect(await identities.redeemCode(typed, zhang.id, now)).toMatchObject({ ok: true });
    },
  );

  it('answer the same person again, after a second tap or a crash', async () => {
    await mintFirm('ABCD2345');
    await identities.redeemCode('ABCD2345', zhang.id, now);
    expect(await identities.redeemCode('ABCD2345', zhang.id, now)).toMatchObject({
      ok: true,
      alreadyLinked: true,
    });
  });

  it('say when the person is linked already', async () => {
    await identities.linkFirm(zhang.id, uscc);
    await mintFirm('ABCD2345');
    expect(await identities.redeemCode('ABCD2345', zhang.id, now)).toMatchObject({ alreadyLinked: true });
    expect(await identities.redeemCode('ABCD2345', li.id, now)).toEqual({ ok: false, reason: 'used' });
  });

  it('expire, and end when a newer one is minted for the same target', async () => {
    await mintFirm('OLD22222');
    await mintFirm('NEW33333');
    await identities.mintCode(
      { purpose: 'firm', uscc: fictionalFirm(2).uscc },
      'OTHER444',
      later(60),
      'staff-1',
    );
    expect(await identities.redeemCode('OLD22222', zhang.id, now)).toEqual({ ok: false, reason: 'expired' });
    expect(await identities.redeemCode('NEW33333', zhang.id, later(60))).toEqual({
      ok: false,
      reason: 'expired',
    });
    expect(await identities.redeemCode('NEW33333', zhang.id, later(59))).toMatchObject({ ok: true });
    expect(await identities.redeemCode('OTHER444', zhang.id, later(59))).toMatchObject({ ok: true });
  });

  it('name the firms that can still be linked with one', async () => {
    await mintFirm('OLD22222');
    expect(await identities.firmsWithOpenCode(later(59))).toEqual([uscc]);
    expect(await identities.firmsWithOpenCode(later(60))).toEqual([]);
    await mintFirm('NEW33333', later(120));
    expect(await identities.firmsWithOpenCode(now)).toEqual([uscc]);
    await identities.redeemCode('NEW33333', zhang.id, now);
    expect(await identities.firmsWithOpenCode(now)).toEqual([]);
    const { staffId } = await identities.addStaff('甲');
    await identities.mintCode({ purpose: 'staff', staffId }, 'STAFF444', later(60), 'cli');
    expect(await identities.firmsWithOpenCode(now)).toEqual([]);
  });

  it('are minted for many firms at once, or for none', async () => {
    const [first, second] = [1, 2].map((n) => fictionalFirm(n).uscc) as [string, string];
    await mintFirm('OLD22222');
    await identities.mintFirmCodes(
      [
        { uscc: first, code: 'NEW-1111' },
        { uscc: second, code: 'NEW-2222' },
      ],
      later(60),
      'cli',
    );
    const failing = [
      { uscc: first, code: 'NEW-3333' },
      { uscc: 'nobody', code: 'NEW-4444' },
    ];
    await expect(identities.mintFirmCodes(failing, later(60), 'cli')).rejects.toThrow();
    expect(await identities.redeemCode('OLD22222', zhang.id, now)).toEqual({ ok: false, reason: 'expired' });
    expect(await identities.redeemCode('new1111', zhang.id, now)).toMatchObject({ ok: true, uscc: first });
    expect(await identities.redeemCode('new2222', zhang.id, now)).toMatchObject({ ok: true, uscc: second });
    expect(await identities.redeemCode('new3333', zhang.id, now)).toEqual({ ok: false, reason: 'unknown' });
  });

  it('refuse everything after ten wrong ones in an hour, for that person', async () => {
    await mintFirm('ABCD2345');
    for (let n = 0; n < 10; n += 1)
      expect(await identities.redeemCode(`WRONG${n}`, zhang.id, later(n))).toEqual({
        ok: false,
        reason: 'unknown',
      });
    const refused = { ok: false, reason: 'tooManyAttempts' };
    expect(await identities.redeemCode('ABCD2345', zhang.id, later(10))).toEqual(refused);
    expect(await identities.redeemCode('ABCD2345', zhang.id, later(59))).toEqual(refused);
    // An hour after the first wrong one there is room for another attempt.
    await identities.mintCode({ purpose: 'firm', uscc }, 'EFGH2345', later(120), 'staff-1');
    expect(await identities.redeemCode('EFGH2345', li.id, later(10))).toMatchObject({ ok: true });
    expect(await identities.redeemCode('WRONG', zhang.id, later(60))).toEqual({
      ok: false,
      reason: 'unknown',
    });
    expect(await identities.redeemCode('WRONG', zhang.id, later(60))).toEqual(refused);
  });

  it('count wrong ones exactly when they come at once', async () => {
    const other = await openStores(temp.url, 'fast');
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        (n % 2 === 0 ? identities : other.identities).redeemCode(`WRONG${n}`, zhang.id, now),
      ),
    );
    await other.close();
    expect(results.filter((result) => !result.ok && result.reason === 'unknown')).toHaveLength(10);
  });

  it('are used up by exactly one of many', async () => {
    await mintFirm('ABCD2345');
    const other = await openStores(temp.url, 'fast');
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        identities.upsertIdentity({ channel: 'qq', externalUserId: String(n) }),
      ),
    );
    const results = await Promise.all(
      people.map(({ id }, n) =>
        (n % 2 === 0 ? identities : other.identities).redeemCode('ABCD2345', id, now),
      ),
    );
    await other.close();
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await identities.contactsOf(uscc)).toHaveLength(1);
  });

  it('are not in the database in the clear', async () => {
    await mintFirm('QWERTY99');
    await temp.stores.close();
    expect((await readFile(`${temp.dir}/tongbao.db`)).includes('QWERTY99')).toBe(false);
    await openStores(temp.url).then((stores) => (temp.stores = stores));
  });
});

describe('staff', () => {
  const mintStaff = async (staffId: string, code: string) =>
    identities.mintCode({ purpose: 'staff', staffId }, code, later(60), 'cli');

  it('are linked by a code', async () => {
    const { staffId } = await identities.addStaff('王工');
    expect(await identities.staffOf(zhang.id)).toBeNull();
    expect(await identities.staffIdentities()).toEqual([]);
    await mintStaff(staffId, 'STAFF222');
    expect(await identities.redeemCode('STAFF222', zhang.id, now)).toEqual({
      ok: true,
      purpose: 'staff',
      staffId,
    });
    expect(await identities.staffOf(zhang.id)).toEqual({ staffId, name: '王工' });
    expect(await identities.staffIdentities()).toEqual([{ ...zhang, staffId }]);
  });

  it('have one identity, the latest, and no identity is two people', async () => {
    const first = await identities.addStaff('王工');
    const second = await identities.addStaff('赵工');
    await mintStaff(first.staffId, 'STAFF222');
    await identities.redeemCode('STAFF222', zhang.id, now);
    await mintStaff(first.staffId, 'STAFF333');
    await identities.redeemCode('STAFF333', li.id, now);
    expect(await identities.staffOf(zhang.id)).toBeNull();
    expect((await identities.staffOf(li.id))?.staffId).toBe(first.staffId);
    await mintStaff(second.staffId, 'STAFF444');
    await identities.redeemCode('STAFF444', li.id, now);
    expect((await identities.staffOf(li.id))?.staffId).toBe(second.staffId);
    // The used code of one who is no longer linked opens nothing.
    expect(await identities.redeemCode('STAFF222', zhang.id, now)).toEqual({ ok: false, reason: 'used' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../activities/ports/store.ts';
import { fictionalFirm, packId } from '../support/fictional-firms.ts';
import { cadence } from '../support/enrollment-office.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let stores: Stores;
const [firm, other] = [fictionalFirm(1), fictionalFirm(2)];
beforeEach(async () => {
  temp = await openTempStores();
  stores = temp.stores;
  const invitedAt = '2026-11-02T02:00:00.000Z';
  await stores.firms.upsertFirms(packId, [firm, other], { trial: false, invitedAt, cadence });
});
afterEach(() => temp.dispose());

async function person(name: string, channel = 'telegram'): Promise<string> {
  const { id } = await stores.identities.upsertIdentity({
    channel,
    externalUserId: name,
    privateChatId: `chat-${name}`,
  });
  return id;
}
async function contact(name: string, channel?: string): Promise<string> {
  const id = await person(name, channel);
  await stores.identities.linkFirm(id, firm.uscc);
  return id;
}
const contacts = () => stores.identities.contactsOf(firm.uscc);

describe('contacts of a firm', () => {
  it('have one primary: the first that was linked, until another is chosen', async () => {
    const [zhang, li] = [await contact('zhang'), await contact('li')];
    expect((await contacts()).map((c) => [c.id, c.primary])).toEqual([
      [zhang, true],
      [li, false],
    ]);
    expect(await stores.contacts.makePrimary(li, firm.uscc)).toBe(true);
    expect((await contacts()).map((c) => c.primary)).toEqual([false, true]);
    expect(await stores.contacts.makePrimary(await person('wang'), firm.uscc)).toBe(false);
  });

  it('keep their own wishes, for one firm each', async () => {
    const [zhang, li] = [await contact('zhang'), await contact('li')];
    await stores.identities.linkFirm(zhang, other.uscc);
    const until = '2026-11-09T01:30:00.000Z';
    expect(await stores.contacts.setWishes(zhang, firm.uscc, { remindersStopped: true })).toBe(true);
    expect(await stores.contacts.setWishes(li, firm.uscc, { snoozedUntil: until })).toBe(true);
    expect(await contacts()).toMatchObject([
      { id: zhang, remindersStopped: true, snoozedUntil: null },
      { id: li, remindersStopped: false, snoozedUntil: until },
    ]);
    expect(await stores.identities.contactsOf(other.uscc)).toMatchObject([{ remindersStopped: false }]);
    expect(await stores.contacts.setWishes(li, other.uscc, { remindersStopped: true })).toBe(false);
  });

  it('may be one person on several channels, who is written to where it likes', async () => {
    const telegram = await contact('zhang');
    const mail = await person('zhang@example.com', 'mail');
    await stores.contacts.joinPerson(telegram, mail);
    await stores.contacts.preferChannel(mail);
    expect((await contacts()).map((c) => [c.channel, c.personId, c.primary])).toEqual([
      ['mail', telegram, true],
      ['telegram', telegram, true],
    ]);
    expect((await stores.contacts.channelsOf(telegram)).map((c) => c.channel)).toEqual(['mail', 'telegram']);
    // What one channel may see and says holds for the person.
    expect((await stores.identities.linkedFirms(mail)).map((f) => f.uscc)).toEqual([firm.uscc]);
    await stores.contacts.setWishes(mail, firm.uscc, { remindersStopped: true });
    expect((await contacts()).every((c) => c.remindersStopped)).toBe(true);
  });

  it('are written to in the language that they chose, whatever their client says', async () => {
    const zhang = await contact('zhang');
    await stores.contacts.setLanguage(zhang, 'en');
    await stores.identities.upsertIdentity({
      channel: 'telegram',
      externalUserId: 'zhang',
      locale: 'zh-CN',
    });
    expect(await contacts()).toMatchObject([{ locale: 'en' }]);
    await stores.contacts.setLanguage(zhang, null);
    expect(await contacts()).toMatchObject([{ locale: 'zh-CN' }]);
  });
});

describe('officers', () => {
  async function member(name: string, cities: string[] | null): Promise<{ staffId: string; id: string }> {
    const { staffId } = await stores.identities.addStaff(name);
    const id = await person(name);
    const soon = new Date(Date.now() + 60_000).toISOString();
    await stores.identities.mintCode({ purpose: 'staff', staffId }, `CODE${name}`, soon, 'test');
    await stores.identities.redeemCode(`CODE${name}`, id, new Date().toISOString());
    expect(await stores.contacts.setStaffCities(staffId, cities)).toBe(true);
    return { staffId, id };
  }
  const officers = async (): Promise<string[]> =>
    (await stores.contacts.officersOf(firm.uscc)).map((o) => o.id);

  it('are whoever is named for the firm, else has its city, else has none', async () => {
    const everywhere = await member('a', null);
    await member('b', [`not-${firm.city}`]);
    expect(await officers()).toEqual([everywhere.id]);
    const here = await member('c', [firm.city]);
    expect(await officers()).toEqual([here.id]);
    expect(await stores.contacts.assignOfficer(firm.uscc, everywhere.staffId)).toBe(true);
    expect(await officers()).toEqual([everywhere.id]);
    expect(await stores.contacts.assignOfficer(firm.uscc, 'nobody')).toBe(false);
    await stores.identities.removeStaff(everywhere.staffId);
    expect(await officers()).toEqual([here.id]);
  });
});

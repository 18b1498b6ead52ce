import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let firm: Firm;
let wang: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  firm = await office.addFirm(2);
  wang = await office.contactOf(firm, '小王');
});
afterEach(() => office.dispose());

const codeIn = (text: string): string => /邀请码：(\w+)/.exec(text)?.[1] ?? '';

async function colleague(name: string): Promise<Person> {
  const person = office.person(name);
  await person.says(codeIn((await wang.says('邀请同事')).text));
  return person;
}

describe('a colleague', () => {
  it('comes in with a code of a contact, and the others are told', async () => {
    const shown = await wang.says('我想邀请一位同事');
    expect(shown.text).toContain(firm.name);
    expect(shown.text).toContain('不要发到群里');
    expect(shown.text).toContain(`?start=${codeIn(shown.text)}`);
    const zhang = office.person('小张');
    expect((await zhang.says(codeIn(shown.text))).text).toContain(`您已关联「${firm.name}」`);
    expect((await zhang.says('进度')).text).toContain(firm.name);
    expect(office.commands.calls).toContainEqual(
      expect.objectContaining({ command: 'linkContact', actor: await zhang.identityId() }),
    );
  });

  it('gets in once a code, by nobody who is no contact any more, and the own code is not used up', async () => {
    const code = codeIn((await wang.says('邀请同事')).text);
    expect((await wang.says(`/link ${code}`)).text).toContain('给同事的邀请码');
    const zhang = office.person('小张');
    await zhang.says(`/link ${code}`);
    expect((await office.person('小赵').says(`/link ${code}`)).text).toContain('已经被用过了');
    const unused = codeIn((await zhang.says('邀请同事')).text);
    await zhang.says('取消关联');
    await zhang.taps('确认，取消关联');
    expect((await office.person('小钱').says(`/link ${unused}`)).text).toContain('已经过期');
  });

  it('leaves the code that the office gave alone', async () => {
    const target = { purpose: 'firm', uscc: firm.uscc } as const;
    await office.stores.identities.mintCode(target, '82WQ3YEGX0', '2022-03-09T00:00:00.000Z', 'test');
    const code = codeIn((await wang.says('邀请同事')).text);
    expect((await office.person('小张').says('82WQ3YEGX0')).text).toContain('您已关联');
    expect((await office.person('小赵').says(code)).text).toContain('您已关联');
  });

  it('is not asked for by a stranger, and the first contact needs nobody told', async () => {
    const stranger = office.person('路人');
    expect((await stranger.tapsData(`colleague|${firm.uscc}`)).text).not.toContain('邀请码');
    const other = await office.addFirm(3);
    const target = { purpose: 'firm', uscc: other.uscc } as const;
    await office.stores.identities.mintCode(target, '92WQ3YEGX0', '2022-03-09T00:00:00.000Z', 'test');
    await office.person('小孙').says('92WQ3YEGX0');
    expect(office.commands.calls).toEqual([]);
  });

  it('is linked though the others cannot be told just now', async () => {
    office.commands.unavailable = 'unreachable';
    const zhang = await colleague('小张');
    expect((await zhang.says('进度')).text).toContain(firm.name);
    expect(office.logged).toContainEqual(expect.objectContaining({ message: 'contact.othersNotTold' }));
  });
});

describe('谁能看到我们', () => {
  it('names channels, days and how, and no account', async () => {
    const zhang = await colleague('小张');
    const shown = await zhang.says('谁能看到我们的进度？');
    expect(shown.text).toContain('1. 另一位联系人（Telegram）');
    expect(shown.text).toContain('2. 您（Telegram）');
    expect(shown.text).toContain('由同事邀请');
    expect(shown.text).toContain('工作人员也能看到');
    expect(shown.text).not.toContain(wang.externalUserId);
    expect(shown.buttons).not.toContain('移除第 1 位');
  });

  it('lets whom the office let in remove who came by invitation, and nobody else', async () => {
    const zhang = await colleague('小张');
    const people = await office.stores.contacts.peopleOf(firm.uscc);
    const [first = '', second = ''] = people.map(({ personId }) => personId);
    await zhang.says('以后先提醒我');
    expect((await zhang.says('/contacts')).buttons.join()).not.toContain('移除');
    expect((await zhang.tapsData(`unlink|${firm.uscc}|${first}`)).text).toContain('您不能移除');
    expect((await wang.tapsData(`unlink|${firm.uscc}|${first}`)).text).toContain('您不能移除');
    const stranger = office.person('路人');
    expect((await stranger.tapsData(`unlink|${firm.uscc}|${second}`)).text).not.toContain('移除');
    await wang.says('/contacts');
    expect((await wang.taps('移除第 2 位')).text).toContain('已经看不到');
    expect(office.told).toEqual([
      { to: zhang.externalUserId, text: expect.stringContaining(`不再是${firm.name}的联系人`) as string },
    ]);
    expect((await wang.tapsData(`unlink|${firm.uscc}|${second}`)).text).toContain('已经不是联系人了');
    expect(office.told).toHaveLength(1);
    expect((await zhang.says('进度')).text).not.toContain(firm.name);
    expect((await wang.says('/contacts')).text).not.toContain('2. ');
  });

  it('says nothing of it in a group', async () => {
    expect((await wang.saysInGroup('/contacts')).text).not.toContain(firm.name);
    expect((await wang.tapsData(`contacts|${firm.uscc}`, { group: true })).text).not.toContain(firm.name);
  });
});

describe('取消关联', () => {
  it.each(['取消关联', '我离职了', 'please unlink me'])(
    'asks first for "%s", then does it',
    async (words) => {
      const asked = await wang.says(words);
      expect(asked.buttons).toContain(asked.text.includes('progress') ? 'Yes, unlink me' : '确认，取消关联');
      expect(await office.stores.identities.contactsOf(firm.uscc)).toHaveLength(1);
      await wang.tapsData(`leave|${firm.uscc}|confirm`);
      expect(await office.stores.identities.contactsOf(firm.uscc)).toEqual([]);
      expect((await wang.says('取消关联')).text).toContain('没有关联企业');
    },
  );

  it('is done once and answered alike when the tap is handled again after a crash', async () => {
    const tap = () => wang.tapsData(`leave|${firm.uscc}|confirm`, { externalId: 'leave-1' });
    expect((await tap()).text).toContain('不再代表');
    const again = await tap();
    expect([again.text, again.toast]).toEqual([expect.stringContaining('您不再代表'), '已取消关联']);
    // The same for a firm that one never was a contact of, whether there is one or not.
    const other = await office.addFirm(3);
    const stranger = await office.person('路人').tapsData(`leave|${other.uscc}|confirm`);
    expect(stranger.text).not.toContain(other.name);
  });

  it('warns the last one, and nobody else', async () => {
    expect((await wang.says('取消关联')).text).toContain('唯一的联系人');
    await colleague('小张');
    expect((await wang.says('取消关联')).text).not.toContain('唯一的联系人');
  });
});

describe('what is kept of a person', () => {
  it('is shown to that person', async () => {
    await wang.says('进度');
    const shown = await wang.says('我的信息');
    expect(shown.text).toContain(wang.externalUserId);
    expect(shown.text).toContain(firm.name);
    await wang.says('转人工');
    expect((await wang.says('/mydata')).text).toContain('工单');
    const other = await office.contactOf(firm, '小张');
    expect((await other.says('/mydata')).text).not.toContain(wang.externalUserId);
  });

  it('is deleted after a tap, and the next message is from somebody new', async () => {
    const id = await wang.identityId();
    await wang.says('资格');
    expect((await wang.says('删除我的信息')).text).toContain(firm.name);
    expect(await office.stores.people.dataOf(id)).not.toBeNull();
    expect((await wang.taps('确认，全部删除')).text).toContain('都删除了');
    expect(await office.stores.people.dataOf(id)).toBeNull();
    expect(await office.stores.identities.contactsOf(firm.uscc)).toEqual([]);
    expect((await wang.says('进度')).text).not.toContain(firm.name);
    expect(await wang.identityId()).not.toBe(id);
  });

  it('of staff is not deleted before they are no staff', async () => {
    const li = await office.staff('李');
    expect((await li.says('/erase')).text).toContain('工作人员');
    expect((await li.tapsData('erase|confirm')).text).toContain('工作人员');
    expect(await office.stores.identities.staffOf(await li.identityId())).not.toBeNull();
  });
});

describe('somebody with several firms', () => {
  let other: Firm;
  beforeEach(async () => {
    other = await office.addFirm(3);
    await office.stores.identities.linkFirm(await wang.identityId(), other.uscc);
  });

  it('says once which one is meant', async () => {
    expect((await wang.says('进度')).buttons).toEqual(expect.arrayContaining([firm.name, other.name]));
    expect((await wang.taps(other.name)).text).toContain(other.name);
    expect((await wang.says('进度')).text).toContain(other.name);
    expect((await wang.says('步骤')).text).toContain(other.name);
  });

  it('turns to another one', async () => {
    await wang.says('进度');
    await wang.taps(other.name);
    await wang.says('进度');
    expect((await wang.taps('换一家企业')).buttons).toContain(firm.name);
    expect((await wang.taps(firm.name)).text).toContain(firm.name);
    expect((await wang.says('进度')).text).toContain(firm.name);
  });

  it('is asked again after half an hour, and when the firm is not the own one any more', async () => {
    await wang.says('进度');
    await wang.taps(other.name);
    office.setNow('2022-03-02T02:40:00.000Z');
    expect((await wang.says('进度')).buttons).toContain(firm.name);
    await wang.taps(other.name);
    await wang.tapsData(`leave|${other.uscc}|confirm`);
    expect((await wang.says('进度')).text).toContain(firm.name);
  });
});

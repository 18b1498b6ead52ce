import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { encodeCallback } from '../../knowledge/callbacks.ts';
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

const contactNamed = async (person: Person, of = firm) => {
  const id = await person.identityId();
  return (await office.stores.identities.contactsOf(of.uscc)).find((contact) => contact.id === id);
};
const commands = (): string[] => office.commands.calls.map((c) => c.command);
const declinedAt = async () =>
  (await office.stores.firms.firmRow(office.pack.id, firm.uscc))?.enrollment?.declinedAt;

describe('no more reminders', () => {
  it.each(['不要提醒', '/stop', 'no more reminders please'])(
    'after "%s", of the only firm at once',
    async (text) => {
      const shown = await wang.says(text);
      expect(shown.text).toMatch(/不再发给您|no longer go to you/);
      expect(shown.text).toMatch(/状态通知，还是会发给您|notices.*still come to you/);
      expect(shown.text).toMatch(/没有人收到提醒|Nobody at this company/);
      expect(await contactNamed(wang)).toMatchObject({ remindersStopped: true });
      expect(commands()).toEqual([]);
      expect((await wang.says('进度')).text).toContain('提醒不发给您');
    },
  );

  it('say so when others are still reminded, and leave those alone', async () => {
    const zhang = await office.contactOf(firm, '小张');
    expect((await wang.says('不要提醒')).text).toContain('其他联系人照常会收到提醒');
    expect(await contactNamed(zhang)).toMatchObject({ remindersStopped: false });
    expect((await zhang.says('进度')).text).not.toContain('提醒不发给您');
    expect((await zhang.says('不要提醒')).text).toContain('没有人收到提醒');
  });

  it('of several firms: for which one, or for all', async () => {
    const other = await office.addFirm(4);
    await office.stores.identities.linkFirm(await wang.identityId(), other.uscc);
    expect((await wang.says('别再提醒了')).buttons).toEqual([firm.name, other.name, '都不再提醒我']);
    await wang.taps(other.name);
    expect(await contactNamed(wang, other)).toMatchObject({ remindersStopped: true });
    expect(await contactNamed(wang)).toMatchObject({ remindersStopped: false });
    await wang.says('别再提醒了');
    expect((await wang.taps('都不再提醒我')).text).toContain('2 家');
    expect(await contactNamed(wang)).toMatchObject({ remindersStopped: true });
    expect((await wang.says('恢复提醒')).buttons).toContain('都恢复提醒');
    await wang.taps('都恢复提醒');
    expect(await contactNamed(wang, other)).toMatchObject({ remindersStopped: false });
  });

  it('come back with a button or a word', async () => {
    await wang.says('不要提醒');
    expect((await wang.taps('恢复提醒')).text).toContain('提醒恢复了');
    expect(await contactNamed(wang)).toMatchObject({ remindersStopped: false });
    expect((await wang.says('/resume')).text).toContain('没有停过提醒');
  });

  it('are nobody else’s to stop or resume', async () => {
    const zhang = await office.contactOf(await office.addFirm(4), '小张');
    for (const verb of ['stop', 'resume', 'primary', 'wishes'] as const) {
      expect((await zhang.tapsData(encodeCallback({ verb, uscc: firm.uscc }))).text).toContain(
        '没有关联这家企业',
      );
    }
    expect(await contactNamed(wang)).toMatchObject({ remindersStopped: false, primary: true });
    expect((await office.person('路人').says('/stop')).text).toContain('没有关联企业');
    expect((await office.person('路人').says('/resume')).text).toContain('没有停过');
  });

  it('are not a matter for a group', async () => {
    const data = encodeCallback({ verb: 'stop', uscc: firm.uscc });
    for (const shown of [await wang.saysInGroup('/stop'), await wang.tapsData(data, { group: true })])
      expect(shown.text).toContain('私聊');
    expect(await contactNamed(wang)).toMatchObject({ remindersStopped: false });
  });
});

describe('quiet for some days', () => {
  it('is the firm’s where it has one contact, and ends with 恢复提醒', async () => {
    await wang.says('进度');
    await wang.taps('5个工作日后再提醒');
    expect(commands()).toEqual(['snooze']);
    expect((await wang.says('恢复提醒')).text).toContain('提醒恢复了');
    expect((await wang.says('进度')).text).not.toContain('按您的要求');
  });

  it('says so when the firm’s quiet could not be ended', async () => {
    await wang.says('进度');
    await wang.taps('5个工作日后再提醒');
    office.commands.unavailable = 'unreachable';
    expect((await wang.says('恢复提醒')).text).toContain('没有记下来');
  });

  it('is the own where there are others, who are still reminded', async () => {
    const zhang = await office.contactOf(firm, '小张');
    await wang.says('进度');
    const shown = await wang.taps('5个工作日后再提醒');
    expect(shown.text).toContain('2022年3月9日 09:30之前不再');
    expect(shown.text).toContain('只对您一个人');
    expect(shown.text).toContain('其他联系人照常会收到提醒');
    expect(commands()).toEqual([]);
    expect(await contactNamed(wang)).toMatchObject({ snoozedUntil: '2022-03-09T01:30:00.000Z' });
    expect(await contactNamed(zhang)).toMatchObject({ snoozedUntil: null });
    expect((await wang.says('进度')).text).toContain('2022年3月9日 09:30之前不提醒您');
    expect((await zhang.says('进度')).text).not.toContain('按您的要求');
    await wang.says('进度');
    expect((await wang.taps('5个工作日后再提醒')).text).toContain('之前已经说好了');
    await wang.says('恢复提醒');
    expect(await contactNamed(wang)).toMatchObject({ snoozedUntil: null });
  });

  it('is refused as before when nothing is planned', async () => {
    await office.contactOf(firm, '小张');
    await (await office.staff('李')).says(`/approve ${firm.uscc}`);
    const data = encodeCallback({ verb: 'snooze', uscc: firm.uscc, workingDays: 5 });
    expect((await wang.tapsData(data)).text).toContain('不会再发催办提醒');
    expect(await contactNamed(wang)).toMatchObject({ snoozedUntil: null });
  });
});

describe('who is reminded first', () => {
  it('is shown without naming anybody, and can be taken over', async () => {
    const zhang = await office.contactOf(firm, '小张');
    expect((await wang.says('/me')).text).toContain('先发给您');
    const shown = await zhang.says('/me');
    expect(shown.text).toContain('先发给另一位联系人');
    expect(JSON.stringify(shown)).not.toMatch(/小王|chat-|user-/);
    expect((await zhang.taps('以后先提醒我')).text).toContain('以后先发给您');
    expect(await contactNamed(zhang)).toMatchObject({ primary: true });
    expect(await contactNamed(wang)).toMatchObject({ primary: false });
    expect((await wang.says('以后先提醒我')).text).toContain('以后先发给您');
    expect((await wang.says('以后先提醒我')).text).toContain('本来就先发给您');
  });

  it('is the only contact there is', async () => {
    expect((await wang.says('/me')).text).toContain('唯一的联系人');
    expect((await wang.says('先提醒我')).text).toContain('唯一的联系人');
  });
});

describe('the language', () => {
  it('is chosen with a button, and holds whatever the client says', async () => {
    await wang.says('/language');
    expect((await wang.taps('English')).text).toContain('will be in English');
    expect((await wang.says('/status')).text).toContain('waiting for the firm');
    expect((await contactNamed(wang))?.locale).toBe('en');
    // Clearly in the other language.
    expect((await wang.says('赔付比例是多少')).text).toContain('赔付比例');
    expect((await wang.says('说中文')).text).toContain('都用中文');
    expect((await wang.says('/status')).text).toContain('待企业确认');
  });

  it('is chosen in words, by anybody, and given back to the client', async () => {
    const john = office.person('John', { locale: 'en' });
    expect((await john.says('用中文')).text).toContain('都用中文');
    expect((await john.says('/help')).text).toContain('我能帮您');
    await john.says('/language');
    expect((await john.taps('跟随设备设置')).text).toContain('device');
    expect((await john.says('/help')).text).toContain('what I can do');
  });
});

describe('a firm that does not take part', () => {
  it('is asked whether it means it, and is noted as its own word', async () => {
    const asked = await wang.says('我们不参加');
    expect(asked.text).toContain('真的不参加');
    expect(asked.text).toContain('不收任何费用');
    expect(commands()).toEqual([]);
    const done = await wang.taps('确认不参加');
    expect(done.replies[0]?.kind).toBe('edit');
    expect(done.text).toContain('还不是正式状态');
    expect(await declinedAt()).toBe(office.now());
    const status = await wang.says('进度');
    expect(status.text).toContain(`${firm.name}：待企业确认`);
    expect(status.text).toContain('贵公司自己说：这一年度不参加');
    expect(status.text).not.toContain('下次提醒');
    expect(status.buttons).not.toContain('报告进度');
  });

  it('can take it back with a button or in words, and is reminded again', async () => {
    await wang.says('/decline');
    await wang.taps('确认不参加');
    expect((await wang.taps('还是要参加')).text).toContain('接着办');
    expect(await declinedAt()).toBeNull();
    expect((await wang.says('进度')).text).toContain('下次提醒');
    await wang.says('不投了');
    await wang.taps('确认不参加');
    expect((await wang.says('恢复提醒')).text).toContain('没有停过');
    await wang.says('我们还是要参加');
    expect(await declinedAt()).toBeNull();
  });

  it('asks the answerer where nobody declined, or the words are a question', async () => {
    expect((await wang.says('不参加会怎样')).buttons).not.toContain('确认不参加');
    await wang.says('我们还是要参加');
    expect((await office.person('路人').says('我们不参加')).buttons).not.toContain('确认不参加');
    expect(commands()).toEqual([]);
  });

  it('of several says which one', async () => {
    const other = await office.addFirm(4);
    await office.stores.identities.linkFirm(await wang.identityId(), other.uscc);
    expect((await wang.says('我们不参加了')).buttons).toEqual([firm.name, other.name]);
    expect((await wang.taps(firm.name)).text).toContain(`${firm.name}这一年度真的不参加`);
  });

  it('is nobody else’s to speak for, and nothing to say once it is past that', async () => {
    const zhang = await office.contactOf(await office.addFirm(4), '小张');
    const confirm = encodeCallback({ verb: 'decline', uscc: firm.uscc, action: 'confirm' });
    expect((await zhang.tapsData(confirm)).text).toContain('没有关联这家企业');
    expect(commands()).toEqual([]);
    await (await office.staff('李')).says(`/approve ${firm.uscc}`);
    expect((await wang.says('我们不参加')).text).toContain('审批通过');
    expect((await wang.tapsData(confirm)).text).toContain('审批通过');
    expect(await declinedAt()).toBeNull();
  });
});

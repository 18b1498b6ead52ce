import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import type { MailPort } from '../../bot/engine/ports.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let firm: Firm;
let wang: Person;
let mailed: { to: string; code: string; locale: string }[];
let fate: Awaited<ReturnType<MailPort['sendCode']>>;
beforeEach(async () => {
  mailed = [];
  fate = 'sent';
  let serial = 100_000;
  office = await openEngineOffice({
    mail: {
      newCode: () => String((serial += 1)),
      sendCode: async (mail) => {
        mailed.push(mail);
        return fate;
      },
    },
  });
  firm = await office.addFirm(2);
  wang = await office.contactOf(firm, '小王');
});
afterEach(() => office.dispose());

const lastCode = (): string => mailed.at(-1)?.code ?? '';
const channelsOf = async (person: Person): Promise<string[]> =>
  (await office.stores.contacts.channelsOf(await person.identityId())).map(({ channel }) => channel);
const verify = async (person: Person, address: string): Promise<void> => {
  await person.says(`/mail ${address}`);
  await person.says(lastCode());
};

describe('an address', () => {
  it('counts once the code that went there is back in the chat', async () => {
    const asked = await wang.says('邮箱 wang@example.com');
    expect(mailed).toEqual([{ to: 'wang@example.com', code: lastCode(), locale: 'zh-CN' }]);
    expect(asked.text).toContain('w***g@example.com');
    expect(asked.text).not.toContain(lastCode());
    expect(await channelsOf(wang)).toEqual(['telegram']);
    const done = await wang.says(lastCode());
    expect(done.text).toContain('验证好了');
    expect(await channelsOf(wang)).toEqual(['telegram', 'mail']);
    expect(await office.stores.mail.mailboxOf('wang@example.com')).toMatchObject({
      ...{ locale: 'zh-CN', otherChannels: ['telegram'] },
    });
  });

  it.each([
    ['/mail wang@example.com', '/mail 100001'],
    ['我的邮箱是 wang@example.com', '验证码：100001'],
    ['wang＠example。com', '100 001'],
    ['my mail is wang@example.com', '１００００１'],
  ])('may be given as %j and %j', async (given, code) => {
    await wang.says(given);
    await wang.says(code);
    expect(await channelsOf(wang)).toEqual(['telegram', 'mail']);
  });

  it('takes the place of the one before', async () => {
    await verify(wang, 'wang@example.com');
    await verify(wang, 'new@example.com');
    expect(await channelsOf(wang)).toEqual(['telegram', 'mail']);
    expect(await office.stores.mail.mailboxOf('wang@example.com')).toBeNull();
  });

  it('may be written to first, and is where the chat is only a page', async () => {
    await verify(wang, 'wang@example.com');
    await wang.taps('先发邮件');
    expect(await channelsOf(wang)).toEqual(['mail', 'telegram']);
    const li = office.person('小李', { channel: 'web' });
    await office.stores.identities.linkFirm(await li.identityId(), firm.uscc);
    await verify(li, 'li@example.com');
    expect(await channelsOf(li)).toEqual(['mail', 'web']);
  });

  it.each(['邮箱', 'wang@', 'a@example.com,b@example.com', 'a@example.com b@example.com'])(
    'is not read in %j',
    async (given) => {
      const { text } = await wang.says(`/mail ${given}`);
      expect(text).toContain('不像一个邮箱');
      expect(mailed).toEqual([]);
    },
  );

  it('that the server does not know is said to be wrong', async () => {
    fate = 'noMailbox';
    expect((await wang.says('/mail wagn@example.com')).text).toContain('没有这个邮箱');
    fate = 'notSent';
    expect((await wang.says('/mail wang@example.com')).text).toContain('过几分钟再试');
  });
});

describe('a code', () => {
  it('of somebody else is worth nothing', async () => {
    const li = await office.contactOf(firm, '小李');
    await wang.says('/mail wang@example.com');
    const code = lastCode();
    expect((await li.says(`/mail ${code}`)).text).not.toContain('验证好了');
    await li.says('/mail li@example.com');
    expect((await li.says(code)).text).toContain('验证码不对');
    expect(await channelsOf(li)).toEqual(['telegram']);
    expect(await channelsOf(wang)).toEqual(['telegram']);
  });

  it('works no more after five wrong ones', async () => {
    await wang.says('/mail wang@example.com');
    for (let i = 0; i < 4; i += 1) expect((await wang.says('000000')).text).toContain('验证码不对');
    expect((await wang.says('000000')).text).toContain('作废');
    expect((await wang.says(lastCode())).text).toContain('作废');
    expect(await channelsOf(wang)).toEqual(['telegram']);
  });

  it('works for half an hour, once, and not after a newer one', async () => {
    await wang.says('/mail wang@example.com');
    const first = lastCode();
    await wang.says('/mail wang@example.com');
    expect((await wang.says(first)).text).toContain('验证码不对');
    office.setNow('2022-03-02T02:31:00.000Z');
    expect((await wang.says(`/mail ${lastCode()}`)).text).toContain('过期');
    expect(await channelsOf(wang)).toEqual(['telegram']);
  });

  it('is not seen in six digits that answer a question', async () => {
    await wang.says('/mail wang@example.com');
    await wang.says('/eligible');
    expect((await wang.says('300000')).text).not.toContain('验证码');
  });

  it('is sent once for one message, however often that is handled', async () => {
    const same = { externalId: 'one' };
    await wang.says('/mail wang@example.com', same);
    await wang.says('/mail wang@example.com', same);
    expect(mailed).toHaveLength(1);
  });

  it('goes to nobody’s mailbox more than three times a day, whoever asks', async () => {
    const others = [wang, await office.contactOf(firm, '甲'), await office.contactOf(firm, '乙')];
    for (const person of others) await person.says('/mail Boss@example.com');
    const more = await office.contactOf(firm, '丙');
    expect((await more.says('/mail boss@example.com')).text).toContain('明天再试');
    expect(mailed).toHaveLength(3);
    office.setNow('2022-03-03T02:01:00.000Z');
    await more.says('/mail boss@example.com');
    expect(mailed).toHaveLength(4);
  });

  it('is asked for five times a day at most by one person', async () => {
    for (let i = 0; i < 6; i += 1) await wang.says(`/mail wang${i}@example.com`);
    expect(mailed).toHaveLength(5);
  });
});

describe('an address is not for', () => {
  it('whoever is no contact', async () => {
    const nobody = office.person('路人');
    await nobody.says('/mail wang@example.com');
    expect(mailed).toEqual([]);
  });

  it('the staff', async () => {
    const staff = await office.staff('小陈');
    expect((await staff.says('/mail chen@example.com')).text).toContain('工作人员');
    expect(mailed).toEqual([]);
  });

  it('a group', async () => {
    const shown = await wang.saysInGroup('/mail wang@example.com');
    expect(shown.text).not.toContain('example.com');
    expect(mailed).toEqual([]);
  });

  it('an office without a mail server', async () => {
    const bare = await openEngineOffice();
    const other = await bare.contactOf(await bare.addFirm(3), '小周');
    expect((await other.says('/mail zhou@example.com')).text).toContain('没有开通邮件');
    await bare.dispose();
  });
});

describe('an address goes', () => {
  beforeEach(() => verify(wang, 'wang@example.com'));

  it('when the person says so', async () => {
    await wang.says('删除我的邮箱');
    expect(await channelsOf(wang)).toEqual(['telegram']);
    expect((await wang.says('/mail off')).text).toContain('没有登记邮箱');
  });

  it('when the person leaves the last firm, also by staff', async () => {
    const second = await office.addFirm(3);
    await office.stores.identities.linkFirm(await wang.identityId(), second.uscc);
    const personId = (await office.stores.people.dataOf(await wang.identityId()))?.personId ?? '';
    await office.stores.contacts.unlink(personId, second.uscc);
    expect(await channelsOf(wang)).toEqual(['telegram', 'mail']);
    await wang.says('/leave');
    await wang.taps('确认，取消关联');
    expect(await channelsOf(wang)).toEqual(['telegram']);
  });

  it('with the person, whose data name it until then', async () => {
    await wang.says('/mail other@example.com');
    const id = await wang.identityId();
    const kept = await office.stores.people.dataOf(id);
    expect(kept?.channels.map(({ externalUserId }) => externalUserId)).toContain('wang@example.com');
    expect(kept?.unverifiedAddresses).toMatchObject([{ address: 'other@example.com' }]);
    expect(await office.stores.people.erase(id)).toBe('erased');
    expect(await office.stores.mail.mailboxOf('wang@example.com')).toBeNull();
  });

  it('to whoever shows later that it is theirs, under another token', async () => {
    const li = await office.contactOf(firm, '小李');
    const before = await office.stores.mail.mailboxOf('wang@example.com');
    await verify(li, 'wang@example.com');
    expect(await channelsOf(wang)).toEqual(['telegram']);
    expect(await channelsOf(li)).toEqual(['telegram', 'mail']);
    const after = await office.stores.mail.mailboxOf('wang@example.com');
    expect(after?.stopToken).not.toBe(before?.stopToken);
    expect(after?.identityId).not.toBe(before?.identityId);
  });

  it('and is in no log', () => {
    expect(JSON.stringify(office.logged)).not.toContain('example.com');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

let office: EngineOffice;
let li: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  li = await office.staff('老李');
});
afterEach(() => office.dispose());

describe('a staff member', () => {
  it('is greeted with the commands when the code is used, and the channel learns of it', async () => {
    const { staffId } = await office.stores.identities.addStaff('老张');
    await office.stores.identities.mintCode(
      { purpose: 'staff', staffId },
      '9STAFF00AA',
      '2099-01-01T00:00:00.000Z',
      'cli',
    );
    const zhang = await office.person('老张').says('/start 9STAFF00AA');
    expect(zhang.staffLinked).toBe(true);
    expect(zhang.text).toContain('/pending');
    expect((await li.says('/help')).text).toContain('/remind');
    expect((await office.person('路人').says('/help')).text).not.toContain('/remind');
  });

  it('counts who is stuck where, and who waits to be verified', async () => {
    const two = await office.addFirm(2);
    const four = await office.addFirm(4);
    const six = await office.addFirm(6);
    await office.addFirm(1);
    for (const [firm, label] of [
      [two, '制章'],
      [four, '完成投保'],
    ] as const) {
      const contact = await office.contactOf(firm, firm.uscc);
      await contact.says('/steps');
      await contact.taps(label);
    }
    await li.says(`/approve ${six.uscc}`);
    const eight = await office.addFirm(8, { city: '南京' });
    const unwilling = await office.contactOf(eight, '不参加');
    await unwilling.tapsData(`decline|${eight.uscc}|confirm`);
    const pending = await li.says('/pending');
    expect(pending.text).toContain('共 4 家');
    expect(pending.text).toContain('淮安 2 家：制章 1，完成投保 1');
    expect(pending.text).toContain('南京 2 家：未开始 2');
    expect(pending.text).toContain('其中 1 家自己报告已做完');
    expect(pending.text).toContain(`${four.name}：/firm ${four.uscc}`);
    expect(pending.text).not.toContain(two.uscc);
    expect(pending.text).toContain(
      `说过不参加、还没有登记的，不再提醒：\n${eight.name}：/firm ${eight.uscc}`,
    );
    expect(pending.text).toContain('审批通过 1');
  });

  it('looks a firm up by its code or a part of its name', async () => {
    const firm = await office.addFirm(2, { name: '虚构锦程进出口有限公司' });
    await office.addFirm(4, { name: '虚构锦绣贸易有限公司' });
    expect((await li.says(`/firm ${firm.uscc.toLowerCase()}`)).text).toContain('没有关联联系人');
    expect((await li.says('/firm 锦程')).text).toContain(`${firm.uscc}，淮安`);
    expect((await li.says('/firm 锦')).text).toContain('找到 2 家');
    expect((await li.says('/firm 不存在')).text).toContain('没有找到');
    expect((await li.says('/firm')).text).toContain('请写上');
  });

  it('approves, returns and terminates, the latter two with a reason', async () => {
    const firm = await office.addFirm(2);
    expect((await li.says(`/return ${firm.uscc}`)).text).toContain('写明原因');
    expect((await li.says('/terminate')).text).toContain('信用代码');
    expect((await li.says(`/approve ${firm.uscc}`)).text).toContain('审批通过');
    expect((await li.says(`/approve ${firm.uscc}`)).text).toContain('已经是「审批通过」');
    await li.says(`/terminate ${firm.uscc} 不符合资格`);
    expect((await li.taps('确认解除')).text).toContain('保单已解除');
    expect((await li.says(`/return ${firm.uscc} 补材料`)).text).toContain('不能直接改成');
    expect((await office.stores.firms.firmRow('jiangsu-2022', firm.uscc))?.enrollment).toMatchObject({
      officialStatus: 'terminated',
      officialReason: '不符合资格',
    });
  });

  it('is told of a firm that is unknown or not on the list, and of an engine that does not answer', async () => {
    const firm = await office.addFirm(2);
    const unlisted = await office.addFirm(3, { listed: false });
    expect((await li.says(`/approve ${fictionalUscc(9)}`)).text).toContain('没有找到');
    expect((await li.says(`/approve ${unlisted.uscc}`)).text).toContain('不在核准名单内');
    office.commands.unavailable = 'unreachable';
    expect((await li.says(`/approve ${firm.uscc}`)).text).toContain('没有记下来');
    office.commands.unavailable = 'noAnswer';
    expect((await li.says(`/approve ${firm.uscc}`)).text).toContain(`用 /firm ${firm.uscc} 查看`);
  });

  it('is told that the following has ended, not that it is yet to start', async () => {
    const firm = await office.addFirm(2);
    await li.says(`/terminate ${firm.uscc} 不符合资格`);
    await li.taps('确认解除');
    office.commands.unavailable = 'notFound';
    const late = await li.says(`/approve ${firm.uscc}`);
    expect(late.text).toContain('「保单已解除」，投保跟踪已经结束');
    expect((await li.says(`/terminate ${firm.uscc} 再来一次`)).buttons).toEqual([]);
  });

  it.each(['approve', 'return', 'terminate', 'invite', 'firm', 'remind'])(
    'is told what is wrong with a code after /%s',
    async (command) => {
      const firm = await office.addFirm(2);
      expect((await li.says(`/${command} ${firm.uscc.slice(0, 16)} 原因`)).text).toContain('16');
      const slip = `${firm.uscc.slice(0, 17)}${firm.uscc.endsWith('1') ? '2' : '1'}`;
      expect((await li.says(`/${command} ${slip} 原因`)).text).toContain(slip);
      expect(office.commands.calls).toEqual([]);
    },
  );

  it('is told which cities there are, and that a firm has nobody who would be told', async () => {
    const firm = await office.addFirm(2);
    expect((await li.says('/remind 城市=火星')).text).toContain('南京');
    expect((await li.says('/remind 淮安')).text).toContain('范围：城市：淮安');
    expect((await li.says(`/approve ${firm.uscc}`)).text).toContain('请电话告知');
    const other = await office.addFirm(4);
    await office.contactOf(other, '小王');
    expect((await li.says(`/approve ${other.uscc}`)).text).toContain('会通知已关联的联系人');
  });

  it('makes a link code that works for seven days and is written down nowhere', async () => {
    const firm = await office.addFirm(2);
    const invited = await li.says(`/invite ${firm.uscc}`);
    const code = /关联码：(\w+)/.exec(invited.text)?.[1] ?? '';
    expect(invited.text).toContain(`https://t.me/tongbao_bot?start=${code}`);
    expect(invited.text).toContain('2022年3月9日前有效');
    expect(JSON.stringify(office.logged)).not.toContain(code);
    office.setNow('2022-03-09T01:59:00.000Z');
    expect((await office.person('小王').says(`/start ${code}`)).text).toContain(firm.name);

    const late = /关联码：(\w+)/.exec((await li.says(`/invite ${firm.uscc}`)).text)?.[1] ?? '';
    office.setNow('2022-03-17T02:00:00.000Z');
    expect((await office.person('小陈').says(`/start ${late}`)).text).toContain('已经过期');
  });
});

describe('others', () => {
  it.each([
    '/pending',
    '/firm 虚构',
    `/approve ${fictionalUscc(2)}`,
    `/invite ${fictionalUscc(2)}`,
    '/remind 全部',
  ])('are refused %s, in the log and by name in no file', async (command) => {
    await office.addFirm(2);
    const stranger = office.person('路人');
    const refused = await stranger.says(command);
    expect(refused.text).toContain('只有工作人员可以用');
    expect(office.commands.calls).toEqual([]);
    expect(office.logged).toContainEqual({
      level: 'warn',
      message: 'staff.refused',
      fields: { identityId: await stranger.identityId(), command: command.slice(1).split(' ')[0] },
    });
  });

  it('get nothing about a firm that is not theirs, whichever way they ask', async () => {
    const own = await office.addFirm(1);
    const other = await office.addFirm(2);
    const wang = await office.contactOf(own, '小王');
    for (const verb of ['status', 'steps', 'help', 'nextReminder'] as const) {
      const shown = await wang.tapsData(`${verb}|${other.uscc}`);
      expect(shown.text).not.toContain(other.name);
    }
    for (const data of [`report|${other.uscc}|submitted`, `snooze|${other.uscc}|5`]) {
      expect((await wang.tapsData(data)).text).toContain('没有关联这家企业');
    }
    for (const text of [other.uscc, `/status ${other.uscc}`, `/status ${fictionalUscc(99)}`]) {
      expect((await wang.says(text)).text).toContain('没有关联这家企业');
    }
    expect((await wang.says(other.name)).text).not.toContain('待企业确认');
    expect(office.commands.calls).toEqual([]);
  });
});

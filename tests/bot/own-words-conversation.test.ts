import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';
import type { Firm } from '../../activities/ports/store.ts';

let office: EngineOffice;
let firm: Firm;
let wang: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  firm = await office.addFirm(2);
  wang = await office.contactOf(firm, '小王');
});
afterEach(() => office.dispose());

const commands = (): string[] => office.commands.calls.map((c) => c.command);

describe('a wrong report', () => {
  it('of the last step is taken back, and reminders go on', async () => {
    await wang.says('/steps');
    const reported = await wang.taps('完成投保');
    expect(reported.text).toContain('等工作人员核实');
    expect(reported.buttons).toContain('报错了，改回去');
    const picker = await wang.taps('报错了，改回去');
    expect(picker.buttons).toContain('还没开始');
    expect(picker.buttons).toContain('企业数据授权');
    expect(picker.buttons).not.toContain('完成投保');
    const corrected = await wang.taps('制章');
    expect(corrected.text).toContain('自己报告已做完「制章」');
    expect(corrected.text).toContain('下次是2022年3月9日');
    const status = await wang.says('进度');
    expect(status.text).toContain('已做到「制章」');
    expect(status.text).toContain('企业更正：实际做完「制章」');
    expect(status.text).toContain('下次提醒：2022年3月9日');
    expect(status.buttons).toContain('报错了，改回去');
  });

  it('is taken back altogether, from the words of the contact', async () => {
    await wang.says('/steps');
    await wang.taps('企业实名认证');
    expect((await wang.says('我点错了')).buttons).toEqual(['还没开始']);
    expect((await wang.taps('还没开始')).text).toContain('还没有做完任何一步');
    const status = await wang.says('进度');
    expect(status.text).toContain('还没有报告过');
    expect(status.text).toContain('企业更正：还没有开始');
    expect(status.buttons).not.toContain('报错了，改回去');
  });

  it('is not looked for where nothing was reported, or by somebody else', async () => {
    expect((await wang.says('我点错了')).text).toContain('没有要改的');
    const zhang = await office.contactOf(await office.addFirm(4), '小张');
    expect((await zhang.tapsData(`correct|${firm.uscc}|none`)).text).toContain('没有关联这家企业');
    expect(commands()).toEqual([]);
  });

  it('cannot be taken back once the status is past it', async () => {
    await wang.says('/steps');
    await wang.taps('制章');
    await (await office.staff('李')).says(`/approve ${firm.uscc}`);
    expect((await wang.says('我点错了')).text).toContain('不用再报告步骤');
    expect((await wang.tapsData(`correct|${firm.uscc}|none`)).text).toContain('不用再报告步骤');
  });
});

describe('what a contact says to have done', () => {
  it('is offered as a report, and recorded only with the tap', async () => {
    const asked = await wang.says('我们已经制章了');
    expect(asked.text).toContain('办到「制章」了吗');
    expect(asked.buttons).toEqual(['是的，报告「制章」', '报告进度']);
    expect(commands()).toEqual([]);
    expect((await wang.taps('是的，报告「制章」')).text).toContain('已做完「制章」');
    expect((await wang.says('我们实名认证做完了')).text).toContain('算已经做完');
    expect((await wang.says('全部做完了')).buttons).toContain('是的，报告「完成投保」');
    await wang.taps('是的，报告「完成投保」');
    expect((await wang.says('我已经提交了')).text).toContain('等工作人员核实');
  });

  it('is answered with the status when there is nothing to report', async () => {
    await (await office.staff('李')).says(`/approve ${firm.uscc}`);
    expect((await wang.says('全部做完了')).text).toContain('审批通过');
  });

  it('is a question to the answerer when nobody knows who speaks', async () => {
    expect((await office.person('路人').says('我们已经制章了')).buttons).not.toContain('报告进度');
  });

  it('asks which firm, of several', async () => {
    const other = await office.addFirm(4);
    await office.stores.identities.linkFirm(await wang.identityId(), other.uscc);
    expect((await wang.says('全部做完了')).buttons).toContain(other.name);
  });
});

it('tells the own reason of a return, however shortly it is asked for', async () => {
  await (await office.staff('李')).says(`/return ${firm.uscc} 不在核准名单内`);
  for (const text of ['为什么被退回', '退回原因', '为什么还没通过']) {
    expect((await wang.says(text)).text).toContain('原因：不在核准名单内');
  }
  expect((await office.person('路人').says('为什么被退回')).text).toContain('来源');
});

it.each(['下一步呢', '然后呢', '接下来呢', '下一步怎么做'])(
  'helps with the current page for "%s"',
  async (text) => {
    await wang.says('/steps');
    await wang.taps('确认投保');
    expect((await wang.says(text)).buttons).toContain('这一步做完了');
  },
);

it('redeems a code within a sentence', async () => {
  const target = { purpose: 'firm', uscc: firm.uscc } as const;
  await office.stores.identities.mintCode(target, '82WQ3YEGX0', '2022-03-09T00:00:00.000Z', 'test');
  const shown = await office.person('小张').says('我的码是 82WQ3YEGX0');
  expect(shown.text).toContain(`您已关联「${firm.name}」`);
});

it('hears a wish in the middle of the eligibility questions', async () => {
  await wang.says('资格');
  expect((await wang.says('别再提醒了')).text).toContain('不再发给您');
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';

let office: EngineOffice;
beforeEach(async () => {
  office = await openEngineOffice();
});
afterEach(() => office.dispose());

describe('a firm is linked', () => {
  it('with the code from a deep link, once', async () => {
    const firm = await office.addFirm(2);
    await office.stores.identities.mintCode(
      { purpose: 'firm', uscc: firm.uscc },
      '7KQ2M9XD4R',
      '2022-03-09T00:00:00.000Z',
      'test',
    );
    const wang = office.person('小王');
    const linked = await wang.says('/start 7KQ2M9XD4R');
    expect(linked.text).toContain(`您已关联「${firm.name}」`);
    expect(linked.buttons).toEqual(['看进度', '这一步怎么做']);
    expect((await wang.says('/start')).text).toContain(firm.name);
    expect((await office.person('老李').says('7KQ2M9XD4R')).text).toContain('已经被用过了');
  });

  it('with a code typed as people type', async () => {
    const firm = await office.addFirm(2);
    await office.stores.identities.mintCode(
      { purpose: 'firm', uscc: firm.uscc },
      '7KQ2M0XD41',
      '2022-03-09T00:00:00.000Z',
      'test',
    );
    expect((await office.person('小王').says('7kq2m-oxd4l')).text).toContain(firm.name);
  });

  it('not with a code that is unknown, expired, or tried too often', async () => {
    const firm = await office.addFirm(2);
    await office.stores.identities.mintCode(
      { purpose: 'firm', uscc: firm.uscc },
      '7KQ2M9XD4R',
      '2022-03-01T00:00:00.000Z',
      'test',
    );
    const wang = office.person('小王');
    expect((await wang.says('/link 7KQ2M9XD4R')).text).toContain('已经过期');
    for (let i = 0; i < 10; i += 1) expect((await wang.says('/link 0000000A0B')).text).toContain('没有找到');
    expect((await wang.says('/link 0000000A0B')).text).toContain('一小时后再试');
  });
});

describe('a contact', () => {
  it('sees the official status, the own word apart from it, the next reminder and what happened', async () => {
    const firm = await office.addFirm(2);
    const wang = await office.contactOf(firm, '小王');
    const before = await wang.says('我们到哪一步了');
    expect(before.text).toContain(`${firm.name}：待企业确认（2022年3月1日起）`);
    expect(before.text).toContain('还没有报告过');
    expect(before.text).toContain('下次提醒：2022年3月4日 09:30');

    await wang.taps('报告进度');
    const reported = await wang.taps('确认投保');
    expect(reported.replies[0]?.kind).toBe('edit');
    expect(reported.toast).toBe('记下了');
    expect(reported.text).toContain('不代表审核结果');

    const after = await wang.says('/status');
    expect(after.text).toContain(`${firm.name}：待企业确认`);
    expect(after.text).toContain('贵公司自己报告：已做到「确认投保」（2022年3月2日）');
    expect(after.text).toContain('企业报告「确认投保」');
  });

  it('is offered only the steps that are left, two to a row', async () => {
    const wang = await office.contactOf(await office.addFirm(2), '小王');
    await wang.says('/steps');
    await wang.taps('制章');
    const left = await wang.taps('报告进度');
    expect(left.buttons).toEqual(['签署协议', '企业数据授权', '完成投保', '这一步怎么做']);
    expect(left.replies[0]?.message.buttons.map((row) => row.length)).toEqual([2, 1, 1]);
  });

  it('is told that reminders pause, and that it is not official, after reporting the last step', async () => {
    const wang = await office.contactOf(await office.addFirm(2), '小王');
    await wang.says('/steps');
    expect((await wang.taps('完成投保')).text).toContain('正式结果以审核为准');
    const status = await wang.says('进度');
    expect(status.text).toContain('待企业确认');
    expect(status.text).toContain('提醒已经暂停');
    expect(status.text).not.toContain('下次提醒');
  });

  it('gets help with the page after the reported one, with its source and a person to call', async () => {
    const wang = await office.contactOf(await office.addFirm(2), '小王');
    await wang.says('/steps');
    await wang.taps('确认投保');
    const help = await wang.taps('这一步怎么做');
    expect(help.text).toContain('保存印章并生成协议');
    expect(help.text).toContain('来源');
    for (const person of office.pack.contacts.operation) {
      expect(help.text).toContain(person.name);
      expect(help.text).toContain(person.phone);
    }
    expect((await wang.taps('这一步做完了')).text).toContain('已做完「制章」');
  });

  it('can ask for quiet', async () => {
    const wang = await office.contactOf(await office.addFirm(2), '小王');
    await wang.says('进度');
    expect((await wang.taps('5个工作日后再提醒')).text).toContain('2022年3月9日 09:30之前不再提醒');
    const shown = await wang.says('进度');
    expect(shown.text).toContain('按您的要求');
    const again = await wang.taps('5个工作日后再提醒');
    expect(again.text).toContain('之前已经说好了');
    expect(office.commands.calls.filter((c) => c.command === 'snooze')).toHaveLength(1);
  });

  it('hears so when quiet changes nothing, as the next reminder is later anyway', async () => {
    const wang = await office.contactOf(await office.addFirm(2), '小王');
    await wang.says('进度');
    expect((await wang.taps('明天再提醒')).text).toContain('本来就安排在2022年3月4日 09:30');
  });

  it('with several firms chooses which one', async () => {
    const one = await office.addFirm(1);
    const two = await office.addFirm(2);
    const wang = await office.contactOf(one, '小王');
    await office.stores.identities.linkFirm(await wang.identityId(), two.uscc);
    expect((await wang.says('进度')).buttons.sort()).toEqual([one.name, two.name].sort());
    const chosen = await wang.taps(two.name);
    expect(chosen.text).toContain(two.name);
    expect(chosen.text).not.toContain(one.name);
    expect((await wang.says(one.uscc)).text).toContain(one.name);
  });

  it('sees the reason of a return, and is not asked for steps any more', async () => {
    const firm = await office.addFirm(2);
    const wang = await office.contactOf(firm, '小王');
    await (await office.staff('李')).says(`/return ${firm.uscc} 不在核准名单内`);
    const status = await wang.says('我们为什么被退回了');
    expect(status.text).toContain('已退回');
    expect(status.text).toContain('原因：不在核准名单内');
    expect(status.buttons).toContain('申请被退回');
    expect(status.buttons).not.toContain('报告进度');
    expect((await wang.says('/steps')).text).toContain('不用再报告步骤');
  });

  it('of a firm that is not on the list is told so', async () => {
    const wang = await office.contactOf(await office.addFirm(3, { listed: false }), '小王');
    expect((await wang.says('进度')).text).toContain('没有待办的投保');
  });

  it('hears honestly that nothing was recorded while the engine is down, and still sees the status', async () => {
    const wang = await office.contactOf(await office.addFirm(2), '小王');
    office.commands.unavailable = 'unreachable';
    await wang.says('/steps');
    expect((await wang.taps('制章')).text).toContain('没有记下来');
    expect((await wang.taps('看进度')).text).toContain('还没有报告过');
  });

  it('may name the own firm, and gets policy answers though a company is named', async () => {
    const firm = await office.addFirm(2);
    const wang = await office.contactOf(firm, '小王');
    expect((await wang.says(firm.name)).text).toContain('待企业确认');
    expect((await wang.says('虚构锦程进出口有限公司的赔付比例是多少')).text).toContain('80%');
    expect((await wang.says('虚构锦程进出口有限公司')).text).toContain('只能说您自己关联的企业');
  });
});

describe('somebody unknown', () => {
  it('learns how to link when asking for a status', async () => {
    const shown = await office.person('路人').says('我们公司到哪一步了');
    expect(shown.text).toContain('关联码');
    expect(shown.buttons).toContain('查参保资格');
  });

  it('gets the way page by page for /steps', async () => {
    const shown = await office.person('路人').says('/steps');
    expect(shown.buttons).toContain('制章');
    expect(shown.text).toContain('关联码');
  });

  it('gets a cited answer with what one may ask next, and an honest hand-off', async () => {
    const stranger = office.person('路人');
    const answer = await stranger.says('赔付比例是多少');
    expect(answer.text).toContain(`${office.pack.payout.ratioPercent ?? ''}%`);
    expect(answer.text).toContain('来源');
    expect(answer.buttons).toContain('最高赔偿额');
    expect((await stranger.taps('最高赔偿额')).text).toContain('来源');
    expect((await stranger.says('今天天气怎么样')).text).not.toContain('来源');
  });

  it('is told what a message without text, an old button and an unknown command are', async () => {
    const stranger = office.person('路人');
    expect((await stranger.says('')).text).toContain('文字');
    expect((await stranger.tapsData('old|button')).toast).toContain('失效');
    expect((await stranger.says('/nonsense')).text).toContain('/help');
  });
});

it('answers English in English, and Chinese in Chinese whatever the client speaks', async () => {
  const firm = await office.addFirm(2);
  const wang = await office.contactOf(firm, '小王');
  expect((await wang.says('Where are we?')).text).toContain('waiting for the firm to confirm');
  const john = office.person('John', { locale: 'en' });
  expect((await john.says('/help')).text).toContain('This is what I can do');
  expect((await john.says('赔付比例是多少')).text).toContain('赔付比例');
});

it('marks a demo firm as such', async () => {
  const trial = await openEngineOffice({ mode: 'trial' });
  try {
    const wang = await trial.contactOf(await trial.addFirm(2), '小王');
    const status = await wang.says('进度');
    expect(status.text).toContain('【演示数据】');
    expect((await wang.taps('演示：快进到下次提醒')).text).toContain('演示时钟');
  } finally {
    await trial.dispose();
  }
});

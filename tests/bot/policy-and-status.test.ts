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

describe('a verified contact in private', () => {
  it('who asks about a step hears the rule with its source, and where the firm stands', async () => {
    await wang.says('/steps');
    await wang.taps('确认投保');
    const shown = await wang.says('制章怎么弄');
    expect(shown.text).toContain('保存印章并生成协议');
    expect(shown.text).toContain('来源');
    expect(shown.text).toContain(`${firm.name}：待企业确认`);
    expect(shown.text).toContain('已做到「确认投保」');
    expect(shown.text).toContain('接下来要做：「制章」');
    expect(shown.buttons).toContain('这一步怎么做');
  });

  it('who asks whether the own firm qualifies hears the rule and where it stands, and may check', async () => {
    const shown = await wang.says('我们有资格吗');
    expect(shown.text).toContain('核准名单');
    expect(shown.text).toContain('来源');
    expect(shown.text).toContain(`${firm.name}：待企业确认`);
    expect((await wang.taps('查参保资格')).text).toContain('出口额');
  });

  it.each<[string, string, string]>([
    ['/return', '已退回', '退回通知'],
    ['/approve', '审批通过', '信步天下'],
  ])(
    'who asks why it has not passed after %s hears the status and the rule behind it',
    async (command, status, rule) => {
      await (await office.staff('李')).says(`${command} ${firm.uscc} 不在核准名单内`);
      const shown = await wang.says('为什么还没通过');
      expect(shown.text).toContain(status);
      expect(shown.text).toContain(rule);
      expect(shown.text).toContain('来源');
    },
  );

  it.each([
    'why has ours not been approved yet',
    'why is it still pending',
    '/ask why is our application still pending',
    "why hasn't our application been approved",
  ])('who asks in English "%s" hears the rule, where the firm stands and what to do', async (text) => {
    const shown = await wang.says(text);
    expect(shown.text).toContain(firm.name);
    expect(shown.text).toContain('Source');
    expect(shown.text).toContain('Next');
  });

  it.each([
    'what is the status of our application',
    'has my application gone through?',
    '我们的申请怎么样了',
  ])('who asks "%s" hears where the firm stands', async (text) => {
    expect((await wang.says(text)).text).toContain(firm.name);
  });

  it('who asks after a firm that is named hears only of the own one', async () => {
    const other = await office.addFirm(4);
    expect((await wang.says(`${firm.name}批了没`)).text).toContain(`${firm.name}：待企业确认`);
    const shown = await wang.says(`${other.name}到哪一步了`);
    expect(shown.text).not.toContain('待企业确认');
    expect(shown.text).not.toContain(other.name);
  });

  it('who asks where we are and what is next hears both', async () => {
    const shown = await wang.says('我做到哪了，下一步怎么弄');
    expect(shown.text).toContain(`${firm.name}：待企业确认`);
    expect(shown.text).toContain('接下来要做：「企业实名认证」');
    expect(shown.text).toContain('来源');
  });

  it('who asks about the cover only gets the rule', async () => {
    expect((await wang.says('赔付比例是多少')).text).not.toContain(firm.name);
  });

  it('of a few firms hears a line on each, of many is asked which', async () => {
    const second = await office.addFirm(4);
    await office.stores.identities.linkFirm(await wang.identityId(), second.uscc);
    const shown = await wang.says('制章怎么弄');
    expect(shown.text).toContain(`${firm.name}：待企业确认`);
    expect(shown.text).toContain(`${second.name}：待企业确认`);
    for (let n = 6; n <= 12; n += 2) {
      await office.stores.identities.linkFirm(await wang.identityId(), (await office.addFirm(n)).uscc);
    }
    const many = await wang.says('制章怎么弄');
    expect(many.text).toContain('想看哪一家');
    expect(many.text).not.toContain('待企业确认');
    expect(many.buttons).toContain(second.name);
  });
});

describe('somebody whose firm is not known', () => {
  it('gets the rule and how to link', async () => {
    for (const text of ['我们公司制章怎么弄', '为什么我们还没通过', '我做到哪了，下一步怎么弄']) {
      const shown = await office.person(text).says(text);
      expect(shown.text).toContain('关联码');
      expect(shown.text).not.toContain(firm.name);
    }
    expect((await office.person('路人').says('为什么我们还没通过')).text).toContain('来源');
  });

  it('is not told at each question how to link', async () => {
    expect((await office.person('路人').says('制章怎么弄')).text).not.toContain('关联码');
  });
});

it.each([
  '制章怎么弄',
  '我们有资格吗',
  '为什么还没通过',
  '为什么我们还没通过',
  '我做到哪了，下一步怎么弄',
  '然后呢',
  '我们的申请批了没',
  '怎么一直没动静',
  'why is it still pending',
  'what is the status of our application',
  'has my application gone through?',
  'why has ours not been approved yet',
])('says only the rule in a group, for "%s"', async (text) => {
  await wang.says('/steps');
  await wang.taps('确认投保');
  await wang.says('制章怎么弄');
  const shown = await wang.saysInGroup(text);
  for (const secret of [
    firm.name,
    firm.uscc,
    '待企业确认',
    '自己报告',
    '接下来要做',
    '下次提醒',
    'reported',
    'reminder',
  ]) {
    expect(JSON.stringify(shown)).not.toContain(secret);
  }
  expect(office.commands.calls.filter(({ command }) => command !== 'reportStep')).toEqual([]);
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let asker: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  asker = office.person('小陈');
});
afterEach(() => office.dispose());

describe('the eligibility check', () => {
  it('asks value, province and list, and gives the reason of each', async () => {
    expect((await asker.says('/eligible')).text).toContain('2021年全年的出口额');
    expect((await asker.says('45万美元')).text).toContain('江苏省的企业吗');
    expect((await asker.taps('是')).buttons).toEqual(['是', '不是', '不清楚']);
    const verdict = await asker.taps('是');
    expect(verdict.text).toContain('符合参保资格');
    expect(verdict.text).toContain('45万美元');
    expect(verdict.text).toContain('江苏省');
    expect(verdict.text).toContain('名单');
    expect(verdict.text).toContain('来源');
  });

  it('takes typed answers too', async () => {
    await asker.says('资格');
    await asker.says('2021年出口额是45万美元');
    await asker.says('是的');
    expect((await asker.says('不清楚')).text).toContain('核实');
  });

  it('takes a bare number as the dollars that it asked for', async () => {
    await asker.says('/eligible');
    expect((await asker.says('45万')).text).toContain('江苏省的企业吗');
  });

  it('refuses another province by tap and by name', async () => {
    await asker.says('/eligible');
    await asker.says('45万美元');
    await asker.taps('不是');
    expect((await asker.taps('不清楚')).text).toContain('不符合');

    await asker.says('/eligible');
    await asker.says('45万美元');
    await asker.says('我们在浙江');
    expect((await asker.taps('是')).text).toContain('浙江');
  });

  it('asks for the dollars again when yuan were given', async () => {
    await asker.says('/eligible');
    await asker.says('300万人民币');
    await asker.taps('是');
    const unclear = await asker.taps('是');
    expect(unclear.text).toContain('美元');
    const settled = await asker.says('46万美元');
    expect(settled.text).toContain('符合参保资格');
  });

  it('answers at once from one sentence, on condition where 去年 is not the base year', async () => {
    office.setNow('2026-03-02T02:00:00.000Z');
    const verdict = await asker.says('去年出口45万美金');
    expect(verdict.text).toContain('2021年');
    expect(verdict.text).toContain('2025年');
    expect(verdict.text).not.toContain('按您说的情况，贵公司符合');
    expect(verdict.buttons).toContain('接着查');
    expect((await asker.taps('接着查')).text).toContain('江苏省的企业吗');
  });

  it('judges a sentence against the base year without condition where it is that year', async () => {
    expect((await asker.says('2021年出口20万美元能参加吗')).text).toContain('低于下限');
  });

  it('answers a policy question in between and comes back', async () => {
    await asker.says('/eligible');
    await asker.says('45万美元');
    const between = await asker.says('赔付比例是多少');
    expect(between.text).toContain('80%');
    expect(between.text).toContain('江苏省的企业吗');
    await asker.taps('是');
    expect((await asker.taps('是')).text).toContain('符合参保资格');
  });

  it('asks again for what it did not understand, and stops when told to', async () => {
    await asker.says('/eligible');
    expect((await asker.says('蛮多的')).text).toContain('没看懂');
    expect((await asker.says('取消')).text).toContain('先到这里');
    expect((await asker.tapsData('eligibility|yes')).toast).toContain('失效');
  });

  it('forgets a question that was left for long', async () => {
    await asker.says('/eligible');
    office.setNow('2022-03-02T04:00:00.000Z');
    expect((await asker.says('是')).text).not.toContain('江苏省的企业吗');
  });

  it('ends when another matter comes up', async () => {
    await asker.says('/eligible');
    await asker.says('/help');
    expect((await asker.says('蛮多的')).text).not.toContain('没看懂');
  });
});

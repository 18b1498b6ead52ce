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
    expect((await asker.taps('不是')).text).toContain('不符合');

    await asker.says('/eligible');
    await asker.says('45万美元');
    const refused = await asker.says('我们在浙江');
    expect(refused.text).toContain('不符合参保资格');
    expect(refused.text).toContain('浙江');
    expect(refused.text).not.toContain('名单');
    expect(refused.buttons).not.toContain('接着查');
  });

  it('asks for the dollars again when yuan were given', async () => {
    await asker.says('/eligible');
    const unclear = await asker.says('300万人民币');
    expect(unclear.text).toContain('不替您换算');
    expect(unclear.text).toContain('美元金额');
    expect(unclear.text).not.toContain('江苏省的企业吗');
    expect((await asker.says('300万人民币')).text).toContain('不替您换算');
    expect((await asker.says('46万美元')).text).toContain('江苏省的企业吗');
    await asker.taps('是');
    expect((await asker.taps('是')).text).toContain('46万美元');
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

  it('says how it read a value before it asks on', async () => {
    await asker.says('/eligible');
    expect((await asker.says('45万美元')).text).toContain('按2021年45万美元算');
    const other = await asker.says('那60万美元呢');
    expect(other.text).toContain('按2021年60万美元算');
    expect(other.text).toContain('江苏省的企业吗');
  });

  it.each([
    ['20万美元能参加吗', '低于下限30万美元'],
    ['301万美元能不能参加', '超过上限300万美元'],
    ['301万美元可以吗？', '超过上限300万美元'],
    ['我们在浙江，2021年出口100万美元', '浙江'],
    ['我们不在名单里', '核准名单'],
  ])('ends with a refusal at “%s”, whatever was said before', async (text, because) => {
    for (const before of [['/eligible'], ['/eligible', '45万美元'], ['/eligible', '45万美元', '是']]) {
      for (const said of before) await asker.says(said);
      const refused = await asker.says(text);
      expect(refused.text).toContain('按您说的情况，贵公司不符合参保资格');
      expect(refused.text).toContain(because);
      expect(refused.text).not.toContain('江苏省的企业吗');
      expect(refused.text).not.toMatch(/请确认|请向当地商务局核实/);
      expect(refused.buttons).not.toContain('接着查');
    }
    expect((await asker.tapsData('eligibility|yes')).toast).toContain('失效');
    expect((await asker.tapsData('eligibility|start')).text).toContain('2021年全年的出口额');
  });

  it('judges another value after a verdict, with what is known', async () => {
    await asker.says('我们是江苏的，2021年出口45万美元，在核准名单里，能参加吗');
    expect((await asker.says('20万美元能参加吗')).text).toContain('按您说的情况，贵公司不符合');
    expect((await asker.says('50万美元呢')).text).toContain('按您说的情况，贵公司符合');
    expect((await asker.says('50万欧元可以吗')).text).toContain('请换成美元');
    expect((await asker.says('55万美元')).text).toContain('按您说的情况，贵公司符合');
  });

  it.each([['/eligible'], ['/eligible', '45万美元'], ['/eligible', '45万美元', '是']])(
    'wants dollars for euros after %s %s %s',
    async (...before) => {
      for (const said of before) await asker.says(said);
      const euros = await asker.says('50万欧元可以吗');
      expect(euros.text).toContain('请换成美元');
      expect(euros.text).not.toContain('江苏省的企业吗');
    },
  );

  it('asks which currency it was, without a word of a result, and takes the currency alone', async () => {
    office.setNow('2026-03-02T02:00:00.000Z');
    const unclear = await asker.says('我们去年出口45万');
    expect(unclear.text).toContain('美元还是人民币');
    expect(unclear.text).toContain('请告诉我2021年的数');
    expect(unclear.text).not.toContain('结论');
    expect((await asker.says('是美元')).text).toContain('江苏省的企业吗');
  });

  it('keeps to the verdict that a value was a rough one', async () => {
    await asker.says('/eligible');
    await asker.says('大概45万美元');
    await asker.taps('是');
    expect((await asker.taps('是')).text).toContain('大概数');
  });

  it.each([
    '买家不付钱怎么索赔',
    '读卡器没反应',
    '最高赔15万美元吗',
    '苏州的商务局电话是多少',
    '30万美元是含还是不含',
  ])('answers “%s” in the middle, and offers the way back', async (question) => {
    for (const before of ['/eligible', '45万美元']) {
      await asker.says(before);
      const { replies } = await asker.says(question);
      const [answer, back] = replies.map((r) => r.message);
      expect(replies).toHaveLength(2);
      expect(answer?.paragraphs.join()).not.toMatch(/没看懂|请点/);
      expect(back?.paragraphs).toEqual([expect.stringContaining('回到刚才的资格核对：贵公司')]);
    }
    await asker.taps('是');
    expect((await asker.taps('是')).text).toContain('符合参保资格');
  });

  it('notes what is said before it is asked', async () => {
    await asker.says('/eligible');
    expect((await asker.says('我们在苏州，在名单里')).text).toContain('2021年全年的出口额');
    expect((await asker.says('45万美元')).text).toContain('按您说的情况，贵公司符合');

    await asker.says('资格');
    await asker.says('45万美元');
    expect((await asker.says('在名单里')).text).toContain('江苏省的企业吗');
    expect((await asker.says('是')).text).toContain('按您说的情况，贵公司符合');
  });

  it.each(['两百多万美元', '几十万美金能参加吗'])('wants a definite amount after “%s”', async (text) => {
    await asker.says('/eligible');
    expect((await asker.says(text)).text).toContain('具体美元金额');
  });

  it('takes no doubt about the province for a no', async () => {
    await asker.says('/eligible');
    await asker.says('45万美元');
    const again = await asker.says('不清楚');
    expect(again.text).toContain('江苏省的企业吗');
    expect(again.text).not.toContain('不符合');
    expect((await asker.says('苏州')).text).toContain('名单');
  });

  it('speaks English to the end', async () => {
    const john = office.person('John', { locale: 'en' });
    await john.says('/eligible');
    const listed = await john.says('we exported 400000 dollars in 2021, from Suzhou');
    expect(listed.text).toContain('approved list');
    const verdict = await john.says('yes');
    expect(verdict.text).toContain('a firm in Jiangsu');
    await john.says('/eligible');
    expect((await john.says('400,000 USD')).text).toContain('Is your company in Jiangsu?');
    expect((await john.says('how about 5 million dollars?')).text).toContain('does not qualify');
    expect((await john.says('how about 500000 euros')).text).toContain('assume none');
    expect((await john.says('400,000 USD')).text).toContain('Is your company in Jiangsu?');
    const refused = await john.says('no, we are from Ningbo');
    expect(refused.text).toContain('you said “Zhejiang”');
    expect(verdict.text + refused.text).not.toMatch(/江苏省|浙江/);
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

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';

let office: EngineOffice;
beforeEach(async () => {
  office = await openEngineOffice();
});
afterEach(() => office.dispose());

describe('a follow-up', () => {
  it('is understood from the turn before, in private and after a tapped topic', async () => {
    const asker = office.person('路人');
    await asker.says('赔付比例是多少');
    expect((await asker.says('那银行拖欠呢')).text).toContain('80%');
    await asker.tapsData('topic|seal-step');
    expect((await asker.says('然后呢')).text).toContain('我确认协议条款');
  });

  it('about an amount belongs to the cap that was asked about, not to exports', async () => {
    const asker = office.person('路人');
    await asker.says('最高赔偿额是多少');
    const shown = await asker.says('那20万美元呢');
    expect(shown.text).toContain('最高赔偿额');
    expect(shown.text).not.toContain('核准名单');
  });

  it('is a new matter when the turn before is half an hour old', async () => {
    const asker = office.person('路人');
    await asker.says('赔付比例是多少');
    office.setNow('2022-03-02T02:31:00.000Z');
    expect((await asker.says('那银行拖欠呢')).text).not.toContain('80%');
  });

  it('in a group belongs to the one who asked, not to the group', async () => {
    const wang = office.person('小王');
    const chen = office.person('小陈');
    await wang.saysInGroup('赔付比例是多少');
    await chen.saysInGroup('承保哪些风险');
    expect((await wang.saysInGroup('那银行拖欠呢')).text).toContain('80%');
    expect((await chen.saysInGroup('那银行拖欠呢')).text).not.toContain('80%');
  });

  it('in a group knows nothing of the private chat', async () => {
    const wang = office.person('小王');
    await wang.says('赔付比例是多少');
    expect((await wang.saysInGroup('那银行拖欠呢')).text).not.toContain('80%');
  });

  it('keeps none of the words of a question whose topic is known', async () => {
    const wang = office.person('小王');
    await wang.says('我是小王，赔付比例是多少');
    expect(JSON.stringify(await office.stores.conversations.load('talk:telegram:user-小王'))).not.toContain(
      '我是小王',
    );
  });
});

describe('a clarifying question', () => {
  it('offers topics to tap, twice in a row at most, and then names a person', async () => {
    const seen: (number | undefined)[] = [];
    // Vague whatever is said: which sentences really are is the language model's matter.
    const vague = (real: PolicyAnswerer): PolicyAnswerer => ({
      ...real,
      ask(question, locale, context) {
        seen.push(context?.clarified);
        const handedOver = real.ask('', locale);
        if ((context?.clarified ?? 0) >= 2) return handedOver;
        const alternatives = ['seal-step', 'confirm-step', 'contacts', 'app'] as const;
        const parts = [{ topic: null, outcome: 'clarify' as const }];
        return { ...handedOver, question, outcome: 'clarify', alternatives: [...alternatives], parts };
      },
    });
    await office.dispose();
    office = await openEngineOffice({ answering: vague });
    const asker = office.person('路人');
    expect((await asker.says('盖那个')).buttons).toEqual(['制章', '确认投保', '联系方式']);
    expect((await asker.says('盖那个东西')).buttons).toContain('制章');
    expect((await asker.says('就是盖那个')).buttons).not.toContain('制章');
    expect(seen).toEqual([undefined, 1, 2]);
    await asker.says('盖那个');
    expect((await asker.taps('制章')).text).toContain('保存印章并生成协议');
    await asker.says('盖那个');
    expect(seen.at(-1)).toBe(0);
  });
});

describe('an answer in a group', () => {
  it('is the first line and its source, with a link to the details in private', async () => {
    const asker = office.person('小王');
    const inGroup = await asker.saysInGroup('用法人卡怎么登录');
    const inPrivate = await asker.says('用法人卡怎么登录');
    expect(inGroup.text.length).toBeLessThan(inPrivate.text.length);
    expect(inGroup.text).toContain('来源');
    expect(inGroup.links).toEqual(['https://t.me/tongbao_bot?start=about-login-card']);
    const followed = await asker.says('/start about-login-card');
    expect(followed.text).toContain('读卡器');
    expect(followed.text).toContain('来源');
  });

  it('that is short anyway stays whole', async () => {
    expect((await office.person('小王').saysInGroup('制章怎么弄')).links).toEqual([]);
  });
});

describe('what one may ask next', () => {
  it('is the next page after a page, and the check of the own firm after the rule', async () => {
    const asker = office.person('路人');
    expect((await asker.tapsData('topic|confirm-step')).buttons).toContain('制章');
    const rule = await asker.tapsData('topic|eligibility');
    expect(rule.buttons).toContain('查参保资格');
    expect((await asker.taps('查参保资格')).text).toContain('出口额');
  });
});

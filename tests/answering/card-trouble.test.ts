import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { openAnswerer } from './open-answerer.ts';

let answerer: PolicyAnswerer;
let pack: PolicyPack;
beforeAll(async () => {
  ({ answerer, pack } = await openAnswerer());
});

describe('an exporter whose card reader will not work', () => {
  it.each([
    '读卡器登录不上怎么办',
    '读卡器没反应',
    '卡插了没反应',
    'ukey识别不了',
    '读不出卡',
    '卡读不出来',
    '密码输了登不进去',
    '登不上去',
    'my card reader does not work',
  ])('is told what the notice says to check: %s', (question) => {
    const { outcome, topic, text, citations } = answerer.ask(question);
    expect({ outcome, topic }).toEqual({
      outcome: 'answer',
      topic: expect.stringMatching(/^(login-card|requirements-system)$/) as string,
    });
    expect(text).toContain(pack.systemRequirements.clientSoftware);
    for (const contact of pack.contacts.operation) expect(text).toContain(contact.phone);
    expect(citations).not.toEqual([]);
  });

  it('may be asked whether it is the card or the computer, where either may be at fault', () => {
    const { outcome, topic, alternatives } = answerer.ask('登录页面打不开');
    const either = ['login-card', 'requirements-system'];
    expect(outcome === 'clarify' ? alternatives : [topic]).toSatisfy((topics: string[]) =>
      topics.every((id) => either.includes(id)),
    );
  });

  it.each([
    '读卡器登录不上怎么办，周五截止',
    '周五就截止了，读卡器用不了怎么办',
    '法人卡读不出来周五截止怎么办',
    'card reader will not work and the deadline is Friday',
  ])('hears that the notice names no deadline: %s', (question) => {
    const answer = answerer.ask(question);
    expect(answer.parts).toEqual([
      { topic: 'login-card', outcome: 'answer' },
      { topic: null, outcome: 'handoff' },
    ]);
    expect(answer.explain?.[1]?.subject).toBe('deadline');
  });

  it.each([
    '法人卡丢了怎么办',
    '法人卡怎么办理',
    '法人卡密码忘了怎么登录',
    '忘记介质密码登录不了',
    'i forgot the card password, how do i log in',
    '卡被锁了登录不了',
    '卡过期了登不上',
    '电子口岸卡多少钱',
    '读卡器在哪买',
  ])('is sent to a person where the card itself is the matter: %s', (question) => {
    const answer = answerer.ask(question);
    expect(answer.outcome).toBe('handoff');
    expect(answer.explain?.[0]?.subject).toBe('card-admin');
  });
});

describe('what the notice leaves open', () => {
  it.each([
    ['最晚哪天要确认', 'deadline'],
    ['保单从哪天开始到哪天结束', 'policy-period'],
    ['提交之后多久审批', 'review-time'],
    ['保费到底谁出', 'premium'],
    ['这是强制的吗', 'obligation'],
    ['帮我查下我们公司在不在名单里', 'own-record'],
    ['邀请码找谁要', 'invitation-source'],
    ['出口额是按报关金额还是收汇金额算的', 'unstated'],
  ])('is said to be open: %s', (question, subject) => {
    const answer = answerer.ask(question);
    expect(answer.outcome).toBe('handoff');
    expect(answer.explain?.[0]?.subject).toBe(subject);
    for (const place of pack.contacts.policyQuestions) expect(answer.text).toContain(place['zh-CN']);
  });
});

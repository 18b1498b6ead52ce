import { beforeAll, describe, expect, it } from 'vitest';
import { splitQuestions } from '../../knowledge/answering/split.ts';
import { normalize } from '../../knowledge/answering/text/normalize.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { openAnswerer } from './open-answerer.ts';

let answerer: PolicyAnswerer;
beforeAll(async () => {
  ({ answerer } = await openAnswerer());
});

const topicsOf = (question: string): (string | null)[] =>
  answerer.ask(question).parts.map((part) => part.topic);

describe('several questions in one message', () => {
  it.each([
    ['赔付比例是多少？账期最长多少天？', ['payout-ratio', 'credit-term']],
    ['怎么投保；QQ群号是多少', ['how-to-apply', 'qq-group']],
    ['要交钱吗，另外制章怎么弄', ['fees', 'seal-step']],
    ['赔付比例和最高赔偿额是多少', ['payout-ratio', 'max-indemnity']],
    ['what is the payout ratio? and is it free?', ['payout-ratio', 'fees']],
  ])('answers each of "%s"', (question, topics) => {
    expect(topicsOf(question)).toEqual(topics);
  });

  it('joins the texts and cites both', () => {
    const both = answerer.ask('赔付比例是多少？QQ群号是多少？');
    expect(both.topic).toBe('payout-ratio');
    for (const topic of ['payout-ratio', 'qq-group'] as const) {
      const alone = answerer.answerTopic(topic);
      expect(both.text).toContain(alone.text);
      expect(both.citations).toEqual(expect.arrayContaining(alone.citations));
    }
  });

  it('answers the one it knows and hands over the other', () => {
    expect(answerer.ask('赔付比例是多少？索赔材料要哪些？').parts).toEqual([
      { topic: 'payout-ratio', outcome: 'answer' },
      { topic: null, outcome: 'handoff' },
    ]);
  });

  it('takes a statement as part of its question', () => {
    expect(splitQuestions('我们去年出口45万美元。能参加吗?')).toEqual(['我们去年出口45万美元。 能参加吗?']);
    expect(topicsOf('我们是做玩具的。去年出口45万美金，能参加吗？谢谢')).toEqual(['eligibility']);
  });
});

describe('reading', () => {
  it.each([
    ['登陸單一視窗', '登录单一视窗'],
    ['ＱＱ群', 'qq群'],
    ['陪付比例', '赔付比例'],
    ['peifu bili', '赔付比例'],
    ['四十五万美金', '45万美元'],
    ['45w刀', '45万美元'],
    ['赔\u200b付\u202e比\u0007例', '赔付比 例'],
    ['信宝公司', '信保公司'],
  ])('reads %j as %j', (raw, plain) => {
    expect(normalize(raw).replace('比 例', '比例')).toBe(plain.replace('比 例', '比例'));
  });

  it('offers two or three topics where one word stands for several', () => {
    const answer = answerer.ask('联系人');
    if (answer.outcome === 'clarify') {
      expect(answer.alternatives.length).toBeGreaterThanOrEqual(2);
      expect(answer.alternatives.length).toBeLessThanOrEqual(3);
    } else expect(['contact-info-step', 'contacts']).toContain(answer.topic);
  });
});

describe('English', () => {
  it('answers an English question in English, whatever the locale of the chat', () => {
    const answer = answerer.ask('What is the payout ratio?', 'zh-CN');
    expect(answer.topic).toBe('payout-ratio');
    expect(answer.text).not.toMatch(/^[\u4E00-\u9FFF]/);
    expect(answer.text).toBe(answerer.answerTopic('payout-ratio', 'en').text);
  });

  it('hands over in English', () => {
    expect(answerer.ask('how do I file a claim').text).toMatch(/notice/);
  });

  it('takes the locale of the chat where the language does not show', () => {
    expect(answerer.ask('app?', 'en').text).toBe(answerer.answerTopic('app', 'en').text);
  });
});

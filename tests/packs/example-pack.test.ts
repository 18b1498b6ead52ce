import { beforeAll, describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../activities/language-model.ts';
import { loadPack, readPackFiles } from '../../activities/load-pack.ts';
import { createSegmenter } from '../../activities/segmenter.ts';
import { createPolicyAnswerer } from '../../knowledge/answering/answerer.ts';
import { domainWords } from '../../knowledge/answering/domain-words.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import { parseExpected } from '../../knowledge/evaluation/expected.ts';
import { checkPack } from '../../knowledge/packs/check.ts';
import { renderFaq } from '../../knowledge/packs/render.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { factAt } from '../../knowledge/packs/template.ts';
import type { TopicId } from '../../knowledge/topics.ts';

const example = await loadPack('example-2026');
const jiangsu = await loadPack('jiangsu-2022');
const locales = ['zh-CN', 'en'] as const;

const whole = (pack: PolicyPack, topic: TopicId, locale: (typeof locales)[number] = 'zh-CN'): string => {
  const { short, details } = renderFaq(pack, topic, locale);
  return [short, ...details].join('\n');
};

async function answererOf(pack: PolicyPack): Promise<PolicyAnswerer> {
  return createPolicyAnswerer(pack, await createSegmenter(domainWords(pack)), await loadLanguageModel());
}

describe('the fictional pack example-2026', () => {
  it('is a pack like any other', async () => {
    expect(checkPack(await readPackFiles('example-2026'))).toEqual([]);
  });

  it.each([
    ['fictional', true],
    ['policyYear', 2026],
    ['eligibility.lowerUsd', 100_000],
    ['eligibility.upperUsd', 5_000_000],
    ['payout.ratioPercent', 70],
    ['cap.unit', 'perBuyer'],
    ['fees.model', 'paidFirstRefunded'],
    ['application.deadline', '2026-12-31'],
  ])('differs from Jiangsu in %s', (path, value) => {
    expect(factAt(example, path)).toEqual(value);
    expect(factAt(jiangsu, path)).not.toEqual(value);
  });

  it('marks every answer and every source as a demonstration', () => {
    for (const { topic } of example.faq) {
      expect(renderFaq(example, topic, 'zh-CN').short, topic).toContain('【演示】');
      expect(renderFaq(example, topic, 'en').short, topic).toContain('[Demo]');
    }
    for (const { title } of example.sources) expect(title['zh-CN']).toContain('演示');
    expect(example.title['zh-CN']).toContain('虚构');
  });

  it('says nothing of Jiangsu in any answer', () => {
    for (const { topic } of example.faq) {
      for (const locale of locales) {
        const text = whole(example, topic, locale);
        expect(text, topic).not.toMatch(/江苏|苏北|淮安|谈小姐|中国信保|信步天下|Jiangsu|Sinosure|Huai|[{}]/);
        expect(text, topic).not.toMatch(/undefined|null/);
      }
    }
  });

  it('puts its own terms into words', () => {
    expect(whole(example, 'max-indemnity')).toContain('每个买方最高8万美元；全年最高为保险费的60倍');
    expect(whole(example, 'fees')).toContain('企业先缴保费，之后再退还');
    expect(whole(example, 'fees')).toContain('由示例省演示财政退还保费的100%');
    expect(whole(example, 'premium')).toContain('不超过投保出口额的0.1%');
    expect(whole(example, 'deadline')).toContain('2026-12-31');
    expect(whole(example, 'deadline')).toContain('2026-08-31以后才确认的，保障从保单实际签发那天起算');
    expect(whole(example, 'review-time')).toContain('7个工作日');
    expect(whole(example, 'max-indemnity', 'en')).toContain('at most USD 80,000 per buyer');
  });
});

describe('matters that only some packs hold', () => {
  let ofExample: PolicyAnswerer;
  let ofJiangsu: PolicyAnswerer;
  beforeAll(async () => {
    ofExample = await answererOf(example);
    ofJiangsu = await answererOf(jiangsu);
  });

  it.each<[string, TopicId, string]>([
    ['截止日期是哪一天？', 'deadline', '2026-12-31'],
    ['审批需要多长时间？', 'review-time', '7个工作日'],
    ['保费由谁承担？', 'premium', '示例省演示财政'],
    ['保单的起止日期是什么？', 'policy-period', '2027-06-30'],
    ['要准备哪些材料', 'required-papers', '营业执照'],
  ])('“%s” is answered from a pack that holds it', (question, topic, text) => {
    const answer = ofExample.ask(question);
    expect(answer.outcome).toBe('answer');
    expect(answer.topic).toBe(topic);
    expect(answer.text).toContain(text);
    expect(answer.citations.length).toBeGreaterThan(0);
    expect(answer.confidence).toBeGreaterThan(0);
  });

  it.each(['截止日期是哪一天？', '审批需要多长时间？', '保费由谁承担？', '保单的起止日期是什么？'])(
    '“%s” goes to a person where the notice does not say',
    (question) => {
      const answer = ofJiangsu.ask(question);
      expect(answer.outcome).toBe('handoff');
      expect(answer.text).not.toMatch(/2026|演示/);
    },
  );

  it('never lends its figures to another province or year', () => {
    for (const question of ['江苏的企业赔付比例是多少？', '2022年度的赔付比例是多少？']) {
      const answer = ofExample.ask(question);
      expect(answer.outcome, question).toBe('handoff');
      expect(answer.text).not.toContain('70%');
    }
  });

  it('can be asked for by a button and expected by an evaluation', () => {
    const tapped = encodeCallback({ verb: 'topic', topic: 'deadline' });
    expect(decodeCallback(tapped)).toEqual({ verb: 'topic', topic: 'deadline' });
    expect(ofExample.answerTopic('deadline').text).toContain('2026-12-31');
    expect(parseExpected('哪天截止\tanswer\tdeadline').expected[0]?.topics).toEqual(['deadline']);
  });
});

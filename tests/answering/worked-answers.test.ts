import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { noLinks } from '../../bot/channels/channel.ts';
import { groupAnswers } from '../../bot/engine/group-message.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import { workedLine } from '../../knowledge/answering/reply.ts';
import type { Answer, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { WorkedCase } from '../../knowledge/answering/worked-kinds.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

let jiangsu: PolicyPack;
let example: PolicyPack;
let answerer: PolicyAnswerer;
beforeAll(async () => {
  [jiangsu, example] = await Promise.all([loadPack('jiangsu-2022'), loadPack('example-2026')]);
  answerer = await loadAnswerer(jiangsu, [example]);
});

const lines = ({ text }: Answer): string[] => text.split('\n');
const shortOf = (topic: NonNullable<Answer['topic']>, locale: 'zh-CN' | 'en'): string | undefined =>
  lines(answerer.answerTopic(topic, locale))[0];

describe('an answer begins with the worked case, then the rule', () => {
  it.each([
    ['2021年出口20万美元能参加吗', 'eligibility', 'zh-CN', '按2021年出口额20万美元算，低于下限30万美元'],
    ['2021年出口45万美元能参加吗', 'eligibility', 'zh-CN', '符合出口额这一条'],
    ['放账400天能保吗', 'credit-term', 'zh-CN', '您说的400天超过了360天的上限'],
    ['账期90天能保吗', 'credit-term', 'zh-CN', '您说的90天没有超过360天的上限'],
    ['买家破产，我们亏了10万美元，能赔多少', null, 'zh-CN', '按损失10万美元算，80%是8万美元'],
    [
      'we exported 500k usd in 2021, can we join?',
      'eligibility',
      'en',
      'USD 500,000, taken as your exports of 2021',
    ],
    ['is a credit term of 120 days covered?', 'credit-term', 'en', 'Your 120 days is not longer than'],
    [
      'the buyer went bankrupt and we lost 60000 dollars, what share is paid?',
      null,
      'en',
      'For a loss of USD 60,000, 80% is USD 48,000',
    ],
  ] as const)('%s', (asked, topic, locale, worked) => {
    const answer = answerer.ask(asked);
    expect(answer.outcome).toBe('answer');
    if (topic !== null) expect(answer.topic).toBe(topic);
    const [first, second] = lines(answer);
    expect(first).toContain(worked);
    expect(second).toBe(shortOf(answer.topic ?? 'eligibility', locale));
    expect(answer.case).toHaveLength(1);
    expect(answer.parts[0]?.worked).toBe(true);
    if (locale === 'en') expect(first).not.toMatch(/[\u4E00-\u9FFF]/u);
  });

  it('of several questions gives each its own', () => {
    const answer = answerer.ask('2021年出口20万美元能参加吗？另外放账400天能保吗？');
    expect(answer.parts.map(({ worked }) => worked)).toEqual([true, true]);
    const parts = answer.text.split(textsFor('zh-CN').answering.partJoint);
    expect(parts[0]).toMatch(/^按2021年出口额20万美元算/u);
    expect(parts[1]).toMatch(/^您说的400天/u);
  });
});

describe('no case is worked out', () => {
  it.each([
    ['another province', '浙江的企业2021年出口20万美元能参加吗'],
    ['another province', '广东买家破产亏了10万美元能赔多少'],
    ['another year', '2023年度的统保，出口20万美元能参加吗'],
    ['the own record', '我们公司去年赔了多少钱，是不是10万美元'],
    ['the own record', '我们的保单号是多少，保了20万美元'],
    ['a promise', '你保证能赔我10万美元吗'],
    ['a promise', '你能保证我们亏了10万美元一定赔8万吗'],
    ['a claim', '买家欠我10万美元，怎么报案索赔，要什么材料'],
    ['the premium', '出口45万美元的话保费多少钱'],
    ['what nobody knows', '20万'],
    ['something else', '今天美元汇率多少，20万美元换多少人民币'],
    ['a button', '参保资格'],
  ])('for %s: %s', (_matter, asked) => {
    const answer = answerer.ask(asked);
    expect(answer.case).toBeUndefined();
    expect(answer.parts.some(({ worked }) => worked)).toBe(false);
    expect(answer.text).not.toMatch(/按(?:损失|\d{4}年出口额)[^，]*算/u);
  });
});

describe('the pointer to the check of eligibility', () => {
  it('names the button of the bot', () => {
    expect(answerer.ask('2021年出口20万美元能参加吗').text).toContain(
      `“${textsFor('zh-CN').bot.button.eligibility}”`,
    );
    expect(answerer.ask('we exported 500k usd in 2021, can we join?').text).toContain(
      `"${textsFor('en').bot.button.eligibility}"`,
    );
  });

  it('is not there for another pack, by which the check does not go', () => {
    const answer = answerer.ask('示例省企业2025年出口5万美元能参加吗');
    expect(answer).toMatchObject({ outcome: 'answer', topic: 'eligibility', otherPack: true });
    expect(lines(answer)[0]).toContain('【演示】按2025年出口额5万美元算，低于下限10万美元');
    expect(answer.text).not.toContain('/eligible');
    expect(answer.text).not.toContain(textsFor('zh-CN').bot.button.eligibility);
  });
});

it('in a group the worked case and the short rule are kept, the details are for the private chat', () => {
  const place = { locale: 'zh-CN' as const, links: noLinks };
  const asked = '2021年出口20万美元能参加吗';
  const answer = answerer.ask(asked);
  const shown = groupAnswers(answerer, { ask: asked }, place);
  expect(shown.message.paragraphs).toEqual([
    ...lines(answer).slice(0, 2),
    textsFor('zh-CN').bot.group.moreInPrivate,
  ]);
  const plain = groupAnswers(answerer, { ask: '谁能参加' }, place);
  expect(plain.message.paragraphs).toEqual([
    shortOf('eligibility', 'zh-CN'),
    textsFor('zh-CN').bot.group.moreInPrivate,
  ]);
});

describe('every kind is a whole sentence in each language', () => {
  const bound = { amount: 300_000, assumedUsd: true, approximate: true, baseYear: 2021 };
  const loss = {
    loss: 123_456.78,
    currency: 'USD' as const,
    assumedCurrency: true,
    percent: 80,
    share: 98_765.42,
    cap: 150_000,
    capUnit: 'perBuyer' as const,
    more: true,
  };
  const cases: WorkedCase[] = [
    { kind: 'exportsBelow', limitUsd: 300_000, ...bound },
    { kind: 'exportsAbove', limitUsd: 3_000_000, ...bound },
    { kind: 'exportsAtExcludedBound', limitUsd: 300_000, ...bound },
    { kind: 'exportsWithin', lowerUsd: 300_000, upperUsd: null, ourReading: true, ...bound },
    { kind: 'exportsOtherYear', givenYear: 2020, baseYear: 2021 },
    { kind: 'exportsNotUsd', baseYear: 2021 },
    { kind: 'lossOtherCurrency', capCurrency: 'CNY' },
    { kind: 'lossWithinCap', ...loss },
    { kind: 'lossBeyondCap', ...loss, capUnit: null, more: false },
    { kind: 'termWithin', count: 1, unit: 'day', maxDays: 360 },
    { kind: 'termBeyond', count: 2, unit: 'year', maxDays: 360 },
  ];
  it.each(
    (['zh-CN', 'en'] as const).flatMap((locale) => cases.map((one) => [locale, one.kind, one] as const)),
  )('%s %s', (locale, _kind, one) => {
    for (const pack of [jiangsu, example]) {
      const line = workedLine(pack, one, locale, true);
      expect(line).toMatch(locale === 'en' ? /[.]$/u : /。$/u);
      expect(line).not.toMatch(/undefined|null|NaN|\[object|\n| {2}|。。|\.\./u);
      if (locale === 'en') expect(line).not.toMatch(/[\u4E00-\u9FFF，。]/u);
    }
  });
});

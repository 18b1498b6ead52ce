import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import { languageOf } from '../../knowledge/answering/text/language.ts';
import { isOtherLanguage } from '../../knowledge/answering/text/other-language.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { foreignSentences, ownSentences } from './language-sentences.ts';
import { readSet } from './open-answerer.ts';

describe.each(Object.entries(foreignSentences))('%s', (_language, sentences) => {
  it.each(sentences)('%s', (sentence) => {
    expect(isOtherLanguage(sentence)).toBe(true);
    expect(languageOf(sentence)).toBeNull();
  });
});

describe('is no other language', () => {
  it.each(ownSentences)('%s', (sentence) => {
    expect(isOtherLanguage(sentence)).toBe(false);
  });

  it.each(['english', 'cases', 'formal', 'group-chat', 'screen'])('any question of the set %s', (name) => {
    const questions = readSet(`dev/${name}`).map(({ question }) => question);
    expect(questions.length).toBeGreaterThan(50);
    expect(questions.filter(isOtherLanguage)).toEqual([]);
  });

  it('anything in the stories but what is there for it', () => {
    const story = readFileSync(
      new URL('../transcripts/stories/12-english-hand-off.txt', import.meta.url),
      'utf8',
    );
    expect(story.split('\n').filter(isOtherLanguage)).toEqual([]);
  });
});

describe('the language to answer in', () => {
  it.each([
    ['how much do we get back if buyer goes bust, we lost 60k usd', 'en'],
    ['We exported 45w usd last year, eligible?', 'en'],
    ['xinbao, what do they pay if the buyer goes bust?', 'en'],
    ['peifu bili shi duoshao', 'zh-CN'],
    ['50万usd可以吗', 'zh-CN'],
    ['payment term 最长 how many days', 'zh-CN'],
    ['Hello', 'en'],
    ['ＨＯＷ　ＭＵＣＨ do you pay', 'en'],
    ['app', null],
    ['7KQ2M9XD4R', null],
    ['360', null],
    ['👍', null],
  ])('%s -> %s', (text, locale) => {
    expect(languageOf(text)).toBe(locale);
  });
});

describe('the reply', () => {
  let alone: PolicyAnswerer;
  let router: PolicyAnswerer;
  beforeAll(async () => {
    const pack = await loadPack('jiangsu-2022');
    alone = await loadAnswerer(pack);
    router = await loadAnswerer(pack, [await loadPack('example-2026')]);
  });

  it.each([
    'Bonjour, comment puis-je souscrire ?',
    '¿Cuánto paga el seguro de Example Province si el comprador quiebra?',
    'Как дела с погодой сегодня в Москве?',
    '輸出信用保険の補償割合はいくらですか',
  ])('to %s says so in both languages, without topic or figure, of one pack or several', (question) => {
    for (const answerer of [alone, router]) {
      const answer = answerer.ask(question, 'en');
      expect(answer).toMatchObject({
        outcome: 'handoff',
        topic: null,
        alternatives: [],
        citations: [],
        question,
      });
      expect(answer.text).toContain('中文和英文');
      expect(answer.text).toContain('Chinese and English');
      expect(answer.text).not.toMatch(/\d|示例省|江苏|Jiangsu|\[/);
    }
  });

  it('leaves an amount, a year and a place no say in the language of the answer', () => {
    for (const answerer of [alone, router]) {
      for (const question of [
        'how much do we get back if buyer goes bust, we lost 60k usd',
        'What is the payout ratio in Jiangsu in 2022?',
        'our buyer owes us 200k usd, what is the maximum indemnity?',
      ]) {
        expect(answerer.ask(question).text, question).toMatch(/80%|USD/);
        expect(answerer.ask(question, 'zh-CN').text, question).not.toMatch(/赔付比例是|最高赔偿额/);
      }
    }
    expect(router.ask('what is the payout ratio in example province next year').text).not.toMatch(
      /赔付比例是/,
    );
  });
});

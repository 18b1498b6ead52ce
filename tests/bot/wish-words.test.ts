import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import { ownWords } from '../../bot/engine/own-words.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

describe('what a contact wants, in words', () => {
  it.each([
    ['恢复提醒', { kind: 'resume' }],
    ['请恢复一下提醒', { kind: 'resume' }],
    ['继续提醒我吧', { kind: 'resume' }],
    ['resume reminders', { kind: 'resume' }],
    ['以后先提醒我', { kind: 'primary' }],
    ['先通知我', { kind: 'primary' }],
    ['remind me first', { kind: 'primary' }],
    ['用英文', { kind: 'language', locale: 'en' }],
    ['请用英语回复我', { kind: 'language', locale: 'en' }],
    ['能用英文回答吗', { kind: 'language', locale: 'en' }],
    ['说中文', { kind: 'language', locale: 'zh-CN' }],
    ['speak Chinese', { kind: 'language', locale: 'zh-CN' }],
    ['in English please', { kind: 'language', locale: 'en' }],
    ['我们不参加', { kind: 'decline' }],
    ['我们公司今年不参加了。', { kind: 'decline' }],
    ['不参加', { kind: 'decline' }],
    ['不投了', { kind: 'decline' }],
    ['算了，不办了', { kind: 'decline' }],
    ['我司决定放弃投保', { kind: 'decline' }],
    ['we are not taking part', { kind: 'decline' }],
    ["we don't want to participate", { kind: 'decline' }],
    ['我们还是要参加', { kind: 'takePart' }],
    ['改主意了', { kind: 'takePart' }],
  ])('takes "%s"', (text, wish) => {
    expect(ownWords(text)).toEqual(wish);
  });

  it.each([
    '不参加会怎样',
    '不参加会怎么样？',
    '不参加有什么影响',
    '不投保行不行',
    '我们不参加可以吗',
    '可以不参加吗',
    '不参加了怎么办',
    '我们不参加，明年还能参加吗',
    '放弃投保',
    '不办实名认证可以投保吗',
    '合同是英文的可以吗',
    '投保单能用英文填吗',
    '英文合同',
    '保单有英文版吗',
    '提醒什么时候发',
    '会提醒我吗',
    '怎么恢复提醒',
    '为什么先提醒我',
    'what happens if we do not take part',
    'do we have to take part?',
    'do you speak English?',
    '不'.repeat(50_000),
  ])('but leaves "%s" to others', (text) => {
    expect(ownWords(text)).toBeNull();
  });
});

describe('the buttons', () => {
  const uscc = fictionalUscc(1);
  it.each<Callback>([
    { verb: 'wishes', uscc },
    { verb: 'stop', uscc },
    { verb: 'stop', uscc: null },
    { verb: 'resume', uscc: null },
    { verb: 'primary', uscc },
    { verb: 'language', locale: 'en' },
    { verb: 'language', locale: null },
    { verb: 'decline', uscc, action: 'takeBack' },
  ])('fit and are read back: %j', (callback) => {
    const data = encodeCallback(callback);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(decodeCallback(data)).toEqual(callback);
  });

  it.each([
    'stop|everything',
    'resume|',
    `decline|${uscc}|now`,
    'decline|1|ask',
    'language|constructor',
    'primary|1',
    'wishes|',
  ])('read nothing from %s', (data) => expect(decodeCallback(data)).toBeNull());
});

import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../bot/engine/misses/parse-answer.ts';

describe('an answer of staff', () => {
  it.each([
    ['3 请加QQ群留言，写明城市。', 3, '请加QQ群留言，写明城市。', false],
    ['３　可以（请带执照）！ －－keep', 3, '可以（请带执照）！', true],
    ['第12条：可以；不收费 —keep', 12, '可以；不收费', true],
    ['#7 第一行，\r\n第二行。', 7, '第一行，\n第二行。', false],
    ['7 全角ＡＢＣ１２３：照旧', 7, '全角ＡＢＣ１２３：照旧', false],
    ['7 看\u202e不见\u200b的\u0007去掉', 7, '看不见的 去掉', false],
    ['7 号码在群里', 7, '号码在群里', false],
  ])('%s', (typed, id, text, keep) => {
    expect(parseAnswer(typed)).toEqual({ id, text, keep });
  });

  it.each(['', '3', '可以', '3 --keep', '3 \u200b'])('is not read from %j', (typed) => {
    expect(parseAnswer(typed)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { shownQuestion, shownWays } from '../../knowledge/misses/shown-question.ts';

describe('a question as its asker reads it', () => {
  it.each([
    ['能不能派人上门教我们操作?我手机〔电话〕', '能不能派人上门教我们操作?'],
    ['买方限额怎样申请，我电话〔电话〕，邮箱〔邮箱〕，谢谢', '买方限额怎样申请，谢谢'],
    ['〔电话〕 打给我', '电话打给我'],
    ['我们是〔企业〕，能退保吗', '能退保吗'],
    ['我是〔企业〕的〔姓名〕，想问退保', '想问退保'],
    ['〔企业〕能退保吗', '某公司能退保吗'],
    ['〔姓名〕说可以退保', '某人说可以退保'],
    ['办公室〔电话〕没人接', '办公室电话没人接'],
    ['邮箱 〔邮箱〕 收不到', '邮箱收不到'],
    ['卡号〔号码〕被锁', '卡号被锁'],
    ['Hello, can 〔企业〕 cancel?', 'Hello, can a company cancel?'],
    ['保单可以退保吗？', '保单可以退保吗？'],
  ])('%s -> %s', (stored, shown) => {
    expect(shownQuestion(stored)).toBe(shown);
  });

  // Would never end if the words before a mark could be read in several ways.
  it.each(['我', '回打', '我的', '号码'])('is read in time, however often it says %s', (word) => {
    const text = `〔电话〕吗，${word.repeat(120)}`;
    expect(shownQuestion(text)).toContain(word);
  });

  it('is listed once under a kept answer', () => {
    expect(shownWays(['能退保吗，电话〔电话〕', '能退保吗'])).toEqual(['能退保吗']);
  });
});

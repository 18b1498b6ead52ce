import { describe, expect, it } from 'vitest';
import { namesOfFirm, withoutPersonalData } from '../../knowledge/misses/personal-data.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

const known = {
  firms: namesOfFirm('江苏虚构锦程进出口有限公司', '淮安', '江苏'),
  people: ['王小明'],
  public: ['中国出口信用保险公司'],
};

describe('a question without personal data', () => {
  it.each([
    ['13912345678 打给我', '〔电话〕 打给我'],
    ['打 139 1234 5678 找我', '打 〔电话〕 找我'],
    ['+86 139-1234-5678', '〔电话〕'],
    ['办公室0517-83912345没人接', '办公室〔电话〕没人接'],
    ['邮箱 wang.li+x@example.com.cn 收不到', '邮箱 〔邮箱〕 收不到'],
    [`${fictionalUscc(2)} 能参加吗`, '〔信用代码〕 能参加吗'],
    [`${fictionalUscc(2).toLowerCase()}能参加吗`, '〔信用代码〕能参加吗'],
    ['身份证320811199001011234可以吗', '身份证〔号码〕可以吗'],
    ['身份证32081119900101123X可以吗', '身份证〔号码〕可以吗'],
    ['卡号6222 0212 3456 7890 123被锁', '卡号〔号码〕被锁'],
    ['微信号：wangli_88 加我', '微信号：〔账号〕 加我'],
    ['看 https://example.com/a?b=1 这个', '看 〔链接〕 这个'],
    ['我叫李雷，想问退保', '我叫〔姓名〕，想问退保'],
    ['王小明说可以退保', '〔姓名〕说可以退保'],
    ['江苏虚构锦程进出口有限公司能退保吗', '〔企业〕能退保吗'],
    ['虚构锦程进出口能退保吗', '〔企业〕能退保吗'],
    ['我们是虚构远帆贸易有限公司，能退保吗', '我们是〔企业〕，能退保吗'],
    ['Hello, can Faraway Trading Co., Ltd. cancel?', 'Hello, can 〔企业〕 cancel?'],
    ['１３９１２３４５６７８', '〔电话〕'],
  ])('%s -> %s', (given, kept) => {
    expect(withoutPersonalData(given, known)).toBe(kept);
  });

  it.each([
    '去年出口450000美元能参加吗',
    '出口额 1,234,567.89 美元算不算',
    '中国出口信用保险公司的电话是多少',
    '2021年和2022年都能参加吗',
    '我们公司能退保吗',
    '30天还是60天',
  ])('keeps what tells of nobody: %s', (text) => {
    expect(withoutPersonalData(text, known)).toBe(text);
  });

  it('is not kept longer than anybody asks', () => {
    expect(withoutPersonalData('问'.repeat(5_000), known).length).toBeLessThan(400);
  });
});

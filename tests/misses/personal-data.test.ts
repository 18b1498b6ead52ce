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
    ['139.1234.5678或139—1234—5678', '〔电话〕或〔电话〕'],
    ['139\u200b1234\u200b5678', '〔电话〕'],
    ['幺三九一二三四五六七八', '〔电话〕'],
    ['电话(0517)83912345', '电话〔电话〕'],
    ['call +1 (415) 555-2671', 'call 〔电话〕'],
    ['加我v：wangli88或者vx:abc_123', '加我v：〔账号〕或者vx:〔账号〕'],
    ['薇信 abc12345，扣扣：1234567', '薇信 〔账号〕，扣扣：〔账号〕'],
    ['telegram @wangli88', 'telegram 〔账号〕'],
    ['wang（at）qq.com', '〔邮箱〕'],
    ['看bbs.example.com.cn打不开', '看〔链接〕打不开'],
    ['合同号HT2022-0315，订单PO12345', '合同号〔号码〕，订单〔号码〕'],
    ['护照E12345678', '护照〔号码〕'],
    ['代码尾号1234', '代码尾号〔号码〕'],
    ['我们在淮海路12号3楼', '我们在〔地址〕'],
    ['出口额 1,234,567.89 美元算不算', '出口额 〔金额〕 美元算不算'],
    ['发票45678.9欧元', '发票〔金额〕欧元'],
    ['我们是虚构远帆纺织厂，能退保吗', '我们是〔企业〕，能退保吗'],
    ['公司名称：虚构远帆科技', '公司名称：〔企业〕'],
    ['买方 ABC Handels GmbH 拖欠', '买方 〔企业〕 拖欠'],
    ['我是王女士，找李经理', '我是〔姓名〕，找〔姓名〕'],
    ['法人李雷的卡丢了', '法人〔姓名〕的卡丢了'],
  ])('%s -> %s', (given, kept) => {
    expect(withoutPersonalData(given, known)).toBe(kept);
  });

  it.each([
    '去年出口450000美元能参加吗',
    '出口额 3,000,000 美元算不算',
    '2021-2022年出口额和2022-03-15之前的算吗',
    '客服95500打不通',
    '合同2022年签的，发票100000美元',
    '我们是外贸公司，我们是小微企业，贸易公司能参加吗',
    '公司名称变更怎么办，公司名称是什么',
    '450000usd',
    '中国出口信用保险公司的电话是多少',
    '2021年和2022年都能参加吗',
    '我们公司能退保吗',
    '30天还是60天',
  ])('keeps what tells of nobody: %s', (text) => {
    expect(withoutPersonalData(text, known)).toBe(text);
  });

  it('leaves an answer of staff its people and places, which are the office’s own', () => {
    const text = '请到淮海路12号3楼找王经理，2022-03-15之前';
    expect(withoutPersonalData(text, known, { of: 'answer' })).toBe(text);
    expect(withoutPersonalData('王小明已办', known, { of: 'answer' })).toBe('〔姓名〕已办');
    const long = '请先登录。'.repeat(150);
    expect(withoutPersonalData(`${long}王小明已办`, known, { of: 'answer' })).toBe(`${long}〔姓名〕已办`);
  });

  it('is not kept longer than anybody asks', () => {
    expect(withoutPersonalData('问'.repeat(5_000), known).length).toBeLessThan(400);
  });
});

import { describe, expect, it } from 'vitest';
import { parseEligibility } from '../../knowledge/eligibility/parse.ts';
import type { EligibilityGiven } from '../../knowledge/eligibility/types.ts';

const usd = (amount: number): Partial<EligibilityGiven> => ({ exportValue: { amount, currency: 'USD' } });
const cny = (amount: number): Partial<EligibilityGiven> => ({ exportValue: { amount, currency: 'CNY' } });
const plain = (amount: number): Partial<EligibilityGiven> => ({
  exportValue: { amount, currency: 'unstated' },
});
const about = (amount: number): Partial<EligibilityGiven> => ({
  exportValue: { amount, currency: 'USD', approximate: true },
});
const open: Partial<EligibilityGiven> = { exportValue: null };

describe('parseEligibility', () => {
  it.each<[string, Partial<EligibilityGiven>]>([
    ['45万美金', usd(450_000)],
    ['四十五万美元', usd(450_000)],
    ['四十五点五万美元', usd(455_000)],
    ['50万刀', usd(500_000)],
    ['30万USD', usd(300_000)],
    ['300w美元', usd(3_000_000)],
    ['300wusd', usd(3_000_000)],
    ['$450,000', usd(450_000)],
    ['US$450k', usd(450_000)],
    ['USD 450,000.50', usd(450_000.5)],
    ['1.2 million dollars', usd(1_200_000)],
    ['$1.2m', usd(1_200_000)],
    ['USD1.5M', usd(1_500_000)],
    ['三十万零五百美元', usd(300_500)],
    ['一百二十万美元', usd(1_200_000)],
    ['壹佰贰拾万美元', usd(1_200_000)],
    ['百万美元', usd(1_000_000)],
    ['3百万美元', usd(3_000_000)],
    ['一亿二千万美元', usd(120_000_000)],
    ['45万5千美元', usd(455_000)],
    ['45万元美金', usd(450_000)],
    ['美元45万', usd(450_000)],
    ['３０万美元', usd(300_000)],
    ['29.9999万美元', usd(299_999)],
    ['300.0001万美元', usd(3_000_001)],
    ['45万', plain(450_000)],
    ['三百万', plain(3_000_000)],
    ['一百二十万', plain(1_200_000)],
    ['450000', plain(450_000)],
    ['出口180万', plain(1_800_000)],
    ['300万人民币', cny(3_000_000)],
    ['RMB 300万', cny(3_000_000)],
    ['¥3,000,000', cny(3_000_000)],
    ['300万元', cny(3_000_000)],
    ['300万元人民币，合45万美元', usd(450_000)],
    ['45万欧元', { exportValue: { amount: 450_000, currency: 'other' } }],
    ['50万欧元，合55万美元', usd(550_000)],
    ['大概45万美金', about(450_000)],
    ['45万美元左右', about(450_000)],
    ['about 450,000 dollars', about(450_000)],
    ['我最近出口45万美元', usd(450_000)],
  ])('reads the amount of %s', (text, expected) => {
    expect(parseEligibility(text)).toEqual(expected);
  });

  it.each([
    '两百多万',
    '200多万美金',
    '几十万美金',
    '十几万美元',
    '四五十万美元',
    '三万五美元',
    '超过300万美元',
    '30万美元以上',
    '不到30万美元',
    '30-300万美元',
    '30万到300万美元',
    '20万美元，后来50万美元',
    '一个月出口5万美元',
    '半年出口20万美元',
  ])('leaves open how much %s is', (text) => {
    expect(parseEligibility(text)).toEqual(open);
  });

  it.each([
    '',
    '45',
    '赔付比例是多少',
    '信用期限360天',
    '打13601469081',
    'QQ群797862747',
    '万一客户不付款',
    '千万别忘了',
    '我有两个问题',
    '从宁波港出口的',
    '上海客户不付款',
    '必须在核准名单内吗',
    '在名单里就一定能赔吗',
    '怎么查名单',
    '中国信保江苏分公司是干什么的',
    'shipped to Hong Kong via Shanghai port',
    'we are in Taizhou',
  ])('finds nothing in “%s”', (text) => {
    expect(parseEligibility(text)).toEqual({});
  });

  it.each<[string, EligibilityGiven['year']]>([
    ['2021年出口45万美元', 2021],
    ['2021 年度出口45万美元', 2021],
    ['21年出口45万美元', 2021],
    ['2021出口45万美元', 2021],
    ['our 2021 exports were 450,000 dollars', 2021],
    ['二〇二一年出口45万美元', 2021],
    ['二零二一年出口45万美元', 2021],
    ['we exported 450,000 dollars in 2021', 2021],
    ['去年出口45万美元', 'lastYear'],
    ['上一年出口45万美元', 'lastYear'],
    ['last year we exported 450,000 dollars', 'lastYear'],
    ['2022年的统保，我们去年出口45万美元', 'lastYear'],
  ])('reads the year of “%s”', (text, year) => {
    expect(parseEligibility(text)).toEqual({ ...usd(450_000), year });
  });

  it('takes no years of business for a year', () => {
    expect(parseEligibility('做了21年外贸，出口45万美元')).toEqual(usd(450_000));
  });

  it('knows 今年 and 前年 only when told which year it is', () => {
    expect(parseEligibility('今年出口45万美元')).toEqual(open);
    expect(parseEligibility('前年出口45万美元')).toEqual(open);
    expect(parseEligibility('今年出口45万美元', 2026)).toEqual({ ...usd(450_000), year: 2026 });
    expect(parseEligibility('前年出口45万美元', 2023)).toEqual({ ...usd(450_000), year: 2021 });
  });

  it('picks none of two years with two amounts', () => {
    expect(parseEligibility('2020年出口20万美元，2021年出口50万美元')).toEqual(open);
  });

  it.each([
    ['我们是浙江的', '浙江'],
    ['公司在广东省', '广东'],
    ['内蒙古自治区的企业', '内蒙古'],
    ['淮安的', '江苏'],
    ['我们在宁波', '浙江'],
    ['We are in Jiangsu', '江苏'],
    ['we are from Suzhou', '江苏'],
    ["a company in Huai'an", '江苏'],
    ['located in Huaian city', '江苏'],
    ['our office is in Lianyungang', '江苏'],
    ['we are in Ningbo', '浙江'],
    ['not from Nanjing', '非江苏'],
    ['不是江苏的公司', '非江苏'],
    ['我们是外省的', '外省'],
  ])('reads the place of “%s”', (text, province) => {
    expect(parseEligibility(text)).toEqual({ province });
  });

  it.each<[string, EligibilityGiven['listed']]>([
    ['在名单里', true],
    ['我们在核准名单内，可以参保吗', true],
    ['名单里有我们', true],
    ['名单里有', true],
    ['we are on the approved list', true],
    ['不在名单', false],
    ['没列入核准名单', false],
    ['名单里没有我们', false],
    ['not on the list', false],
    ['不清楚', 'unknown'],
    ['不知道在不在名单里', 'unknown'],
    ['我们在不在名单里', 'unknown'],
    ['我们在名单里吗', 'unknown'],
    ['not sure whether we are on the list', 'unknown'],
  ])('reads the list in “%s”', (text, listed) => {
    expect(parseEligibility(text)).toEqual({ listed });
  });

  it.each([
    ['digits', '1'],
    ['numerals', '一'],
    ['groups', '1,234,'],
    ['spaced digits', '1 '],
    ['qualifiers', '大约'],
  ])('stays quick on 20,000 characters of %s', (_, piece) => {
    // A pattern that backtracks without end would run into the test's time limit.
    expect(parseEligibility(piece.repeat(20_000 / piece.length)).province).toBeUndefined();
  });

  it('reads a whole sentence at once', () => {
    expect(parseEligibility('我们是江苏淮安的，2021年出口四十五万美金，在核准名单里，能投吗')).toEqual({
      ...usd(450_000),
      year: 2021,
      province: '江苏',
      listed: true,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { judgeEligibility } from '../../knowledge/eligibility/judge.ts';
import { renderVerdict } from '../../knowledge/eligibility/render.ts';
import type { EligibilityGiven } from '../../knowledge/eligibility/types.ts';
import { firmWith, usd } from './given.ts';

const pack = await loadPack('jiangsu-2022');
const said = (given: Partial<EligibilityGiven>, locale: 'zh-CN' | 'en' = 'zh-CN'): string =>
  renderVerdict(pack, judgeEligibility(pack, firmWith(given), 2026), locale).paragraphs.join('\n');

describe('renderVerdict', () => {
  const cases: Partial<EligibilityGiven>[] = [
    {},
    { exportValue: null },
    { exportValue: usd(300_000) },
    { exportValue: usd(1) },
    { exportValue: usd(9_000_000) },
    { exportValue: { amount: 3_000_000, currency: 'CNY' } },
    { exportValue: { amount: 450_000, currency: 'unstated' } },
    { exportValue: { amount: 450_000, currency: 'other' } },
    { exportValue: { amount: 450_000, currency: 'unstated' }, year: 'lastYear' },
    { exportValue: { amount: 450_000, currency: 'USD', approximate: true } },
    { year: 'lastYear' },
    { year: 'lastYear', exportValue: usd(1) },
    { year: null },
    { year: 2020 },
    { province: '浙江' },
    { province: null },
    { province: '非江苏省' },
    { listed: false },
    { listed: 'unknown' },
  ];

  it.each(cases)('names the base year and leaves nothing blank: %j', (given) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = said(given, locale);
      expect(text).toContain('2021');
      expect(text).not.toMatch(/undefined|null|NaN|\{|\}/);
    }
  });

  it('starts with the result and gives the reason of each rule', () => {
    const { paragraphs, citation } = renderVerdict(pack, judgeEligibility(pack, firmWith({}), 2026), 'zh-CN');
    expect(paragraphs[0]).toBe('按您说的情况，贵公司符合参保资格。');
    expect(paragraphs.slice(1, 4)).toEqual([
      '出口额：按2021年45万美元算，在30万–300万美元之内。',
      '地区：江苏省的企业，符合。',
      '名单：在商务厅核准名单内，符合。',
    ]);
    expect(citation).toMatchObject({ section: '参保资格', date: '未载明' });
  });

  it('marks a value at the bound as our reading', () => {
    expect(said({ exportValue: usd(3_000_000) })).toContain('我们理解为算在内');
    expect(said({})).not.toContain('我们理解');
  });

  it('never makes dollars of yuan', () => {
    const text = said({ exportValue: { amount: 3_000_000, currency: 'CNY' } });
    expect(text).toContain('300万元人民币');
    expect(text).toContain('不替您换算');
  });

  it('does not call a refusal final while the year is open', () => {
    const text = said({ year: 'lastYear', exportValue: usd(9_000_000) });
    expect(text).toContain('目前看不符合');
    expect(text).toContain('2025年');
  });

  it('leaves out what cannot change a refusal', () => {
    const text = said({ exportValue: usd(1), province: null, listed: null });
    expect(text).not.toMatch(/地区|核准名单/);
    expect(said({ province: '浙江', listed: null, year: null })).not.toMatch(/核准名单|年份/);
  });

  it('promises no result of a value that cannot be judged', () => {
    const text = said({ year: 'lastYear', exportValue: { amount: 450_000, currency: 'unstated' } });
    expect(text).not.toContain('结论');
    expect(text).toContain('请告诉我2021年的数');
  });

  it.each([{ province: null }, { province: '浙江' }, { province: '非江苏省' }, { province: '宁波市' }])(
    'names no place in Chinese to English readers: %j',
    (given) => {
      expect(said(given, 'en')).toContain('Jiangsu');
      expect(said(given, 'en')).not.toMatch(/[一-鿿]/);
    },
  );

  it('writes amounts and names in English', () => {
    const text = said({}, 'en');
    expect(text).toContain('USD 450,000');
    expect(text).toContain('USD 300,000 to 3,000,000');
    expect(text).not.toMatch(/[一-鿿]/);
  });
});

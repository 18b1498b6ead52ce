import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { reportedSteps } from '../../knowledge/enrollment/state.ts';
import type { ReportedStep } from '../../knowledge/enrollment/state.ts';
import { formatCny, formatUsdRange } from '../../knowledge/packs/amounts.ts';
import {
  citationOf,
  formatCitation,
  formatUsd,
  renderFaq,
  renderStepGuide,
  stepGuideFor,
} from '../../knowledge/packs/render.ts';
import { topicIds } from '../../knowledge/topics.ts';
import type { TopicId } from '../../knowledge/topics.ts';

const pack = await loadPack('jiangsu-2022');
const whole = (topic: TopicId, locale: 'zh-CN' | 'en' = 'zh-CN', of = pack): string => {
  const { short, details } = renderFaq(of, topic, locale);
  return [short, ...details].join('\n');
};

describe('amounts', () => {
  it.each([
    [150_000, '15万美元', 'USD 150,000'],
    [300_000, '30万美元', 'USD 300,000'],
    [299_999, '29.9999万美元', 'USD 299,999'],
    [3_000_001, '300.0001万美元', 'USD 3,000,001'],
    [299_999.99, '299,999.99美元', 'USD 299,999.99'],
    [9_999, '9,999美元', 'USD 9,999'],
    [120_000_000, '1.2亿美元', 'USD 120,000,000'],
    [0, '0美元', 'USD 0'],
  ])('writes %d as %s and %s', (amount, zh, en) => {
    expect(formatUsd(amount, 'zh-CN')).toBe(zh);
    expect(formatUsd(amount, 'en')).toBe(en);
  });

  it('writes ranges, open ones too, and yuan', () => {
    expect(formatUsdRange(300_000, 3_000_000, 'zh-CN')).toBe('30万–300万美元');
    expect(formatUsdRange(300_000, 3_000_000, 'en')).toBe('USD 300,000 to 3,000,000');
    expect(formatUsdRange(null, 8_000_000, 'zh-CN')).toBe('不超过800万美元');
    expect(formatUsdRange(300_000, null, 'en')).toBe('at least USD 300,000');
    expect(formatUsdRange(null, null, 'en')).toBeNull();
    expect(formatCny(3_000_000, 'zh-CN')).toBe('300万元人民币');
  });
});

describe('stepGuideFor', () => {
  const next = (step: ReportedStep | null): ReportedStep | null => stepGuideFor(pack, step).reports;

  it('gives the page after what was reported', () => {
    expect([null, ...reportedSteps].map(next)).toEqual([...reportedSteps, null]);
  });

  it('ends with what happens after submission', () => {
    expect(stepGuideFor(pack, 'submitted').topic).toBe('after-submit');
  });

  it('names the buttons of the page, with their meaning in English', () => {
    const zh = renderStepGuide(pack, stepGuideFor(pack, 'documentsRead'), 'zh-CN');
    expect(zh.text).toContain('“已认真阅读以上内容并同意”');
    expect(zh.text).toContain('“确认投保”');
    expect(zh.citation.date).toBe('未载明');
    const en = renderStepGuide(pack, stepGuideFor(pack, 'confirmed'), 'en');
    expect(en.text).toContain('“保存印章并生成协议” (save the seal and draw up the agreement)');
  });
});

describe('renderFaq', () => {
  it.each(topicIds)('fills %s in both languages, with a citation', (topic) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(whole(topic, locale)).not.toMatch(/[{}]|undefined|null/);
      expect(renderFaq(pack, topic, locale).citations.length).toBeGreaterThan(0);
    }
  });

  it.each<[TopicId, string[]]>([
    ['eligibility', ['2021年', '30万–300万美元', '江苏省', '核准名单', '我们理解为算在内']],
    [
      'how-to-apply',
      [
        'http://www.singlewindow.cn',
        '“金融服务” → “出口信用” → “小微投保”',
        '截止日期：未载明',
        '保单起止日期：未载明',
      ],
    ],
    ['login-card', ['读卡器', '法人IKEY', '“介质密码”', '没有卡', '13601469081']],
    ['requirements-system', ['Windows 7', 'Chrome 20', 'IE 9', '中国电子口岸客户端控件']],
    ['after-submit', ['“投保成功”', '信步天下']],
    ['credit-term', ['360天', '“保单明细表”']],
    ['payout-ratio', ['80%', '15万美元']],
    ['max-indemnity', ['每份保单的最高赔偿额是15万美元', '没有写单个买方的限额']],
    ['fees', ['不会向企业收取任何费用', '不要付', '保费由谁承担：未载明']],
    ['contacts', ['谈小姐', '13601469081', '当地商务局', '中国信保苏北办事处']],
    ['qq-group', ['797862747']],
    ['app', ['信步天下', '邀请码', '“去注册”', '“去登陆”']],
  ])('says of %s what matters', (topic, words) => {
    for (const word of words) expect(whole(topic)).toContain(word);
  });

  it('follows the facts when they change', () => {
    const other = structuredClone(pack);
    other.payout.ratioPercent = 70;
    other.cap = { ...other.cap, amount: 80_000, unit: 'perBuyer' };
    other.application.deadline = '2022-06-30';
    expect(whole('payout-ratio', 'zh-CN', other)).toContain('70%');
    expect(whole('max-indemnity', 'zh-CN', other)).toContain('每个买方的最高赔偿额是8万美元');
    expect(whole('how-to-apply', 'zh-CN', other)).toContain('截止日期：2022-06-30');
  });
});

describe('citations', () => {
  it('say that the notice states no date', () => {
    expect(formatCitation(citationOf(pack, pack.payout, 'zh-CN'), 'zh-CN')).toMatch(/日期：未载明$/);
    expect(formatCitation(citationOf(pack, pack.payout, 'en'), 'en')).toMatch(/date: not stated$/);
  });

  it('name the office as the source of the cadence', () => {
    expect(citationOf(pack, pack.reminders, 'zh-CN').source).toBe('办公室设定');
  });
});

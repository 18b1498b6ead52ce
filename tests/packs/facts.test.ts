import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { reportedSteps } from '../../knowledge/enrollment/state.ts';
import { factAt } from '../../knowledge/packs/template.ts';

const pack = await loadPack('jiangsu-2022');

/** What the notice says, fact by fact. */
const facts: [path: string, value: unknown][] = [
  ['policyYear', 2022],
  ['eligibility.baseYear', 2021],
  ['eligibility.lowerUsd', 300_000],
  ['eligibility.upperUsd', 3_000_000],
  ['eligibility.boundsInclusive', { value: true, ourReading: true }],
  ['eligibility.province', '江苏省'],
  ['eligibility.approvedListRequired', true],
  ['eligibility.approvedListPublisher', '商务厅'],
  ['application.channelName', '中国国际贸易单一窗口'],
  ['application.channelUrl', 'http://www.singlewindow.cn'],
  ['application.menuPath', ['金融服务', '出口信用', '小微投保']],
  ['application.pendingEntry', '待确认投保单'],
  ['application.doneMessage', '投保成功'],
  ['application.serviceCentre', '信用保险服务中心'],
  ['systemRequirements.operatingSystems', ['Windows 7', 'Windows 10']],
  ['systemRequirements.bits', [32, 64]],
  ['systemRequirements.notRecommended', ['Windows XP']],
  [
    'systemRequirements.browsers',
    [
      { name: 'Chrome', minVersion: 20 },
      { name: 'IE', minVersion: 9 },
    ],
  ],
  ['systemRequirements.recommendedBrowsers', ['IE 10', 'IE 11']],
  ['systemRequirements.clientSoftware', '中国电子口岸客户端控件'],
  ['cardLogin.media', ['法人IC卡', '法人IKEY']],
  ['cardLogin.readerRequired', true],
  ['cardLogin.passwordName', '介质密码'],
  ['cardLogin.loginButton', '登录'],
  ['coverage.creditTermMaxDays', 360],
  ['coverage.exclusionsListedIn', '保单明细表'],
  ['risks.detailsIn', '保单条款'],
  ['payout.ratioPercent', 80],
  ['cap.amount', 150_000],
  ['cap.currency', 'USD'],
  ['cap.unit', 'perPolicy'],
  ['fees.chargedWhileEnrolling', false],
  ['fees.paymentLinksShown', false],
  ['returnedRenewal.noticeWhere', '中国国际贸易单一窗口'],
  ['contacts.operation.0.name', '谈小姐'],
  ['contacts.operation.0.phone', '13601469081'],
  ['contacts.operation.0.city', '淮安'],
  ['qqGroup.number', '797862747'],
  ['app.name', '信步天下'],
  ['insurer.name', '中国出口信用保险公司'],
  ['insurer.shortName', '中国信保'],
  ['background.incentives', ['出口信用保险', '出口退税', '出口信贷']],
  ['reminders.firstAfterWorkingDays', 3],
  ['reminders.everyWorkingDays', 5],
  ['reminders.maxReminders', 6],
  ['reminders.sendAt', '09:30'],
];

describe('the pack jiangsu-2022', () => {
  it.each(facts)('has %s', (path, value) => {
    expect(factAt(pack, path)).toEqual(value);
  });

  it.each([
    'sources.0.date',
    'application.deadline',
    'application.policyPeriod',
    'fees.payer',
    'fees.premium',
  ])('leaves %s unstated, as the notice does', (path) => {
    expect(factAt(pack, path)).toBeNull();
  });

  it('covers four kinds of risk and all thirteen cities', () => {
    expect(pack.risks.items.map((r) => r.id)).toEqual(['insolvency', 'default', 'rejection', 'political']);
    expect(new Set(pack.cities).size).toBe(13);
  });

  it('has the buttons of every page in the order of the pages', () => {
    const reporting = pack.steps.filter((s) => s.reports !== null);
    expect(reporting.map((s) => s.reports)).toEqual([...reportedSteps]);
    expect(reporting.flatMap((s) => s.buttons)).toEqual([
      '企业实名认证',
      '待确认投保单',
      '查看单证',
      '已认真阅读以上内容并同意',
      '确认投保',
      '保存印章并生成协议',
      '我确认协议条款',
      '确认',
      '同意提供上述数据内容',
      '授权',
      '确定',
      '确定',
    ]);
  });

  it('marks the cadence as set by the office, and nothing else', () => {
    const kindOf = (id: string): string | undefined => pack.sources.find((s) => s.id === id)?.kind;
    expect(kindOf(pack.reminders.source)).toBe('office');
    for (const group of [pack.eligibility, pack.application, pack.payout, pack.fees, pack.contacts]) {
      expect(kindOf(group.source)).toBe('notice');
    }
  });

  it('has enough ways to ask for each topic', () => {
    for (const entry of pack.faq) {
      expect(entry.questions.length, entry.topic).toBeGreaterThanOrEqual(8);
      expect(entry.questionsEn.length, entry.topic).toBeGreaterThanOrEqual(3);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { policyPackSchema } from '../../knowledge/packs/schema.ts';
import { factAt, fillTemplate } from '../../knowledge/packs/template.ts';
import { programmeSchema } from './fixtures/programme-schema.ts';
import type { Programme } from './fixtures/programme-schema.ts';

/** Programmes as public pages describe them, unverified: they show what a pack must be able to say. */
const folder = new URL('fixtures/', import.meta.url);
const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));
const readRaw = (id: string): unknown => JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
const read = (id: string): Programme => programmeSchema.parse(readRaw(id));
const base = await loadPack('jiangsu-2022');

/** Without the site, whose address a page gives without its protocol. */
function termsOf(programme: Programme): object {
  const terms = { ...programme.application };
  delete terms.channelUrl;
  delete terms.channelName;
  return terms;
}

/** The base pack with the groups of the programme laid over its own: what a pack of that programme would hold. */
function asPack(programme: Programme): typeof base {
  const { eligibility, payout, cap, fees, underwriting, amendments } = programme;
  const { source, section } = base.programme;
  return policyPackSchema.parse({
    ...base,
    city: programme.city,
    eligibility: { ...base.eligibility, ...eligibility },
    application: { ...base.application, ...termsOf(programme) },
    payout: { ...base.payout, ...payout },
    cap: { ...base.cap, ...cap },
    fees: { ...base.fees, ...fees },
    underwriting: underwriting === undefined ? null : { source, section, ...underwriting },
    programme: { ...base.programme, ...programme.programme },
    amendments: amendments ?? [],
  });
}

/** The fields that matter, fixture by fixture. */
const expected: [id: string, facts: Record<string, unknown>][] = [
  [
    'huaian-2015',
    {
      city: '淮安',
      'eligibility.lowerUsd': 500_000,
      'eligibility.upperUsd': 3_000_000,
      'eligibility.boundsInclusive.ourReading': false,
      'eligibility.exportsCounted': 'customs',
      'eligibility.firstComeFirstServed.zh-CN': '新参保企业',
      'application.method': 'paper',
      'application.requiredPapers.length': 2,
      'payout.ratioPercent': 80,
      'cap.amount': 80_000,
      'cap.unit': 'perBuyerOrBank',
      'cap.further.0': { amount: 100, currency: 'USD', unit: 'timesPremium' },
      'underwriting.insurers': ['江苏信保'],
    },
  ],
  [
    'shenzhen-2022',
    {
      'eligibility.upperUsd': 8_000_000,
      'eligibility.approvedListPublisher': '市商务局',
      'application.policyPeriod': { from: '2022-07-01', to: '2023-06-30' },
      'application.lateConfirmation': { after: '2022-06-30', effect: 'coverFromIssue' },
      'cap.amount': 150_000,
      'cap.unit': 'perBuyerOrBank',
    },
  ],
  [
    'guangdong-2024',
    {
      'eligibility.lowerUsd': 0,
      'eligibility.upperUsd': 10_000_000,
      'eligibility.citiesExcluded': ['深圳'],
      'cap.unit': 'perPolicyYear',
      'payout.others.0.ratioPercent': 20,
    },
  ],
  ['zhanjiang-2024', { 'underwriting.arrangement': 'anyOnRecord', 'fees.model': 'subsidised' }],
  [
    'zhongshan-2022',
    {
      'eligibility.upperUsd': 6_000_000,
      'programme.category': '普惠平台类',
      'amendments.0.before': 3_000_000,
      'amendments.1.before': '小微企业类',
      'underwriting.arrangement': 'choiceOfSeveral',
    },
  ],
  [
    'guangdong-2012',
    {
      'payout.ratioPercent': 70,
      'payout.others.0.ratioPercent': 90,
      'fees.support.0.percentMin': 80,
      'fees.support.1.percentMax': 20,
    },
  ],
  [
    'guangdong-2015',
    { 'payout.protectionGrades': 16, 'application.onlineServices': ['enroll', 'renew', 'claim'] },
  ],
  [
    'fuyang-2025',
    {
      'eligibility.upperUsd': 5_000_000,
      'application.method': 'automatic',
      'cap.amount': 80_000,
      'cap.unit': null,
      'fees.model': 'free',
      'underwriting.arrangement': 'jointly',
      'underwriting.insurers': ['中国信保', '人保财险'],
    },
  ],
  [
    'cixi-2015',
    {
      'eligibility.exportsCounted': 'selfRun',
      'eligibility.withoutExports.coverUpToUsd': 2_000_000,
      'payout.ratioIs': 'atLeast',
      'cap.unit': 'perBuyer',
      'cap.further.0.amount': 50,
      'fees.model': 'paidFirstRefunded',
      'fees.premiumRate.percentMax': 0.12,
      'underwriting.count': 5,
    },
  ],
  ['jiangxi-2014', { 'payout.ratioPercent': null, 'fees.model': 'subsidised' }],
  ['yantai-2009', { 'eligibility.premiumAtLeastUsd': 10_000, 'fees.support.1.percentMin': 30 }],
  [
    'xiamen-2008',
    {
      'fees.support.1.of': 'creditReport',
      'fees.supportCap': { amount: 1_000_000, currency: 'CNY', unit: 'perFirm' },
    },
  ],
  ['jiangsu-2020-relief', { 'fees.support.0.kind': 'rateCut', 'fees.support.0.percentMax': 30 }],
  ['hubei-loan', { 'eligibility.revenueUpperCny': 400_000_000 }],
  [
    'hongkong-2026',
    {
      'payout.ratioIs': 'about',
      'cap.amount': 600_000,
      'cap.currency': 'HKD',
      'fees.premiumRate.percentMin': 0.4,
    },
  ],
];

describe('the pack schema expresses the programmes of other places and years', () => {
  it('has expectations for every fixture', () => {
    expect(expected.map(([id]) => id).sort()).toEqual([...ids].sort());
  });

  it.each(expected)('%s', (id, facts) => {
    const programme = read(id);
    expect(programme.id).toBe(id);
    expect(programme.verified).toBe(false);
    const pack = asPack(programme);
    for (const [path, value] of Object.entries(facts)) {
      const at = path.endsWith('.length')
        ? (factAt(pack, path.slice(0, -'.length'.length)) as unknown[]).length
        : factAt(pack, path);
      expect(at, path).toEqual(value);
    }
  });

  it('tells what is no insurance for exporters’ platforms from what is', () => {
    const kinds = Object.fromEntries(ids.map((id) => [id, read(id).kind]));
    expect(kinds['hubei-loan']).toBe('loan');
    expect(kinds['yantai-2009']).toBe('premiumSupport');
    expect(Object.values(kinds).filter((kind) => kind === 'insurance').length).toBe(11);
  });

  it('refuses a field that a pack does not know, and a fixture that claims to be verified', () => {
    const raw = readRaw('cixi-2015') as object;
    expect(programmeSchema.safeParse({ ...raw, cap: { perShip: 1 } }).success).toBe(false);
    expect(programmeSchema.safeParse({ ...raw, verified: true }).success).toBe(false);
  });

  it.each(ids)('%s is not a pack that the product would load', async (id) => {
    await expect(loadPack(id)).rejects.toThrow(/没有找到政策包/);
  });
});

describe('terms in words', () => {
  const say = (id: string, template: string, locale: 'zh-CN' | 'en' = 'zh-CN'): string =>
    fillTemplate(template, asPack(read(id)), locale).text;

  it.each([
    ['huaian-2015', '{cap|limits}', '每个买方或开证行最高8万美元；全年最高为保险费的100倍'],
    ['guangdong-2024', '{cap|limits}', '每个保单年度最高15万美元'],
    ['guangdong-2024', '{eligibility|range}', '0–1000万美元'],
    ['fuyang-2025', '{cap|limit}', '最高8万美元（原文没有说明按什么算）'],
    ['hongkong-2026', '{cap|money}', '60万港元'],
    ['hongkong-2026', '{payout|ratio}', '70%左右'],
    ['cixi-2015', '{payout|ratio}', '不低于70%'],
    ['cixi-2015', '{fees.model|payment}', '企业先缴保费，之后再退还'],
    ['jiangxi-2014', '{payout|ratio}', '未载明'],
    [
      'shenzhen-2022',
      '{application.lateConfirmation|late}',
      '2022-06-30以后才确认的，保障从保单实际签发那天起算，到2023-06-30为止',
    ],
  ])('%s %s', (id, template, text) => {
    expect(say(id, template)).toBe(text);
    expect(say(id, template, 'en')).not.toMatch(/[{}]|undefined/);
  });

  it('gives no amount of money for a multiple of the premium', () => {
    expect(say('cixi-2015', '{cap.further.0|money}')).toBe('{cap.further.0|money}');
  });
});

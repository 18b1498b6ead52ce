import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { normalize } from '../../knowledge/answering/text/normalize.ts';
import { workedCase } from '../../knowledge/answering/worked-case.ts';
import type { WorkedCase } from '../../knowledge/answering/worked-kinds.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';

const jiangsu = await loadPack('jiangsu-2022');
const example = await loadPack('example-2026');

type Topic = Parameters<typeof workedCase>[1];
type Kind = WorkedCase['kind'] | null;

const inPack = (pack: PolicyPack, topic: Topic, said: string): WorkedCase | null =>
  workedCase(pack, topic, said, normalize(said));
const kindIn = (pack: PolicyPack, topic: Topic, said: string): Kind =>
  inPack(pack, topic, said)?.kind ?? null;

const withCap = (cap: Partial<PolicyPack['cap']>): PolicyPack => ({
  ...jiangsu,
  cap: { ...jiangsu.cap, ...cap },
});
const exclusive: PolicyPack = {
  ...jiangsu,
  eligibility: { ...jiangsu.eligibility, boundsInclusive: { value: false, ourReading: false } },
};

describe('exports against the bounds of the pack', () => {
  it.each<[string, Kind]>([
    ['我们2021年出口20万美元能参加吗', 'exportsBelow'],
    ['2021年出口0美元能参加吗', 'exportsBelow'],
    ['2021年出口29.9999万美元可以吗', 'exportsBelow'],
    ['去年出了120万刀能参加吗', 'exportsWithin'],
    ['2021年出口30万美元能参加吗', 'exportsWithin'],
    ['2021年出口300万美元能参加吗', 'exportsWithin'],
    ['2021年出口四十五点五万美元', 'exportsWithin'],
    ['2021年出口四十五万美元能投吗', 'exportsWithin'],
    ['2021年出口４５万美元能投吗', 'exportsWithin'],
    ['2021年出口45w刀能投吗', 'exportsWithin'],
    ['2021年出口大概45万美元能投吗', 'exportsWithin'],
    ['45万能参加吗', 'exportsWithin'],
    ['2021年出口额450,000美元符合吗', 'exportsWithin'],
    ['we exported 0.5 million in 2021, can we join', 'exportsWithin'],
    ['we exported 500k usd in 2021, can we join?', 'exportsWithin'],
    ['our exports in 2021 were $450,000, do we qualify?', 'exportsWithin'],
    ['2021年出口３０１万美元能参加吗', 'exportsAbove'],
    ['2021年出口3亿美元能参加吗', 'exportsAbove'],
    ['we exported 5 million usd in 2021, can we join', 'exportsAbove'],
    ['2020年出口45万美元能参加吗', 'exportsOtherYear'],
    ['we exported 45k usd in 2019, can we join', 'exportsOtherYear'],
    ['2021年出口200万人民币能参加吗', 'exportsNotUsd'],
    ['2021年出口200万元能参加吗', 'exportsNotUsd'],
    ['2021年出口40万欧元能参加吗', 'exportsNotUsd'],
    ['出口-20万美元能参加吗', null],
    ['出口负20万美元能参加吗', null],
    ['2021年出口99999999999999万美元能参加吗', null],
    ['出口20万美元或者40万美元能参加吗', null],
    ['出口30-50万美元能参加吗', null],
    ['出口几十万美元能参加吗', null],
    ['每个月出口5万美元能参加吗', null],
    ['浙江的企业2021年出口45万美元能参加吗', null],
    ['2021年出口45万美元但不在名单里能参加吗', null],
    ['谁能参加', null],
  ])('%s -> %s', (said, kind) => {
    expect(kindIn(jiangsu, 'eligibility', said)).toBe(kind);
  });

  it.each<[string, Kind]>([
    ['2025年出口20万美元能参加吗', 'exportsWithin'],
    ['2025年出口10万美元能参加吗', 'exportsWithin'],
    ['2025年出口9万美元能参加吗', 'exportsBelow'],
    ['2025年出口501万美元能参加吗', 'exportsAbove'],
    ['2021年出口45万美元能参加吗', 'exportsOtherYear'],
  ])('goes by the bounds of another pack: %s -> %s', (said, kind) => {
    expect(kindIn(example, 'eligibility', said)).toBe(kind);
  });

  it('says of a bound whether that it is inside is our reading', () => {
    expect(inPack(jiangsu, 'eligibility', '2021年出口30万美元能参加吗')).toMatchObject({ ourReading: true });
    expect(inPack(example, 'eligibility', '2025年出口10万美元能参加吗')).toMatchObject({ ourReading: false });
    expect(kindIn(exclusive, 'eligibility', '2021年出口30万美元能参加吗')).toBe('exportsAtExcludedBound');
    expect(kindIn(exclusive, 'eligibility', '2021年出口300万美元能参加吗')).toBe('exportsAtExcludedBound');
    expect(kindIn(exclusive, 'eligibility', '2021年出口31万美元能参加吗')).toBe('exportsWithin');
  });

  it('leaves firms with terms of their own alone', () => {
    const apart: PolicyPack = {
      ...jiangsu,
      eligibility: {
        ...jiangsu.eligibility,
        withoutExports: { coverUpToUsd: 50_000 },
        citiesExcluded: ['虚构市'],
      },
    };
    expect(kindIn(apart, 'eligibility', '2021年出口0美元能参加吗')).toBeNull();
    expect(kindIn(apart, 'eligibility', '虚构市的企业2021年出口45万美元能参加吗')).toBeNull();
  });
});

describe('a loss against the ratio and the limit of the pack', () => {
  it.each<[string, Kind]>([
    ['买家破产亏了10万美元能赔多少', 'lossWithinCap'],
    ['买家破产亏了30万美元能赔多少', 'lossBeyondCap'],
    ['买家跑路了，亏了十万美元，赔多少', 'lossWithinCap'],
    ['买方拖欠１０万美元能赔多少', 'lossWithinCap'],
    ['对方欠我们10w刀不还，能赔多少', 'lossWithinCap'],
    ['亏了10万赔多少', 'lossWithinCap'],
    ['亏了18.75万美元赔多少', 'lossWithinCap'],
    ['亏了18.76万美元赔多少', 'lossBeyondCap'],
    ['how much do we get back if buyer goes bust, we lost 60k usd', 'lossWithinCap'],
    ['buyer went bankrupt and owes us $300,000, how much do you pay?', 'lossBeyondCap'],
    ['we lost 2 million dollars, how much is paid', 'lossBeyondCap'],
    ['the buyer did not pay 50,000 usd, how much is covered', 'lossWithinCap'],
    ['亏了50万人民币赔多少', 'lossOtherCurrency'],
    ['损失8万欧元能赔多少', 'lossOtherCurrency'],
    ['亏了0美元赔多少', null],
    ['亏了-10万美元赔多少', null],
    ['亏了99999999999999万美元赔多少', null],
    ['亏了10万美元或者20万美元能赔多少', null],
    ['能赔10万美元吗', null],
    ['最高赔15万美元吗', null],
    ['do you pay 100k usd if the buyer goes bankrupt', null],
  ])('%s -> %s', (said, kind) => {
    expect(kindIn(jiangsu, 'payout-ratio', said)).toBe(kind);
    expect(kindIn(jiangsu, 'max-indemnity', said)).toBe(kind);
  });

  it('reckons to the cent', () => {
    expect(inPack(jiangsu, 'payout-ratio', '亏了12345.67美元赔多少')).toMatchObject({ share: 9876.54 });
    expect(inPack(jiangsu, 'payout-ratio', '亏了0.1美元赔多少')).toMatchObject({ share: 0.08 });
  });

  it('goes by the ratio, the limit and its unit of another pack', () => {
    expect(inPack(example, 'payout-ratio', '买家破产亏了10万美元能赔多少')).toMatchObject({
      kind: 'lossWithinCap',
      percent: 70,
      share: 70_000,
      cap: 80_000,
      capUnit: 'perBuyer',
      more: true,
    });
    expect(kindIn(example, 'payout-ratio', '买家破产亏了12万美元能赔多少')).toBe('lossBeyondCap');
  });

  it('goes by the currency of the limit, and converts nothing', () => {
    const yuan = withCap({ amount: 500_000, currency: 'CNY' });
    expect(inPack(yuan, 'payout-ratio', '亏了50万人民币赔多少')).toMatchObject({
      share: 400_000,
      currency: 'CNY',
    });
    expect(inPack(yuan, 'payout-ratio', '亏了50万赔多少')).toMatchObject({ assumedCurrency: true });
    expect(kindIn(yuan, 'payout-ratio', '亏了10万美元赔多少')).toBe('lossOtherCurrency');
    expect(kindIn(withCap({ currency: 'HKD' }), 'payout-ratio', '亏了10万美元赔多少')).toBeNull();
  });

  it('says nothing where the pack states no exact ratio or no amount', () => {
    const said = '买家破产亏了10万美元能赔多少';
    expect(kindIn(withCap({ amount: null }), 'payout-ratio', said)).toBeNull();
    expect(kindIn(withCap({ unit: 'timesPremium' }), 'payout-ratio', said)).toBeNull();
    for (const ratioIs of ['atLeast', 'about'] as const) {
      expect(kindIn({ ...jiangsu, payout: { ...jiangsu.payout, ratioIs } }, 'payout-ratio', said)).toBeNull();
    }
  });

  it('takes the lowest of several limits in the same currency', () => {
    const pack = withCap({ further: [{ amount: 50_000, currency: 'USD', unit: 'perBuyer' }] });
    expect(inPack(pack, 'payout-ratio', '买家破产亏了10万美元能赔多少')).toMatchObject({
      kind: 'lossBeyondCap',
      cap: 50_000,
      capUnit: 'perBuyer',
      more: true,
    });
  });
});

describe('a credit term against the longest one of the pack', () => {
  it.each<[string, Kind]>([
    ['放账400天能保吗', 'termBeyond'],
    ['账期90天能保吗', 'termWithin'],
    ['账期１２０天能保吗', 'termWithin'],
    ['账期360天能保吗', 'termWithin'],
    ['账期三百六十一天能保吗', 'termBeyond'],
    ['账期半年能保吗', 'termWithin'],
    ['账期两年能保吗', 'termBeyond'],
    ['账期一年能保吗', 'termBeyond'],
    ['is a credit term of 120 days covered', 'termWithin'],
    ['our payment terms are 18 months, is that covered', 'termBeyond'],
    ['账期12个月能保吗', null],
    ['账期0天能保吗', null],
    ['账期超过360天怎么办', null],
    ['账期90天还是180天', null],
    ['客户逾期90天了', null],
  ])('%s -> %s', (said, kind) => {
    expect(kindIn(jiangsu, 'credit-term', said)).toBe(kind);
  });

  it('goes by the days of another pack', () => {
    expect(kindIn(example, 'credit-term', '账期200天能保吗')).toBe('termBeyond');
    expect(kindIn(jiangsu, 'credit-term', '账期200天能保吗')).toBe('termWithin');
  });
});

it('works nothing out for other topics', () => {
  for (const topic of ['fees', 'how-to-apply', 'contacts', 'risks-covered'] as const) {
    expect(kindIn(jiangsu, topic, '2021年出口20万美元，买家破产亏了10万美元，账期90天')).toBeNull();
  }
});

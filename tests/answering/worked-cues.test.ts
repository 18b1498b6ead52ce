import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { normalize } from '../../knowledge/answering/text/normalize.ts';
import { workedCase } from '../../knowledge/answering/worked-case.ts';

const pack = await loadPack('jiangsu-2022');
const amountIn = (topic: 'eligibility' | 'payout-ratio', said: string): number | null => {
  const worked = workedCase(pack, topic, said, normalize(said));
  if (worked === null) return null;
  return 'loss' in worked ? worked.loss : 'amount' in worked ? worked.amount : null;
};

describe('what a buyer has not paid is a loss, other money is none', () => {
  it.each<[string, number | null]>([
    ['合同金额10万美元能赔多少', null],
    ['10万美元的合同，买家破产了，能赔多少', null],
    ['签了合同，买家破产，亏了10万美元，能赔多少', 100_000],
    ['货值10万美元，买家拒收，能赔多少', 100_000],
    ['这批货10万美元，买家破产了，能赔多少', 100_000],
    ['买家注册资本500万美元，破产了能赔多少', null],
    ['注册资本500万人民币的公司破产了能赔多少', null],
    ['我们年营业额2000万人民币，买家破产能赔多少', null],
    ['保额10万美元，买家拖欠能赔多少', null],
    ['投保金额20万美元，买家破产怎么赔', null],
    ['发票金额10万美元，买家没付，能赔多少', 100_000],
    ['收了3万美元定金，买家破产，能赔多少', null],
    ['定金收了30%，剩下7万美元收不回来，能赔多少', 70_000],
    ['尾款5万美元收不回来能赔多少', 50_000],
    ['货款10万美元收不回一半能赔多少', null],
    ['订单5万件，买家拒收，能赔多少', null],
    ['我们年出口200万美元，买家破产能赔多少', null],
    ['去年出口200万美元，买家破产能赔多少', null],
    ['保费500美元，买家破产能赔多少', null],
    ['买家破产了，打13800138000能赔多少', null],
    ['2022年3月15日买家破产，能赔多少', null],
    ['HS编码8517120000的货被拒收，能赔多少', null],
    ['80%是怎么赔的，亏了10万美元赔多少', 100_000],
    ['contract value 100k usd, buyer bankrupt, how much is paid', null],
    ['invoice of 100,000 usd unpaid, how much is paid', 100_000],
    ['buyer refused goods worth 40k usd, how much do we get', 40_000],
    ['we took a deposit of 20k usd and the buyer went bankrupt, how much is paid', null],
    ['the remaining balance of 70k usd is unpaid, how much is paid', 70_000],
  ])('%s -> %s', (said, loss) => {
    expect(amountIn('payout-ratio', said)).toBe(loss);
  });
});

describe('what a firm exported in a year is told from its other money', () => {
  it.each<[string, number | null]>([
    ['注册资本500万能参加吗', null],
    ['我们公司注册资金50万美元，能参加吗', null],
    ['营业额2000万人民币能参加吗', null],
    ['年销售额200万美元能参加吗', null],
    ['内销50万美元能参加吗', null],
    ['进口50万美元能参加吗', null],
    ['有个50万美元的合同能参加吗', null],
    ['有个50万美元的订单能参加吗', null],
    ['这票货50万美元能参加吗', null],
    ['想投保额50万美元可以参加吗', null],
    ['2021年出口5万件能参加吗', null],
    ['电话13800138000，能参加吗', null],
    ['HS编码8517120000的能参加吗', null],
    ['2021年12月成立的能参加吗', null],
    ['2021年报关出口45万美元能参加吗', 450_000],
    ['公司成立10年，2021年出口45万美元能参加吗', 450_000],
    ['our turnover is 5 million usd, can we join', null],
    ['registered capital 500k usd, can we join', null],
    ['we have an order of 500k usd, can we join', null],
    ['we shipped 50000 pieces in 2021, can we join', null],
  ])('%s -> %s', (said, exported) => {
    expect(amountIn('eligibility', said)).toBe(exported);
  });
});

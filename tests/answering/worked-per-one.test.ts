import { expect, it } from 'vitest';
import { isPerOne } from '../../knowledge/answering/worked-cues.ts';

it.each([
  ['两个买家各损失10万美元能赔多少', true],
  ['一共两个客户各亏15万美元,赔多少', true],
  ['每个客户亏了8万美元', true],
  ['三笔分别亏5万美元', true],
  ['a total of 3 buyers, each lost usd 100,000', true],
  ['Each buyer lost USD 100,000, how much is paid', true],
  ['买家破产亏了10万美元能赔多少', false],
  ['各位老师,客户跑了亏5万美元赔多少', false],
  ['we lost 60k usd, how much is paid', false],
])('%s speaks of the amount of one: %s', (text, perOne) => {
  expect(isPerOne(text)).toBe(perOne);
});

import { describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { normalize } from '../../knowledge/answering/text/normalize.ts';
import { workedCase } from '../../knowledge/answering/worked-case.ts';
import { openAnswerer } from './open-answerer.ts';

const jiangsu = await loadPack('jiangsu-2022');
const kindOf = (topic: 'eligibility' | 'payout-ratio' | 'max-indemnity' | 'credit-term', said: string) =>
  workedCase(jiangsu, topic, said, normalize(said))?.kind ?? null;

describe('a worked case', () => {
  it.each([
    ['eligibility', '我们2021年出口20万美元能参加吗', 'exportsBelow'],
    ['eligibility', '去年出了120万刀能参加吗', 'exportsWithin'],
    ['eligibility', '2021年出口30万美元能参加吗', 'exportsWithin'],
    ['eligibility', '2021年出口300万美元能参加吗', 'exportsWithin'],
    ['eligibility', '2021年出口３０１万美元能参加吗', 'exportsAbove'],
    ['eligibility', '2021年出口四十五点五万美元', 'exportsWithin'],
    ['eligibility', '2020年出口45万美元能参加吗', 'exportsOtherYear'],
    ['eligibility', '2021年出口200万人民币能参加吗', 'exportsNotUsd'],
    ['eligibility', 'we exported 0.5 million in 2021, can we join', 'exportsWithin'],
    ['eligibility', '出口-20万美元能参加吗', null],
    ['eligibility', '出口20万美元或者40万美元能参加吗', null],
    ['eligibility', '谁能参加', null],
    ['payout-ratio', '买家破产亏了10万美元能赔多少', 'lossWithinCap'],
    ['payout-ratio', '买家破产亏了30万美元能赔多少', 'lossBeyondCap'],
    ['payout-ratio', '能赔10万美元吗', null],
    ['max-indemnity', '最高赔15万美元吗', null],
    ['payout-ratio', '亏了0美元赔多少', null],
    ['credit-term', '放账400天能保吗', 'termBeyond'],
    ['credit-term', '账期90天能保吗', 'termWithin'],
    ['credit-term', '账期360天能保吗', 'termWithin'],
    ['credit-term', '账期超过360天怎么办', null],
    ['credit-term', '账期90天还是180天', null],
  ] as const)('%s: %s -> %s', (topic, said, kind) => {
    expect(kindOf(topic, said)).toBe(kind);
  });

  it('comes first in an answer', async () => {
    const { answerer } = await openAnswerer();
    const answer = answerer.ask('放账400天能保吗');
    expect(answer.outcome === 'answer' ? answer.text.split('\n')[0] : '400天').toContain('400天');
  });
});

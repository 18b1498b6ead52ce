import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { manyPacks } from '../../bench/many-packs.ts';
import { measurePacks } from '../../bench/packs.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';

const own = await loadPack('jiangsu-2022');
const others = manyPacks(own, 49);

describe('fifty packs behind one router', () => {
  let answerer: PolicyAnswerer;
  beforeAll(async () => {
    answerer = await loadAnswerer(own, others);
  });

  it('are fifty, each with an ID and a ratio of its own', () => {
    expect(new Set([own, ...others].map(({ id }) => id)).size).toBe(50);
    expect(new Set([own, ...others].map(({ payout }) => payout.ratioPercent)).size).toBe(50);
  });

  it('answer each for its own place and year, with its own figure', () => {
    for (const { id, province, policyYear, payout } of others) {
      const { pack, text } = answerer.ask(`${province}${policyYear}年的赔付比例是多少`);
      expect(pack).toBe(id);
      expect(text).toContain(`${payout.ratioPercent}%`);
      expect(text).toContain(`${province}${policyYear}年度`);
    }
  });

  it('answer for the latest year where only the place is named, and for the office’s own where nothing is', () => {
    expect(answerer.ask('浙江的赔付比例是多少').pack).toBe('zhejiang-2023');
    expect(answerer.ask("What is Fujian's payout ratio?").pack).toBe('fujian-2023');
    expect(answerer.ask('赔付比例是多少').pack).toBe(own.id);
  });

  it('hand over what none of them is for, and name only a few', () => {
    for (const asked of ['新疆的赔付比例是多少', '浙江2019年的赔付比例是多少', '2030年的赔付比例是多少']) {
      const { outcome, text } = answerer.ask(asked);
      expect({ asked, outcome }).toEqual({ asked, outcome: 'handoff' });
      expect(text).not.toMatch(/\d%/);
      expect(text.match(/年度/g)?.length).toBeLessThan(10);
    }
  });
});

it('times one pack and many in one run', async () => {
  const times = await measurePacks(['赔付比例是多少', '今天天气怎么样'], 3);
  expect(times.packs).toBe(3);
  for (const { p50, p99 } of [times.one, times.all, times.first, times.named]) {
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50);
  }
});

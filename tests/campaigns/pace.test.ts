import { describe, expect, it } from 'vitest';
import { paceOf } from '../../knowledge/campaigns/pace.ts';
import { nextWidth } from '../../knowledge/campaigns/width.ts';

describe('the pace of a campaign', () => {
  it.each([1, 5, 6, 7, 60, 100, 1_500])('comes to %i a minute, in portions of some seconds', (perMinute) => {
    const { firms, everyMs } = paceOf(perMinute);
    expect((firms / everyMs) * 60_000).toBeCloseTo(perMinute, 1);
    expect(everyMs).toBeLessThanOrEqual(60_000);
    expect(perMinute < 6 || everyMs < 20_000).toBe(true);
  });
});

describe('how many firms are asked at once', () => {
  it.each([
    // A channel of 25 a second answers 100 in 4 s: the width comes to rest there.
    [100, [4_000, 4_000], 100],
    [25, [1_000], 50],
    [50, [500], 100],
    [100, [30_000], 50],
    [10, [60_000], 10],
    [40, [], 40],
  ])('%i at once took %j ms: then %i', (width, tookMs, next) => {
    expect(nextWidth(width, tookMs)).toBe(next);
  });
});

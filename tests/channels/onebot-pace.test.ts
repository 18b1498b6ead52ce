import { describe, expect, it } from 'vitest';
import { createPace } from '../../bot/channels/onebot/pace.ts';
import type { Pace } from '../../bot/channels/onebot/pace.ts';

const rules = {
  ...{ all: { burst: 3, everyMs: 100 }, chat: { burst: 2, everyMs: 300 } },
  longestWaitMs: 1_000,
};

const claimed = (pace: Pace, times: number): void => {
  for (let time = 0; time < times; time += 1) pace.claim('a', 0);
};

describe('the pace of sending', () => {
  it('lets a few go at once and then one at a time, in each chat and over all', () => {
    const pace = createPace(rules);
    expect([1, 2, 3, 4].map(() => pace.claim('a', 0))).toEqual(
      [0, 0, 300, 600].map((waitMs) => ({ waitMs })),
    );
    const others = createPace(rules);
    expect(['a', 'b', 'c', 'd', 'e'].map((chat) => others.claim(chat, 0))).toEqual(
      [0, 0, 0, 100, 200].map((waitMs) => ({ waitMs })),
    );
  });

  it('is fresh again after a while', () => {
    const pace = createPace(rules);
    claimed(pace, 3);
    expect(pace.claim('a', 5_000)).toEqual({ waitMs: 0 });
    expect(pace.claim('a', 5_000)).toEqual({ waitMs: 0 });
  });

  it('takes no message that would wait for too long, and forgets it', () => {
    const pace = createPace(rules);
    claimed(pace, 5);
    expect(pace.claim('a', 0)).toEqual({ refusedForMs: 1_200 });
    expect(pace.claim('a', 300)).toEqual({ waitMs: 900 });
  });

  it('lets what belongs to a message that is already there wait for longer', () => {
    const pace = createPace(rules);
    claimed(pace, 5);
    expect(pace.claim('a', 0, { urgent: true })).toEqual({ waitMs: 1_200 });
  });

  it('rests when QQ says that it is too much', () => {
    const pace = createPace(rules);
    pace.rest(60_000);
    expect(pace.claim('a', 0)).toEqual({ refusedForMs: 60_000 });
    expect(pace.claim('a', 60_000)).toEqual({ waitMs: 0 });
  });
});

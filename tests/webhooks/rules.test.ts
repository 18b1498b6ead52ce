import { describe, expect, it } from 'vitest';
import { fateOf, isUnavailable } from '../../knowledge/webhooks/attempts.ts';
import type { Answer } from '../../knowledge/webhooks/attempts.ts';
import { endpointUrl } from '../../knowledge/webhooks/endpoint-url.ts';
import { messageOf } from '../../knowledge/webhooks/message.ts';
import { packId } from '../support/fictional-firms.ts';

describe('the address of an endpoint', () => {
  it.each([
    ['https://hooks.example.com/tongbao?key=1', true],
    ['http://127.0.0.1:8080/hook', true],
    ['http://localhost/hook', true],
    ['http://[::1]:1/hook', true],
    ['http://hooks.example.com/', 'notHttps'],
    ['http://127.0.0.1.example.com/', 'notHttps'],
    ['http://10.0.0.5/', 'notHttps'],
    ['ftp://127.0.0.1/', 'notHttps'],
    ['https://user:secret@hooks.example.com/', 'hasCredentials'],
    ['https://hooks.example.com/#a', 'hasFragment'],
    ['hooks.example.com', 'notAUrl'],
  ])('%s: %s', (url, expected) => {
    const checked = endpointUrl(url);
    expect(checked.ok ? true : checked.problem).toBe(expected);
  });
});

describe('an attempt', () => {
  const now = new Date('2026-03-02T00:00:00.000Z');
  const status = (code: number, retryAfterMs: number | null = null): Answer => ({
    ...{ kind: 'status', status: code, retryAfterMs },
  });

  it.each<[Answer, string, boolean]>([
    [status(200), 'delivered', false],
    [status(204), 'delivered', false],
    [status(302), 'retry', false],
    [status(400), 'retry', false],
    [status(410), 'gone', false],
    [status(429), 'retry', true],
    [status(503), 'retry', true],
    [{ kind: 'timeout' }, 'retry', true],
    [{ kind: 'network' }, 'retry', true],
  ])('answered by %j is %s; the receiver is away: %s', (answer, outcome, unavailable) => {
    expect(fateOf(answer, 1, now).outcome).toBe(outcome);
    expect(isUnavailable(answer)).toBe(unavailable);
  });

  it('comes again after longer and longer pauses over three days, and then no more', () => {
    let at = now;
    const seconds: number[] = [];
    for (let attempts = 1; attempts < 10; attempts += 1) {
      const fate = fateOf(status(500), attempts, at);
      if (fate.outcome !== 'retry') throw new Error(fate.outcome);
      seconds.push((Date.parse(fate.at) - at.getTime()) / 1000);
      at = new Date(fate.at);
    }
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    expect((at.getTime() - now.getTime()) / 3_600_000).toBeGreaterThan(72);
    expect(fateOf(status(500), 10, at)).toEqual({ outcome: 'failed' });
  });

  it('waits as long as the receiver asks for, a day at most', () => {
    expect(fateOf(status(429, 60_000), 1, now)).toEqual({ outcome: 'retry', at: '2026-03-02T00:01:00.000Z' });
    expect(fateOf(status(429, 1_000), 1, now)).toEqual({ outcome: 'retry', at: '2026-03-02T00:00:05.000Z' });
    expect(fateOf(status(429, 9e9), 1, now)).toEqual({ outcome: 'retry', at: '2026-03-03T00:00:00.000Z' });
  });
});

describe('the message of a line of the timeline', () => {
  const at = '2026-03-02T00:00:00.000Z';
  const enrollment = { packId, uscc: '91329999MADEM0001Q', trial: false };

  it('says what the status is and who said so, and names nobody', () => {
    const event = { type: 'officialChanged', status: 'returned', reason: ' 印章不清楚 ', at } as const;
    expect(messageOf(enrollment, { at, source: 'staff', actor: 'staff-7', event })).toEqual({
      type: 'enrollment.statusChanged',
      timestamp: at,
      data: {
        ...{ pack: packId, uscc: '91329999MADEM0001Q', status: 'returned', reason: '印章不清楚' },
        ...{ corrected: false, source: 'staff', trial: false },
      },
    });
  });

  it('names the system whose event it was', () => {
    const event = { type: 'officialCorrected', status: 'approved', reason: '录错了', at } as const;
    const message = messageOf(enrollment, { at, source: 'api', actor: 'api/platform', event });
    expect(message?.data).toMatchObject({ source: 'api/platform', corrected: true });
  });

  it('is none where the firm itself says something', () => {
    const event = { type: 'stepReported', step: 'submitted', at } as const;
    expect(messageOf(enrollment, { at, source: 'firm', actor: 'x', event })).toBeNull();
  });
});

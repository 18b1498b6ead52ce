import { describe, expect, it } from 'vitest';
import { fateOf, isUnavailable } from '../../knowledge/webhooks/attempts.ts';
import type { Answer } from '../../knowledge/webhooks/attempts.ts';
import { endpointUrl } from '../../knowledge/webhooks/endpoint-url.ts';
import { mayConnect, mayName, nothingInside, parseAllowedInside } from '../../knowledge/webhooks/inside.ts';
import type { AllowedInside } from '../../knowledge/webhooks/inside.ts';
import { messageOf } from '../../knowledge/webhooks/message.ts';
import { packId } from '../support/fictional-firms.ts';

const allowed = (text: string): AllowedInside => parseAllowedInside(text) ?? nothingInside;
const thisMachine = allowed('127.0.0.0/8 ::1');

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
    ['https://10.0.0.5/', 'inside'],
    ['https://[::ffff:10.0.0.5]/', 'inside'],
    ['https://0x0a000005/', 'inside'],
  ])('%s: %s', (url, expected) => {
    const checked = endpointUrl(url, thisMachine);
    expect(checked.ok ? true : checked.problem).toBe(expected);
  });
});

describe('the own network', () => {
  it.each([
    ...['127.0.0.1', '127.9.9.9', '10.0.0.5', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.5', '64:ff9b::a00:5', '2002:a00:5::1', 'nonsense'],
  ])('is not connected to: %s', (address) => {
    expect(mayConnect('crm.example.com', address, nothingInside)).toBe(false);
  });

  it.each(['93.184.215.14', '::ffff:93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
    'does not have %s',
    (address) => expect(mayConnect('crm.example.com', address, nothingInside)).toBe(true),
  );

  it.each([
    ['crm.office.lan', 'crm.office.lan', '10.1.2.3', true],
    ['crm.office.lan', 'CRM.office.lan.', '10.1.2.3', true],
    ['crm.office.lan', 'other.office.lan', '10.1.2.3', false],
    ['10.1.0.0/16', 'crm.office.lan', '10.1.2.3', true],
    ['10.1.0.0/16', 'crm.office.lan', '::ffff:10.1.2.3', true],
    ['10.1.0.0/16', 'crm.office.lan', '10.2.2.3', false],
    ['10.1.2.3', 'crm.office.lan', '10.1.2.3', true],
    ['10.1.2.3', 'crm.office.lan', '10.1.2.4', false],
    ['fd00::/8', 'crm.office.lan', 'fd00::5', true],
    ['fd00::/8', 'crm.office.lan', '10.1.2.3', false],
  ])('with %s allowed: %s at %s: %s', (text, host, address, may) => {
    expect(mayConnect(host, address, allowed(text))).toBe(may);
  });

  it.each([
    ['localhost', '', false],
    ['tongbao.localhost', '', false],
    ['localhost', 'localhost', true],
    ['localhost', '127.0.0.1', true],
    ['[::ffff:127.0.0.1]', '', false],
    ['crm.example.com', '', true],
  ])('is seen by the name %s with “%s” allowed: %s', (host, text, may) => {
    expect(mayName(host, allowed(text))).toBe(may);
  });

  it.each(['10.0.0.0/33', 'a host!', '10.0.0', '*.office.lan', 'https://crm.office.lan'])(
    'is not described by %s',
    (text) => expect(parseAllowedInside(text)).toBeNull(),
  );
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
    [{ kind: 'inside' }, 'retry', true],
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

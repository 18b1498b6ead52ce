import { describe, expect, it } from 'vitest';
import { createLogger } from '../../cli/log.ts';
import { maskFields, maskText } from '../../cli/log-masking.ts';

function capture(pretty: boolean, level: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  const log = createLogger({ level, pretty, destination: { write: (line) => void lines.push(line) } });
  return { log, lines };
}

describe('masking by form', () => {
  it.each([
    ['a mobile number', '请打 13812345678 找王会计', '请打 *** 找王会计'],
    ['a mobile number with country code', 'call +86 138-1234-5678', 'call ***'],
    ['an office number', '电话 0517-83912345', '电话 ***'],
    ['a credit code', 'firm 91320800MA1XAMPL0X failed', 'firm 91***PL0X failed'],
    ['a bot token', 'https://api.example/bot123456789:AAEabcdefghijklmnopqrstuvwx_yz-12/getMe', '***'],
    ['a mail address', 'to wang.fang@example.com.cn', 'to ***'],
    ['a password in an address', 'proxy socks5://wang:geheim@127.0.0.1:1080', 'socks5://***@127.0.0.1'],
  ])('hides %s', (_what, text, expected) => {
    expect(maskText(text)).toContain(expected);
  });

  it.each(['2026-11-23T14:05:09.123Z', 'enrollment finished in 1234 ms', 'USD 300,000', 'ECONNREFUSED'])(
    'leaves %s alone',
    (text) => {
      expect(maskText(text)).toBe(text);
    },
  );

  it('keeps nothing of a token inside an address', () => {
    expect(maskText('/bot123456789:AAEabcdefghijklmnopqrstuvwx_yz-12/getMe')).not.toContain('AAE');
  });
});

describe('masking by key', () => {
  it('hides names, numbers, texts and codes at every depth', () => {
    const fields = {
      firm: { name: '淮安示例贸易有限公司', contacts: [{ contactName: '王芳', contactPhone: '0517-1' }] },
      text: '我们公司去年出口45万美金',
      token: 'x',
      code: 'K7Q2M9XW',
    };
    const masked = JSON.stringify(maskFields(fields));
    for (const secret of ['淮安', '王芳', '0517', '45万', 'K7Q2M9XW']) expect(masked).not.toContain(secret);
  });

  it('keeps the end of chat and user ids, so that two people can be told apart', () => {
    expect(maskFields({ chatId: 987654321, externalUserId: '12' })).toEqual({
      chatId: '…4321',
      externalUserId: '***',
    });
  });

  it('keeps error codes', () => {
    expect(maskFields({ code: 'ECONNREFUSED' })).toEqual({ code: 'ECONNREFUSED' });
    expect(maskFields({ code: 'rateLimited' })).toEqual({ code: 'rateLimited' });
    expect(maskFields({ code: 403 })).toEqual({ code: 403 });
  });

  it('masks errors, their causes and their own fields', () => {
    const error = Object.assign(new Error('13812345678 refused', { cause: new Error('a@b.example') }), {
      phone: '13812345678',
    });
    const masked = JSON.stringify(maskFields({ error }));
    expect(masked).toContain('refused');
    expect(masked).not.toContain('13812345678');
    expect(masked).not.toContain('a@b.example');
  });

  it('survives circular fields and big integers', () => {
    const loop: Record<string, unknown> = { big: 12n };
    loop['self'] = loop;
    expect(() => JSON.stringify(maskFields({ loop }))).not.toThrow();
  });
});

describe('logger', () => {
  it('writes one JSON line with level, time and masked fields', () => {
    const { log, lines } = capture(false);
    log.warn('send.failed 13812345678', { attempt: 2, uscc: '91320800MA1XAMPL0X' });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      msg: 'send.failed ***',
      attempt: 2,
      uscc: '91***PL0X',
    });
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = capture(false);
    log.debug('noise');
    expect(lines).toEqual([]);
  });

  it('writes a readable line for a terminal', () => {
    const { log, lines } = capture(true);
    log.info('server.listening', { port: 8080 });
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}server\.listening port=8080\n$/);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../activities/ports/services.ts';
import type { SmtpAccess } from '../../bot/channels/mail/contract.ts';
import { createMailSender } from '../../bot/channels/mail/sender.ts';
import { localhostCertificate } from '../support/localhost-certificate.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailFault, MailServer } from '../support/mail-server.ts';

// A busy machine is silent for a while, too.
const limits = { connectMs: 10_000, silenceMs: 2_000, totalMs: 20_000 };

const senderTo = (smtp: SmtpAccess) =>
  createMailSender(
    {
      smtp,
      from: { name: '统保办公室', address: 'office@example.cn' },
      ...{ replyTo: null, linkBase: 'https://tongbao.example.cn' },
    },
    {
      mailboxOf: async (address) =>
        address === 'wang@example.com'
          ? { identityId: 'i-1', locale: 'zh-CN', stopToken: 'tok', otherChannels: [] }
          : null,
      chatUrl: () => null,
    },
    limits,
  );

async function fateOf(smtp: SmtpAccess, address = 'wang@example.com'): Promise<unknown> {
  try {
    await senderTo(smtp).send(address, { paragraphs: ['请尽快确认投保。'], buttons: [], citation: null });
    return 'sent';
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    const { fate, code, retryAfterMs } = error;
    return { fate, code, retryAfterMs };
  }
}

const notSent = (code: string, retryAfterMs: number | null = null) => ({
  fate: 'notSent',
  code,
  retryAfterMs,
});
const ambiguous = (code: string) => ({ fate: 'ambiguous', code, retryAfterMs: null });
const minutes = 60_000;

describe('what is known of a mail', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(async () => server.close());
  beforeEach(() => {
    server.fault = 'accept';
    server.received.length = 0;
  });

  it('is that it was sent when the server took it', async () => {
    expect(await fateOf(server.access)).toBe('sent');
    expect(server.received).toMatchObject([{ from: 'office@example.cn', to: ['wang@example.com'] }]);
  });

  it.each<[string, MailFault, unknown]>([
    ['the server closes for now', { at: 'connect', code: 421 }, notSent('rateLimited', minutes)],
    ['too many mails', { at: 'from', code: 421 }, notSent('rateLimited', minutes)],
    ['greylisting', { at: 'recipient', code: 450 }, notSent('rateLimited', 5 * minutes)],
    ['a local error', { at: 'recipient', code: 451 }, notSent('rateLimited', 5 * minutes)],
    ['a full mailbox', { at: 'recipient', code: 452 }, notSent('rateLimited', 5 * minutes)],
    ['no such mailbox', { at: 'recipient', code: 550, text: '5.1.1 no' }, notSent('chatNotFound')],
    ['a refusal without a reason', { at: 'recipient', code: 550 }, notSent('badRequest')],
    ['our limit of the day', { at: 'recipient', code: 550, text: '5.4.5 no' }, notSent('badRequest')],
    ['a full mailbox', { at: 'recipient', code: 552, text: '5.2.2 no' }, notSent('badRequest')],
    ['no such domain', { at: 'recipient', code: 550, text: '5.1.2 no' }, notSent('chatNotFound')],
    ['mail of ours is refused', { at: 'recipient', code: 550, text: '5.7.1 no' }, notSent('badRequest')],
    ['our address is refused', { at: 'from', code: 553 }, notSent('server', 10 * minutes)],
    ['put off after the content', { at: 'content', code: 451 }, notSent('rateLimited', 5 * minutes)],
    ['closing after the content', { at: 'content', code: 421 }, notSent('rateLimited', minutes)],
    ['the content is refused', { at: 'content', code: 554 }, notSent('badRequest')],
    ['no mailbox after all', { at: 'content', code: 550, text: '5.1.1 no' }, notSent('chatNotFound')],
    ['a cut before the greeting', { cut: 'connect' }, notSent('network')],
    ['a cut before the content', { cut: 'recipient' }, notSent('network')],
    ['silence from the start', { silent: 'connect' }, notSent('timeout')],
    ['silence before the content', { silent: 'recipient' }, notSent('timeout')],
    ['a cut after the content', { cut: 'content' }, ambiguous('network')],
    ['silence after the content', { silent: 'content' }, ambiguous('timeout')],
  ])('%s', async (_what, fault, expected) => {
    server.fault = fault;
    expect(await fateOf(server.access)).toEqual(expected);
    expect(server.received).toEqual([]);
  });

  it('is that nothing went out when nobody listens', async () => {
    const closed = await startMailServer();
    await closed.close();
    expect(await fateOf(closed.access)).toEqual(notSent('network'));
  });

  it.each(['li@example.com', 'wang@example.com,li@example.com', 'wang@example.com\r\nBcc: x@example.com'])(
    'is that nobody has verified %j, so nothing is sent there',
    async (address) => {
      const before = server.contents();
      expect(await fateOf(server.access, address)).toEqual(notSent('chatNotFound'));
      expect(server.contents()).toBe(before);
    },
  );

  it('holds no address and no text of the server', async () => {
    server.fault = { at: 'recipient', code: 550, text: '5.1.1 <wang@example.com> has left' };
    const failed = await senderTo(server.access)
      .send('wang@example.com', { paragraphs: ['x'], buttons: [], citation: null })
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SendError);
    expect(JSON.stringify([String(failed), (failed as SendError).cause])).not.toContain('wang');
    expect(String((failed as SendError).cause)).toBe('SmtpFailure: SMTP: EENVELOPE 550');
  });
});

describe('a server with access of its own', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer({
      ...{ authOptional: false, allowInsecureAuth: false, ...localhostCertificate },
      onAuth: ({ username, password }, _session, done) =>
        username === 'office' && password === 'right'
          ? done(null, { user: 'office' })
          : done(new Error('no')),
    });
  });
  afterAll(async () => server.close());

  const secured = (password: string, ca?: string): SmtpAccess => ({
    ...{ ...server.access, host: 'localhost', requireTls: true, auth: { user: 'office', password } },
    ...(ca === undefined ? {} : { ca }),
  });

  it('takes mail over a secured line from who signs in', async () => {
    expect(await fateOf(secured('right', localhostCertificate.cert))).toBe('sent');
    expect(server.received).toHaveLength(1);
  });

  it('keeps mail waiting for a person while the password is wrong', async () => {
    expect(await fateOf(secured('wrong', localhostCertificate.cert))).toEqual(
      notSent('server', 10 * minutes),
    );
  });

  it('gets nothing, and no password, while its certificate is not trusted', async () => {
    expect(await fateOf(secured('right'))).toEqual(notSent('server', 10 * minutes));
    expect(server.received).toHaveLength(1);
  });

  it('gets nothing in clear', async () => {
    const clear = await startMailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    const access = { ...clear.access, requireTls: true, auth: { user: 'office', password: 'right' } };
    expect(await fateOf(access)).toEqual(notSent('server', 10 * minutes));
    expect(clear.contents()).toBe(0);
    await clear.close();
  });
});

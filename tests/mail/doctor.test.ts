import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkMail } from '../../cli/doctor/mail-check.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';

let server: MailServer;
let given: Record<string, string>;
beforeAll(async () => {
  server = await startMailServer({
    onAuth: ({ password }, _session, done) =>
      password === 'right' ? done(null, { user: 'office' }) : done(new Error('no')),
  });
});
afterAll(async () => server.close());
beforeEach(() => {
  server.fault = 'accept';
  given = {
    TONGBAO_SMTP_URL: `smtp://127.0.0.1:${server.access.port}`,
    TONGBAO_SMTP_USER: 'office@example.com',
    TONGBAO_SMTP_PASSWORD: 'right',
    TONGBAO_MAIL_FROM: 'office@example.com',
    TONGBAO_MAIL_LINK_URL: 'https://tongbao.example.com',
  };
});

const check = async (): Promise<string[]> =>
  (await checkMail(readSettings(given))).map(({ mark, say }) => `${mark} ${say(textsFor('zh-CN'))}`);

describe('doctor', () => {
  it('says nothing of mail that is not used', async () => {
    given = {};
    expect(await check()).toEqual([]);
  });

  it('is content with a server that lets us in, and sends nothing', async () => {
    const lines = await check();
    expect(lines.map((line) => line[0])).toEqual(['✓', '✓']);
    expect(lines.join()).toContain('https://tongbao.example.com/mail/');
    expect(server.contents()).toBe(0);
  });

  it('says that there is no mail without an address for the link that stops it', async () => {
    delete given['TONGBAO_MAIL_LINK_URL'];
    const [links] = await check();
    expect(links).toContain('✗');
    expect(links).toContain('TONGBAO_MAIL_LINK_URL');
  });

  it('says when the password is wrong, without saying it', async () => {
    given['TONGBAO_SMTP_PASSWORD'] = 'wrong-password';
    const said = (await check()).join();
    expect(said).toContain('✗ 邮件：服务器不接受');
    expect(said).not.toContain('wrong-password');
  });

  it('says when nobody answers', async () => {
    server.fault = { cut: 'connect' };
    expect((await check()).join()).toContain('✗ 邮件：连不上');
  });

  it('warns of a sender at another domain than who signs in', async () => {
    given['TONGBAO_MAIL_FROM'] = 'office@example.cn';
    expect((await check())[1]).toMatch(/^!.*example\.cn.*example\.com/);
  });
});

import { describe, expect, it } from 'vitest';
import { readSettings } from '../../cli/settings.ts';
import { UserError } from '../../knowledge/user-error.ts';

const given = {
  TONGBAO_SMTP_URL: 'smtps://smtp.example.com',
  TONGBAO_SMTP_USER: 'office@example.com',
  TONGBAO_SMTP_PASSWORD: 'p@ss:word/1',
  TONGBAO_MAIL_FROM: '统保办公室 <office@example.com>',
  TONGBAO_MAIL_LINK_URL: 'https://tongbao.example.com/tb/',
};

describe('settings of mail', () => {
  it('are off unless given', () => {
    expect(readSettings({}).mail).toBeNull();
    expect(readSettings({ TONGBAO_PUBLIC_URL: 'https://tongbao.example.com' }).mail).toBeNull();
  });

  it('name server, sender and where links lead', () => {
    expect(readSettings(given).mail).toEqual({
      smtp: {
        ...{ host: 'smtp.example.com', port: 465, secure: true, requireTls: true },
        auth: { user: 'office@example.com', password: 'p@ss:word/1' },
      },
      from: { name: '统保办公室', address: 'office@example.com' },
      replyTo: null,
      linkBase: 'https://tongbao.example.com/tb',
    });
  });

  it('may hold user and password in the address of the server', () => {
    const url = 'smtp://office%40example.com:p%40ss@smtp.example.com:2525';
    expect(
      readSettings({ TONGBAO_SMTP_URL: url, TONGBAO_MAIL_FROM: 'office@example.com' }).mail,
    ).toMatchObject({
      smtp: { port: 2525, secure: false, auth: { user: 'office@example.com', password: 'p@ss' } },
      from: { name: '', address: 'office@example.com' },
    });
  });

  it.each([
    ['smtp://smtp.example.com', true],
    ['smtp://10.0.0.5:25', true],
    ['smtp://localhost.example.com', true],
    ['smtp://127.0.0.1:1025', false],
    ['smtp://localhost:1025', false],
    ['smtp://[::1]:1025', false],
  ])('want a secured line to %s: %s', (url, requireTls) => {
    const { mail } = readSettings({ TONGBAO_SMTP_URL: url, TONGBAO_MAIL_FROM: 'office@example.com' });
    expect(mail?.smtp).toMatchObject({ secure: false, requireTls });
  });

  it.each([
    [{}, null],
    [{ TONGBAO_PUBLIC_URL: 'https://tongbao.example.com' }, 'https://tongbao.example.com'],
    [{ TONGBAO_PUBLIC_URL: 'http://tongbao.example.com' }, null],
    [{ TONGBAO_MAIL_LINK_URL: 'http://127.0.0.1:8080' }, 'http://127.0.0.1:8080'],
  ])('know where links lead with %j', (address, linkBase) => {
    const env = { ...given, TONGBAO_MAIL_LINK_URL: '', ...address };
    expect(readSettings(env).mail?.linkBase).toBe(linkBase);
  });

  it.each([
    [{ TONGBAO_SMTP_URL: '' }, 'TONGBAO_SMTP_URL'],
    [{ TONGBAO_MAIL_FROM: '' }, 'TONGBAO_MAIL_FROM'],
    [{ TONGBAO_SMTP_PASSWORD: '' }, 'TONGBAO_SMTP_PASSWORD'],
    [{ TONGBAO_SMTP_USER: '' }, 'TONGBAO_SMTP_USER'],
    [{ TONGBAO_SMTP_URL: 'https://smtp.example.com' }, 'TONGBAO_SMTP_URL'],
    [{ TONGBAO_SMTP_URL: 'smtp://smtp.example.com/path' }, 'TONGBAO_SMTP_URL'],
    [{ TONGBAO_MAIL_FROM: 'a@example.com, b@example.com' }, 'TONGBAO_MAIL_FROM'],
    [{ TONGBAO_MAIL_FROM: 'x\nBcc: y <a@example.com>' }, 'TONGBAO_MAIL_FROM'],
    [{ TONGBAO_MAIL_REPLY_TO: 'a@example.com;b@example.com' }, 'TONGBAO_MAIL_REPLY_TO'],
  ])('with %j name what is wrong, and no password', (wrong, name) => {
    const error = errorOf(() => readSettings({ ...given, ...wrong }));
    expect(error).toBeInstanceOf(UserError);
    for (const said of [(error as UserError).zh, (error as UserError).en]) {
      expect(said).toContain(name);
      expect(said).not.toContain(given.TONGBAO_SMTP_PASSWORD);
    }
  });

  it('keep the password from the programs that are started', () => {
    const { childEnv } = readSettings(given);
    expect(Object.keys(childEnv)).not.toContain('TONGBAO_SMTP_PASSWORD');
    expect(Object.keys(childEnv)).not.toContain('TONGBAO_SMTP_URL');
  });
});

function errorOf(job: () => unknown): unknown {
  try {
    return job();
  } catch (error) {
    return error;
  }
}

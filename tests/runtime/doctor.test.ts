import { Command } from 'commander';
import { describe, expect, it, onTestFinished } from 'vitest';
import { register } from '../../cli/commands/doctor.ts';
import type { CliContext } from '../../cli/context.ts';
import { checkCalendar } from '../../cli/doctor/local-checks.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { startHttpProxy } from '../support/http-proxy.ts';
import { startSocksProxy } from '../support/socks-proxy.ts';
import { startTelegramAnswers } from '../support/telegram-answers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const token = '123456789:AAEabcdefghijklmnopqrstuvwx_yz-12';
const bot = { username: 'tongbao_bot', can_join_groups: true, can_read_all_group_messages: false };
const healthy = {
  getMe: { ok: true, result: bot },
  getWebhookInfo: { ok: true, result: { url: '', pending_update_count: 0 } },
} as const;

async function telegram(...[answers, options]: Parameters<typeof startTelegramAnswers>) {
  const server = await startTelegramAnswers(answers, options);
  onTestFinished(server.stop);
  return server;
}

/** Runs the command; `failed` is whether it would end with an error. */
async function doctor(
  env: NodeJS.ProcessEnv,
  changes: Partial<CliContext> = {},
): Promise<{ lines: string[]; failed: boolean }> {
  const lines: string[] = [];
  const stores = { ping: async () => {} } as Awaited<ReturnType<CliContext['openStores']>>;
  const context: CliContext = {
    settings: readSettings({ TONGBAO_DATA_DIR: tempFolder(), XDG_CACHE_HOME: tempFolder(), ...env }),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
    loadPack: () => Promise.reject(new Error('not needed')),
    openStores: async () => stores,
    connectEngine: async () => null,
    ...changes,
  };
  const program = new Command().exitOverride();
  register(program, context);
  const failed = await program.parseAsync(['doctor'], { from: 'user' }).then(
    () => false,
    () => true,
  );
  return { lines, failed };
}

const marked = (lines: string[], mark: string): string => lines.filter((l) => l.startsWith(mark)).join('\n');

describe('without a bot', () => {
  it('is content, and says what is not there yet', async () => {
    const { lines, failed } = await doctor({});
    expect(failed).toBe(false);
    expect(marked(lines, '!')).toMatch(/TELEGRAM_BOT_TOKEN/);
    expect(marked(lines, '!')).toMatch(/npm start/);
    expect(lines.join('\n')).toContain('Node.js');
  });

  it('fails when the database cannot be opened', async () => {
    const openStores = () => Promise.reject(new Error('disk full'));
    const { lines, failed } = await doctor({}, { openStores });
    expect(failed).toBe(true);
    expect(marked(lines, '✗')).toContain('disk full');
  });

  it('says what a database itself says is wrong with it, in both languages', async () => {
    const openStores = () => Promise.reject(new UserError({ zh: '另有原因', en: 'another reason' }));
    const { lines } = await doctor({}, { openStores });
    expect(marked(lines, '✗')).toContain('另有原因');
    expect(lines).toContain('  another reason');
  });

  it('fails when nothing answers at TEMPORAL_ADDRESS', async () => {
    const { lines, failed } = await doctor({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(failed).toBe(true);
    expect(marked(lines, '✗')).toContain('127.0.0.1:1');
  });

  it('fails when TEMPORAL_CLI_PATH is no program', async () => {
    const { lines } = await doctor({ TEMPORAL_CLI_PATH: '/nonexistent/temporal' });
    expect(marked(lines, '✗')).toContain('/nonexistent/temporal');
  });
});

describe('with a bot', () => {
  it('finds token, privacy mode, polling and clock in order', async () => {
    const server = await telegram(healthy);
    const { lines, failed } = await doctor({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url });
    expect(failed).toBe(false);
    const good = marked(lines, '✓');
    for (const part of ['@tongbao_bot', '隐私模式已开', '轮询', '时钟准确']) expect(good).toContain(part);
    expect(lines.join('\n')).not.toContain(token);
  });

  it.each([
    ['http', startHttpProxy],
    ['socks5', startSocksProxy],
  ])('goes through TELEGRAM_PROXY (%s)', async (_kind, startProxy) => {
    const [server, proxy] = [await telegram(healthy), await startProxy()];
    onTestFinished(proxy.stop);
    const { lines, failed } = await doctor({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: server.url,
      TELEGRAM_PROXY: proxy.url,
    });
    expect(failed).toBe(false);
    expect(proxy.tunnels).toContain(new URL(server.url).host);
    expect(lines.join('\n')).toContain(new URL(proxy.url).host);
  });

  it('says that the proxy is the trouble when it does not run', async () => {
    const [server, proxy] = [await telegram(healthy), await startHttpProxy()];
    await proxy.stop();
    const { lines, failed } = await doctor({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: server.url,
      TELEGRAM_PROXY: proxy.url.replace('http://', 'http://wang:geheim@'),
    });
    expect(failed).toBe(true);
    expect(marked(lines, '✗')).toContain('TELEGRAM_PROXY');
    expect(lines.join('\n')).not.toMatch(/geheim|AAEabc/);
  });

  it('fails for a token that Telegram refuses', async () => {
    const refused = { ok: false, error_code: 401, description: 'Unauthorized' } as const;
    const server = await telegram({ getMe: refused });
    const { lines, failed } = await doctor({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url });
    expect(failed).toBe(true);
    expect(marked(lines, '✗')).toContain('令牌');
  });

  it('fails when something else answers', async () => {
    const server = await telegram({
      getMe: { ok: true, result: { hello: 1 } },
      getWebhookInfo: healthy.getMe,
    });
    const { lines } = await doctor({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url });
    expect(marked(lines, '✗')).toContain('TELEGRAM_API_ROOT');
  });

  it('notices an open privacy mode, closed groups and a webhook elsewhere', async () => {
    const server = await telegram({
      getMe: {
        ok: true,
        result: { ...bot, can_join_groups: false, can_read_all_group_messages: true },
      },
      getWebhookInfo: { ok: true, result: { url: 'https://elsewhere.example/hook' } },
    });
    const { lines, failed } = await doctor({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url });
    expect(failed).toBe(false);
    for (const part of ['/setprivacy', '/setjoingroups', 'elsewhere.example']) {
      expect(marked(lines, '!')).toContain(part);
    }
  });

  it.each([
    ['not set yet', { url: '' }, '!', 'npm start'],
    ['set', { url: 'https://tongbao.example/telegram' }, '✓', 'tongbao.example'],
    [
      'failing',
      { url: 'https://tongbao.example/telegram', last_error_message: 'Connection refused' },
      '!',
      'Connection refused',
    ],
  ])('with a public URL, looks whether the webhook is %s', async (_what, result, mark, part) => {
    const server = await telegram({ ...healthy, getWebhookInfo: { ok: true, result } });
    const { lines } = await doctor({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: server.url,
      TONGBAO_PUBLIC_URL: 'https://tongbao.example',
    });
    expect(marked(lines, mark)).toContain(part);
  });

  it('fails for a clock that is wrong', async () => {
    const server = await telegram(healthy, { date: new Date(Date.now() - 600_000) });
    const { lines, failed } = await doctor({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url });
    expect(failed).toBe(true);
    expect(marked(lines, '✗')).toContain('系统时钟快了');
  });
});

describe('calendar', () => {
  it.each([
    ['2026-05-01T00:00:00Z', '✓'],
    // In Shanghai it is November already.
    ['2026-10-31T17:00:00Z', '!'],
    ['2031-05-01T00:00:00Z', '!'],
  ])('on %s is %s', (now, mark) => {
    expect(checkCalendar(new Date(now)).mark).toBe(mark);
  });

  it('names the year that is not known', () => {
    expect(checkCalendar(new Date('2031-05-01T00:00:00Z')).say(textsFor('en'))).toContain('2031');
  });
});

import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { describe, expect, it, onTestFinished } from 'vitest';
import { groupDefaults } from '../../activities/ports/groups.ts';
import { register } from '../../cli/commands/doctor.ts';
import type { CliContext } from '../../cli/context.ts';
import { checkCalendar } from '../../cli/doctor/local-checks.ts';
import { acquireInstanceLock } from '../../cli/instance-lock.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { UserError } from '../../knowledge/user-error.ts';
import { startHttpProxy } from '../support/http-proxy.ts';
import { startSocksProxy } from '../support/socks-proxy.ts';
import { startTelegramAnswers } from '../support/telegram-answers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const token = '123456789:AAEabcdefghijklmnopqrstuvwx_yz-12';
const bot = { id: 4242, username: 'tongbao_bot', can_join_groups: true, can_read_all_group_messages: false };
const webhook = 'https://tongbao.example/office/telegram/webhook';
const healthy = {
  getMe: { ok: true, result: bot },
  getWebhookInfo: { ok: true, result: { url: '', pending_update_count: 0 } },
  getUpdates: { ok: true, result: [] },
} as const;

async function telegram(...[answers, options]: Parameters<typeof startTelegramAnswers>) {
  const server = await startTelegramAnswers(answers, options);
  onTestFinished(server.stop);
  return server;
}

/** A program that says this of itself; returns its port. */
async function readyz(body: object): Promise<string> {
  const server = createServer((_request, response) => response.end(JSON.stringify(body)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
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
    ['set', { url: webhook }, '✓', 'tongbao.example'],
    ['failing', { url: webhook, last_error_message: 'Connection refused' }, '!', 'Connection refused'],
    [
      'behind',
      { url: webhook, ...{ last_error_message: 'Timeout', last_error_date: 1, pending_update_count: 7 } },
      '!',
      '7 条消息在等',
    ],
    [
      'well again',
      { url: webhook, last_error_message: 'Timeout', last_error_date: 1 },
      '✓',
      'tongbao.example',
    ],
    ['elsewhere', { url: 'https://other.example/telegram/webhook' }, '!', 'other.example'],
    [
      'at the path that it had before',
      { url: 'https://tongbao.example/telegram/webhook?token=secret' },
      '!',
      'tongbao.example/office/telegram/webhook',
    ],
  ])('with a public URL, looks whether the webhook is %s', async (_what, result, mark, part) => {
    const server = await telegram({ ...healthy, getWebhookInfo: { ok: true, result } });
    const { lines } = await doctor({
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: server.url,
      TONGBAO_PUBLIC_URL: 'https://tongbao.example/office/',
    });
    expect(marked(lines, mark)).toContain(part);
    expect(lines.join('\n')).not.toContain('token=secret');
  });

  it('fails when another program polls with the same token, and takes no message for finding that out', async () => {
    const conflict = { ok: false, error_code: 409, description: 'Conflict: terminated by other' } as const;
    const server = await telegram({ ...healthy, getUpdates: conflict });
    const { lines, failed } = await doctor({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url });
    expect(failed).toBe(true);
    expect(marked(lines, '✗')).toMatch(/409[\s\S]*\/revoke/);
    expect(lines.join('\n')).toContain('Another program receives messages with the same token');
    expect(server.bodies.join()).not.toContain('offset');
  });

  it('asks the program that runs here instead of polling beside it', async () => {
    const server = await telegram(healthy);
    const root = tempFolder();
    const { dataDir } = readSettings({ TONGBAO_DATA_DIR: root });
    mkdirSync(dataDir, { recursive: true });
    onTestFinished(acquireInstanceLock(dataDir));
    const parts = { 'channel:telegram': { ok: false, detail: 'another process polls with the same token' } };
    const running = await readyz({ ok: false, parts });
    const { lines } = await doctor({
      ...{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url, TONGBAO_DATA_DIR: root },
      TONGBAO_PORT: running,
    });
    expect(marked(lines, '✗')).toContain('正在运行的统保收到了 409');
    expect(server.asked.some((path) => path.endsWith('/getUpdates'))).toBe(false);
  });

  it.each([
    ['a member', 'member', true],
    ['an administrator', 'administrator', false],
  ])('notices groups that it cannot hear, where it is %s', async (_what, status, isDeaf) => {
    const server = await telegram({ ...healthy, getChatMember: { ok: true, result: { status } } });
    const groups = {
      present: async () => [
        { ...groupDefaults, channel: 'telegram', chatId: '-1', answers: 'alsoUnasked' },
        { ...groupDefaults, channel: 'telegram', chatId: '-2' },
      ],
    };
    const openStores = async () =>
      ({ ping: async () => {}, groups }) as unknown as Awaited<ReturnType<CliContext['openStores']>>;
    const { lines } = await doctor(
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url },
      { openStores },
    );
    expect(marked(lines, '!').includes('有 1 个群')).toBe(isDeaf);
    expect(server.bodies.filter((body) => body.includes('chat_id'))).toEqual(['chat_id=-1&user_id=4242']);
  });

  const ok = (result: object) => ({ ok: true, result }) as const;
  it.each([
    [
      'as it should be',
      { is_forum: true },
      { status: 'administrator', can_manage_topics: true },
      '✓',
      '开话题',
    ],
    ['without topics', {}, { status: 'member' }, '!', '没有打开话题'],
    ['with topics and the bot a member', { is_forum: true }, { status: 'member' }, '✗', '不是管理员'],
    ['with topics that it may not manage', { is_forum: true }, { status: 'administrator' }, '✗', '管理话题'],
    ['without the bot', { is_forum: true }, { status: 'kicked' }, '✗', '不在登记过的'],
  ])('looks at the staff’s group: %s', async (_what, chat, member, mark, part) => {
    const server = await telegram({ ...healthy, getChat: ok(chat), getChatMember: ok(member) });
    const tickets = { staffGroup: async () => ({ channel: 'telegram', chatId: '-7', tiedBy: 's' }) };
    const groups = { present: async () => [] };
    const openStores = async () =>
      ({ ping: async () => {}, groups, tickets }) as unknown as Awaited<ReturnType<CliContext['openStores']>>;
    const { lines } = await doctor(
      { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.url },
      { openStores },
    );
    expect(marked(lines, mark)).toContain(part);
    expect(server.bodies).toContain('chat_id=-7&user_id=4242');
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

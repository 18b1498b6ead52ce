import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import type { Stores } from '../../activities/ports/store.ts';
import { ensureConsole } from '../../cli/bootstrap/ensure-console.mjs';
import { projectDir } from '../../cli/settings.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { password, startConsoleServer } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { walkCampaigns } from './campaigns.walk.ts';
import { walkFirmActions } from './firm-actions.walk.ts';
import { walkFirmViews } from './firm-views.walk.ts';
import { walkInbox } from './inbox.walk.ts';
import { walkKnowledge } from './knowledge.walk.ts';
import { walkSigningIn } from './signing-in.walk.ts';
import { walkSettings } from './settings.walk.ts';
import { walkImports } from './imports.walk.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { demoTrial } from '../support/web-chat-script.ts';

let server: ConsoleServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const problems: string[] = [];
/** Set to a folder to look at the pages. */
const shots = process.env['TONGBAO_SCREENSHOTS'];

beforeAll(async () => {
  await ensureConsole();
  server = await startConsoleServer({
    ...{ trial: demoTrial(async () => undefined), prepare: storeFirms, live: true },
  });
  browser = await launchChromium();
  context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, locale: 'en-US' },
    // What is half faded in has half its contrast, which is not what is looked at here.
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    // A refused request is what some steps are about; the policy's complaints are not among these.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      problems.push(line.text());
  });
});
afterAll(async () => {
  await browser.close();
  await server.dispose();
});

async function storeFirms({ firms }: Stores): Promise<void> {
  const most = Array.from({ length: 44 }, (_, i) => fictionalFirm(i + 1));
  const one = fictionalFirm(45, { name: '虚构工艺品有限公司', city: '南京' });
  await firms.upsertFirms(packId, [...most, one], wanted);
}

async function looksRight(name: string, at = page): Promise<void> {
  await at.getByText('演示数据').or(at.getByText('Demo data')).first().waitFor();
  if (shots !== undefined) {
    mkdirSync(shots, { recursive: true });
    await at.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  }
  expect((await axeFindings(at)).join('\n')).toBe('');
  const overflow = await at.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
}
const heading = async (name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();
/** Behind one’s name at the top right. */
const inAccountMenu = async (name: string): Promise<void> => {
  await page.locator('header').getByRole('button', { name: '李四' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
};
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the first view', () => {
  it('loads less than 400 KB of compressed script', () => {
    const dist = join(projectDir, 'dist/console');
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const names = [...html.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+\.js)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(names.length).toBeGreaterThan(0);
    const bytes = names.map((name) => gzipSync(readFileSync(join(dist, name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
  });

  it('is a document that is not kept, with scripts that are', async () => {
    const [first, second] = [
      await fetch(`${server.url}/console`),
      await fetch(`${server.url}/console/accounts`),
    ];
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]{24}'/);
    expect(policy).not.toBe(second.headers.get('content-security-policy'));
    expect(policy).toContain("frame-ancestors 'none'");
    const kept = ['cache-control', 'x-frame-options', 'referrer-policy', 'x-content-type-options'];
    expect(kept.map((name) => first.headers.get(name))).toEqual([
      'no-store',
      'DENY',
      'no-referrer',
      'nosniff',
    ]);
    const script = /src="(\/console\/assets\/[^"]+)"/.exec(await first.text())?.[1] ?? '';
    const asset = await fetch(server.url + script);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect((await fetch(`${server.url}/console/assets/..%2findex.html`)).status).toBe(404);
  });
});

describe('the pages', () => {
  it('let somebody in who was invited', async () => {
    const { token } = await server.invite('admin');
    await page.goto(`${server.url}/console/invitation#${token}`);
    await page.getByLabel('姓名或称呼').fill('李四');
    await looksRight('invitation');
    await page.getByLabel('登录名').fill('lisi');
    await page.getByLabel('密码', { exact: true }).fill('短');
    await page.getByLabel('再输一次密码').fill('不一样');
    await button('保存并登录').click();
    await page.getByText('两次输入的密码不一样。').waitFor();
    await page.getByLabel('再输一次密码').fill('短');
    await button('保存并登录').click();
    await page.getByText('密码至少要 10 个字符。').waitFor();
    for (const label of ['密码', '再输一次密码'])
      await page.getByLabel(label, { exact: true }).fill(password);
    await button('保存并登录').click();
    await page.getByText('李四').waitFor();
    expect(page.url()).toBe(`${server.url}/console/`);
  });

  it('open with how the season stands', async () => {
    await heading('概览');
    await page.getByText('一共 45 家').waitFor();
    await page.getByRole('cell', { name: '企业说做完了：制章' }).waitFor();
    await page.getByRole('img', { name: '走到哪一步' }).locator('canvas').waitFor();
    await looksRight('overview');
    const [download] = await Promise.all([page.waitForEvent('download'), button('下载表格').first().click()]);
    expect(download.suggestedFilename()).toBe('走到哪一步.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain('"还没报过步骤","');
  });

  it('find a firm by its initials, and show all that there is of it', async () => {
    await page.getByRole('link', { name: '企业', exact: true }).click();
    await heading('企业');
    await page.getByText('共 45 家').waitFor();
    await looksRight('firms');
    await page.getByRole('searchbox', { name: '查找企业' }).fill('xggyp');
    await page.keyboard.press('Enter');
    await page.getByText('共 1 家').waitFor();
    await page.getByRole('link', { name: '虚构工艺品有限公司' }).click();
    await heading('企业详情');
    await page.getByText('测试联系人').waitFor();
    expect(page.url()).toBe(`${server.url}/console/firms/${fictionalUscc(45)}`);
    await looksRight('firm');
    await page.getByRole('link', { name: '回到企业列表' }).click();
    await page.getByText('共 1 家').waitFor();
    await button('清空条件').click();
    await page.getByText('共 45 家').waitFor();
    await page.getByRole('columnheader', { name: '城市' }).click();
    await page.getByTitle('3', { exact: true }).click();
    await page.locator('.ant-pagination-item-3.ant-pagination-item-active').waitFor();
    await page.getByRole('combobox', { name: '城市' }).fill('淮');
    await page.keyboard.press('Enter');
    await page.getByText('共 22 家').waitFor();
  });

  it('hand the filtered list over as a sheet', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), button('导出表格').click()]);
    expect(download.suggestedFilename()).toBe('企业.xlsx');
    const rows = await readSheet(await download.path());
    expect(rows).toHaveLength(23);
  });

  walkFirmViews(() => ({ server, browser, page, looksRight }));

  walkCampaigns(() => ({ server, browser, page, looksRight }));
  walkImports(() => ({ server, browser, page, looksRight }));

  it('show where one is signed in, and end another session', async () => {
    const body = { login: 'lisi', password };
    const headers = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' };
    await server.call('POST', '/sign-in', { body, headers });
    await page.goto(`${server.url}/console/account`);
    await page.getByText('Firefox, Windows').waitFor();
    await looksRight('account');
    await button('让它退出').click();
    await page.getByText('Firefox, Windows').waitFor({ state: 'detached' });
  });

  it('change what an account may do', async () => {
    const other = await server.signedIn('viewer');
    await page.getByRole('link', { name: '管理台账号' }).click();
    await heading('管理台账号');
    await page.getByText(other.login).waitFor();
    await looksRight('accounts');
    await button('修改').click();
    await page.getByRole('combobox', { name: '权限' }).press('ArrowDown');
    await page.getByTitle('经办').click();
    await page.getByText('只限这些城市').click();
    await button('保存').click();
    await page.getByText('请至少选一个城市。').waitFor();
    await page.getByRole('combobox', { name: '只限这些城市' }).fill('淮安');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await looksRight('account-edited');
    await button('保存').click();
    await page.getByRole('cell', { name: '淮安' }).waitFor();
    const account = await server.stores.consoleAccounts.find(other.staffId);
    expect(account).toMatchObject({ role: 'operator', cities: ['淮安'] });
  });

  it('speak English when asked to, and remember it', async () => {
    await inAccountMenu('English');
    await heading('Console accounts');
    await page.reload();
    await heading('Console accounts');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await inAccountMenu('中文');
    await heading('管理台账号');
  });

  walkKnowledge(() => ({ server, page, looksRight }));

  it('have no entry that the role may not use, and say so of an address', async () => {
    await page.goto(`${server.url}/console/nowhere`);
    await heading('没有这一页');
    await looksRight('not-found');
  });

  it('let nobody look after signing out, and back in with the keyboard alone', async () => {
    await inAccountMenu('退出');
    await heading('登录');
    await looksRight('sign-in');
    await page.keyboard.type('lisi');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong password');
    await page.keyboard.press('Enter');
    await page.getByText('登录名或密码不对').waitFor();
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await heading('没有这一页');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  });

  it('lead to the door when the session is over', async () => {
    server.clock.now = new Date(server.clock.now.getTime() + 2 * 3_600_000);
    await inAccountMenu('我的账号');
    await page.getByText('登录已经过期').waitFor();
    await looksRight('session-over');
  });

  it('fit a phone', async () => {
    await page.getByLabel('登录名').fill('lisi');
    await page.getByLabel('密码').fill(password);
    await button('登录').click();
    await heading('我的账号');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('cell', { name: '这一台' }).waitFor();
    await looksRight('account-phone');
    await page.getByRole('link', { name: '企业', exact: true }).click();
    await page.getByText('共 47 家').waitFor();
    await looksRight('firms-phone');
    await page.getByRole('searchbox', { name: '查找企业' }).fill('工艺');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '虚构工艺品有限公司' }).click();
    await page.getByText('测试联系人').waitFor();
    await looksRight('firm-phone');
    await page.getByRole('link', { name: '知识', exact: true }).click();
    await page.getByRole('button', { name: '赔付比例', exact: true }).waitFor();
    await looksRight('knowledge-phone');
  });
});

describe('an operator’s work on a firm', () => {
  walkFirmActions(() => ({ server, browser, page, looksRight }));
});

describe('the office’s settings', () => {
  walkSettings(() => ({ server, browser, page, looksRight }));
});

describe('the way in', () => {
  walkSigningIn(() => ({ server, browser, page, looksRight }));
});

describe('a question to the office', () => {
  walkInbox(() => ({ server, browser, page, looksRight }));
});

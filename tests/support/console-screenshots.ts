/**
 * Takes the pictures of `docs/console.md`: `npm run docs:screenshots`. The server is a real one of the trial in a folder of its
 * own, with the sample firms, a group, a question and what the menu leads to. Look at each picture before it is committed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import demoFirm from '../../samples/demo-firm.json' with { type: 'json' };
import { makeAppHome } from './app-process.ts';
import { launchChromium } from './chromium.ts';
import { projectDir } from './run-tongbao.ts';
import { newSecret } from './signed-request.ts';
import { startTelegramDouble } from './telegram-double.ts';
import { until } from './until.ts';
import { openWebVisitor } from './web-visitor.ts';

const folder = join(projectDir, 'docs/images/console');
/** Of the picture; a longer page is cut. */
const mostHigh = 1_800;
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const group = { id: -1_001_234_567_890, type: 'supergroup', title: '演示群' };

const telegram = await startTelegramDouble();
const home = await makeAppHome({
  TELEGRAM_BOT_TOKEN: '1:pictures',
  TELEGRAM_API_ROOT: telegram.apiRoot,
  TONGBAO_API_SECRETS: `platform:${newSecret()}`,
  TONGBAO_WEBHOOK_SECRETS: `ledger:${newSecret()}`,
});
const browser = await launchChromium();
try {
  await home.start();
  await fill();
  await picture(browser);
} finally {
  await browser.close();
  await home.dispose();
  await telegram.close();
}

async function run(...args: string[]): Promise<string> {
  const { code, out, err } = await home.run(args);
  if (code !== 0) throw new Error(`tongbao ${args.join(' ')}: ${err}${out}`);
  return out;
}

/** Something to see on each page. */
async function fill(): Promise<void> {
  await run('results', 'samples/approval-results-2022.xlsx');
  await run('webhooks', 'add', 'ledger', 'https://ledger.example/hook');
  telegram.push({ my_chat_member: memberNow() });
  const visitor = await openWebVisitor(home.url);
  for (const said of [
    '赔付比例是多少',
    '我们到哪一步了',
    '报损要在几天内',
    '转人工，单一窗口的单证页打不开',
  ]) {
    const before = (await visitor.items()).length;
    await visitor.say(said);
    // The question itself, and what is said to it.
    await until(async () => (await visitor.items()).length >= before + 2);
  }
}

function memberNow(): Record<string, unknown> {
  const [bot, admin] = [
    { id: 4242, is_bot: true, first_name: '统保', username: 'tongbao_bot' },
    { id: 5, is_bot: false, first_name: '演示' },
  ];
  return {
    ...{ chat: group, from: admin, date: 0 },
    old_chat_member: { user: bot, status: 'left' },
    new_chat_member: { user: bot, status: 'member' },
  };
}

async function picture(chromium: Browser): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = await chromium.newPage({ viewport: desk, locale: 'zh-CN', reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const open = async (path: string): Promise<void> => {
    await page.goto(`${home.url}/console${path}`);
    await page.locator('main h1').waitFor();
  };

  const invited = await run('staff', 'console', 'invite', '李明', '--new', '--role', 'admin');
  await page.goto(/http\S+#\S+/.exec(invited)?.[0] ?? '');
  await page.getByLabel('姓名或称呼').waitFor();
  await take(page, 'invitation');
  await page.getByLabel('登录名').fill('liming');
  for (const label of ['密码', '再输一次密码'])
    await page.getByLabel(label, { exact: true }).fill('picture-of-the-console');
  await button('保存并登录').click();
  await page.locator('nav a').first().waitFor();
  await run('staff', 'console', 'invite', '王芳', '--new', '--role', 'operator', '--city', '淮安');

  // Whatever the menu has, also pages that are newer than this.
  const paths = await page
    .locator('nav a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
  for (const path of [...paths.map((href) => href.replace(/^\/console/, '')), '/account']) {
    await open(path);
    // Its first part is read when it is shown.
    if (path === '/knowledge') await button('赔付比例').waitFor();
    await take(page, path.replaceAll('/', '') || 'overview');
  }

  await open(`/firms/${demoFirm.uscc}`);
  await take(page, 'firm');
  await open('/imports');
  await page.locator('input[type=file]').setInputFiles('samples/approved-list-with-errors.csv');
  await page.getByRole('checkbox', { name: '只看有问题的行' }).waitFor();
  await take(page, 'imports');
  await open('/inbox');
  await page.getByRole('link', { name: /单证页打不开/ }).click();
  await page.getByRole('list', { name: '对话' }).waitFor();
  await take(page, 'ticket');
  await open('/inbox/canned');
  await take(page, 'canned-replies');
  await open('/knowledge');
  await button('赔付比例').click();
  await page.getByLabel('答复第一行（中文）').waitFor();
  await take(page, 'knowledge-answer');
  await open('/campaigns/new');
  await button('预览').click();
  await page.getByText('没有关联联系人').waitFor();
  await take(page, 'campaign-preview');

  await page.setViewportSize(phone);
  await open('/firms');
  await take(page, 'firms-phone');
  await open(`/firms/${demoFirm.uscc}`);
  await take(page, 'firm-phone');

  await page.setViewportSize(desk);
  await page.context().clearCookies();
  await page.goto(`${home.url}/console/`);
  await page.getByLabel('登录名').waitFor();
  await take(page, 'sign-in');
}

/** WebP, which Playwright itself does not make. */
async function take(page: Page, name: string): Promise<void> {
  // The inbox goes on listening, so there is no waiting for a silent network.
  await page.waitForFunction(
    () =>
      document.querySelector('.ant-spin-spinning, .ant-skeleton, .waiting') === null &&
      document.fonts.status === 'loaded',
  );
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const { width } = page.viewportSize() ?? desk;
  const clip = { x: 0, y: 0, width, height: Math.min(cssContentSize.height, mostHigh), scale: 1 };
  const { data } = await session.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 70, clip, captureBeyondViewport: true },
  });
  await session.detach();
  const bytes = Buffer.from(data, 'base64');
  await writeFile(join(folder, `${name}.webp`), bytes);
  process.stdout.write(`${name}.webp ${Math.round(bytes.length / 1024)} KB\n`);
}

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { InboundMessage } from '../../bot/model.ts';
import { axeFindings } from '../support/axe.ts';
import { launchChromium } from '../support/chromium.ts';
import { startEmbeddingSite } from '../support/embedding-site.ts';
import type { EmbeddingSite } from '../support/embedding-site.ts';
import { createScriptedEngine } from '../support/scripted-engine.ts';
import { until } from '../support/until.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import { demoTrial, policyScript } from '../support/web-chat-script.ts';

/** One office and one browser for all; each case is a new profile. */
let browser: Browser;
let site: EmbeddingSite;
let stranger: EmbeddingSite;
let chat: WebChatServer;
let onMessage: (m: InboundMessage) => Promise<void>;
beforeAll(async () => {
  [browser, site, stranger] = await Promise.all([
    launchChromium({ thirdPartyCookies: false }),
    startEmbeddingSite(),
    startEmbeddingSite(),
  ]);
  chat = await startWebChatServer({
    engine: createScriptedEngine(async (m) => {
      await onMessage(m);
      return policyScript(m);
    }),
    trial: demoTrial(async () => undefined),
    settings: { embedOrigins: [site.url] },
  });
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close(), stranger.close()]);
  await chat.dispose();
});

let context: BrowserContext;
let page: Page;
let frame: FrameLocator;
let consoleErrors: string[];
let officeRequests: { url: string; headers: Record<string, string> }[];

const tag = (attributes = 'data-lang="zh-CN"'): string =>
  `<script src="${chat.url}/chat/embed.js" async ${attributes}></script>`;
const launcher = () =>
  page.locator('[data-tongbao]').getByRole('button', { name: /统保助手|Tongbao assistant/ });

async function open(o: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...o });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  frame = page.frameLocator('iframe');
  consoleErrors = [];
  officeRequests = [];
  page.on('console', (line) => {
    if (line.type() === 'error') consoleErrors.push(line.text());
  });
  page.on('pageerror', (error) => void consoleErrors.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(chat.url)) return;
    void request
      .allHeaders()
      .then((headers) => officeRequests.push({ url: request.url(), headers }))
      .catch(() => undefined);
  });
}
async function openChat(): Promise<void> {
  await launcher().click();
  await frame.locator('#log[data-ready]').waitFor();
}
const ask = async (text: string): Promise<void> => {
  await frame.locator('#input').fill(text);
  await frame.locator('#input').press('Enter');
};
const bubbles = (who: 'own' | 'bot'): Promise<string[]> =>
  frame.locator(`.row.${who}:not(#welcome) .bubble`).allInnerTexts();

beforeEach(() => {
  onMessage = async () => undefined;
  site.shows({ body: `<h1>商务局</h1><p>通知公告</p>${tag()}` });
});
afterEach(() => context.close());

describe('in another site, with third-party cookies blocked', () => {
  it('opens with one tag, and talks without a cookie', async () => {
    await open();
    await page.goto(site.url);
    await launcher().waitFor();
    expect(officeRequests.map(({ url }) => new URL(url).pathname)).not.toContain('/chat/session');
    await openChat();
    await ask('赔付比例是多少');
    await frame.getByText('来源：').waitFor();
    expect(await bubbles('own')).toEqual(['赔付比例是多少']);
    expect(await frame.getByText('演示数据 · 试用模式').isVisible()).toBe(true);

    expect(await context.cookies()).toEqual([]);
    const stream = officeRequests.find(({ url }) => url.includes('/chat/events'));
    const token = stream?.headers['authorization']?.slice('Bearer '.length) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(officeRequests.filter(({ headers }) => headers['cookie'] !== undefined)).toEqual([]);
    expect(officeRequests.filter(({ url }) => url.includes(token))).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });

  it('is a browser in which our cookies really do not arrive there', async () => {
    await open();
    await context.addCookies([
      { name: 'probe', value: '1', url: chat.url, sameSite: 'Lax' },
      { name: 'probe_none', value: '1', domain: '127.0.0.1', path: '/', sameSite: 'None', secure: true },
    ]);
    await page.goto(site.url);
    await openChat();
    await until(() => officeRequests.some(({ url }) => url.includes('/chat/events')));
    expect(officeRequests.filter(({ headers }) => headers['cookie'] !== undefined)).toEqual([]);
    const inFrame = await frame.locator('body').evaluate(() => document.cookie);
    expect(inFrame).toBe('');
    // At the office itself they do.
    await page.goto(chat.url);
    await until(() => officeRequests.some(({ headers }) => headers['cookie']?.includes('probe=1') === true));
  });

  it('goes on after a reload: the chat is open, the talk whole, in order and not doubled', async () => {
    await open();
    await page.goto(site.url);
    await openChat();
    await ask('第一问');
    await frame.getByText('收到：第一问').waitFor();
    await ask('第二问');
    await frame.getByText('收到：第二问').waitFor();
    const before = [await bubbles('own'), await bubbles('bot')];
    await page.reload();
    await frame.locator('#log[data-ready]').waitFor();
    expect([await bubbles('own'), await bubbles('bot')]).toEqual(before);
    expect(before[0]).toEqual(['第一问', '第二问']);
    expect(await launcher().getAttribute('aria-expanded')).toBe('true');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('does nothing twice, leaves one name, and needs only two lines of the page’s policy', async () => {
    await open();
    const office = new URL(chat.url).origin;
    stranger.shows({ body: '' });
    site.shows({
      csp: `default-src 'none'; script-src ${office}; frame-src ${office}`,
      body: tag() + tag('data-lang="en"'),
    });
    const names = (): Promise<string[]> => page.evaluate(() => Object.getOwnPropertyNames(window));
    await page.goto(`${stranger.url}/plain`);
    const plain = await names();
    await page.goto(site.url);
    await openChat();
    expect(await page.locator('[data-tongbao]').count()).toBe(1);
    const added = (await names()).filter((name) => !plain.includes(name) && !/^\d+$/.test(name));
    expect(added).toEqual(['tongbao']);
    expect(consoleErrors).toEqual([]);
  });

  it('shows nothing at a site that is not named, and tells its owner why', async () => {
    await open();
    stranger.shows({ body: `<p>别的网站</p>${tag()}` });
    await page.goto(stranger.url);
    await until(() => consoleErrors.length === 1);
    expect(consoleErrors[0]).toContain(stranger.url);
    expect(consoleErrors[0]).toContain('TONGBAO_WEB_EMBED_ORIGINS');
    expect(await page.locator('[data-tongbao]').count()).toBe(0);
    // Nor can it frame the page without the script.
    stranger.shows({ body: `<iframe src="${chat.url}/chat/embed"></iframe>` });
    await page.goto(stranger.url);
    await until(() => consoleErrors.some((line) => line.includes('frame-ancestors')));
    expect(await frame.locator('#log').count()).toBe(0);
  });

  it('hears nobody but its own frame, and the frame nobody but its site', async () => {
    await open();
    await page.goto(site.url);
    await openChat();
    const unread = { tongbao: 'unread', count: 7 };
    await page.evaluate((data) => window.postMessage(data, '*'), unread);
    await page.evaluate(() => window.postMessage({ tongbao: 'close' }, '*'));
    await page.evaluate((source) => {
      const other = document.createElement('iframe');
      other.srcdoc = `<script>parent.postMessage({tongbao:'close'},'*')</script>`;
      document.body.append(other);
      return source;
    }, site.url);
    await page.locator('iframe[srcdoc]').waitFor({ state: 'attached' });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(await launcher().getAttribute('aria-expanded')).toBe('true');
  });

  it('counts what comes while it is closed', async () => {
    await open();
    await page.goto(site.url);
    await openChat();
    await ask('你好');
    await frame.getByText('收到：你好').waitFor();
    let release = (): void => undefined;
    onMessage = () => new Promise((resolve) => (release = resolve));
    await ask('慢的问题');
    await frame.getByText('正在查…').waitFor();
    await frame.getByRole('button', { name: '关闭对话' }).click();
    await page.getByRole('button', { name: '打开统保助手', exact: true }).waitFor();
    release();
    await page.getByRole('button', { name: '打开统保助手，有 1 条新消息' }).click();
    await frame.getByText('收到：慢的问题').waitFor();
    expect(await launcher().getAttribute('aria-label')).toBe('关闭统保助手');
  });

  it('works with the keyboard alone', async () => {
    await open();
    await page.goto(site.url);
    await launcher().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await frame.locator('#log[data-ready]').waitFor();
    await until(() => frame.locator('#input').evaluate((node) => node === document.activeElement));
    await page.keyboard.type('键盘');
    await page.keyboard.press('Enter');
    await frame.getByText('收到：键盘').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '打开统保助手' }).waitFor();
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-expanded') ?? null,
      );
    expect(await focused()).toBe('false');
    await page.keyboard.press('Enter');
    await until(() => frame.locator('#input').evaluate((node) => node === document.activeElement));
  });

  it('speaks the browser’s language where the tag names none, and the one that the visitor chooses', async () => {
    await open({ locale: 'en-GB' });
    site.shows({ body: tag('') });
    await page.goto(site.url);
    await openChat();
    await frame.getByText('Used only to answer you').waitFor();
    await frame.getByRole('link', { name: 'Switch to Chinese' }).click();
    await frame.getByText('对话只用于答复').waitFor();
    await page.reload();
    await frame.getByText('对话只用于答复').waitFor();
    expect(consoleErrors).toEqual([]);
  });

  it('talks on where the browser forbids it all storage, until the page is left', async () => {
    await open();
    await context.addInitScript(() => {
      const forbidden = (): never => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: forbidden });
      Object.defineProperty(window, 'sessionStorage', { get: forbidden });
    });
    await page.goto(site.url);
    await openChat();
    await ask('没有存储');
    await frame.getByText('收到：没有存储').waitFor();
    await page.reload();
    await openChat();
    expect(await bubbles('own')).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });

  it('links a firm by its code', async () => {
    await open();
    await page.goto(site.url);
    await openChat();
    await ask('/start ABCD-1234');
    await frame.getByText('收到邀请码 ABCD-1234').waitFor();
  });
});

describe('whoever reads it', () => {
  const ready = async (o: Parameters<typeof open>[0]): Promise<void> => {
    await open({ reducedMotion: 'reduce', ...o });
    await page.goto(site.url);
    await openChat();
    await ask('我们到哪一步了');
    await frame.getByRole('button', { name: '已确认投保' }).waitFor();
    await ask('怎么投保');
    await frame.getByRole('link', { name: '打开单一窗口' }).waitFor();
  };
  const officePage = (): Frame => {
    const found = page.frames().find((one) => one.url().startsWith(chat.url));
    if (found === undefined) throw new Error('there is no chat');
    return found;
  };

  it.each([
    ['phone', 'light'],
    ['phone', 'dark'],
    ['desktop', 'light'],
    ['desktop', 'dark'],
  ] as const)('meets no barrier that axe knows, on a %s in %s colours', async (screen, colorScheme) => {
    const viewport = screen === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 800 };
    await ready({ viewport, colorScheme });
    await frame.locator('#input').fill('草稿');
    await context.route('**/chat/messages', (route) => route.abort());
    await ask('断网时的问题');
    await frame.getByRole('button', { name: '重发' }).waitFor();
    // The chat as a whole page is what a screen reader meets inside the frame.
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    expect(await axeFindings(officePage(), tags)).toEqual([]);
    expect(await axeFindings(page, tags)).toEqual([]);
    const box = await page.locator('iframe').boundingBox();
    if (screen === 'phone') expect(box).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    const overflow = await officePage().evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBe(0);
    const size = await frame.locator('#input').evaluate((node) => getComputedStyle(node).fontSize);
    expect(parseFloat(size)).toBeGreaterThanOrEqual(16);
  });

  it('has room for everything at 200 % zoom', async () => {
    // What a window of 1280 by 800 leaves at that zoom.
    await ready({ viewport: { width: 640, height: 400 } });
    const inView = { ratio: 1 };
    for (const name of ['发送', '关闭对话'])
      await expect.poll(() => isWhollyInView(frame.getByRole('button', { name }), inView)).toBe(true);
    expect((await frame.locator('#log').boundingBox())?.height).toBeGreaterThan(60);
  });

  it('says that the connection is lost, keeps what was written, and sends it once when the server is back', async () => {
    await ready({});
    await chat.server.close();
    await frame.getByText('连接断开了，正在重新连接…').waitFor();
    await ask('重启时的问题');
    await frame.getByText('网络不通，这条消息没有发出去').waitFor();
    await chat.listenAgain();
    await frame.getByText('连接断开了').waitFor({ state: 'hidden' });
    await frame.getByRole('button', { name: '重发' }).click();
    await frame.getByText('收到：重启时的问题').waitFor();
    expect((await bubbles('own')).filter((text) => text === '重启时的问题')).toHaveLength(1);
  });

  it('is told kindly to wait, and how long', async () => {
    await ready({});
    for (let i = 0; i < 18; i++) {
      await ask(`第${i}条`);
      await frame.getByText(`收到：第${i}条`).waitFor();
    }
    await ask('太快了');
    await frame.getByText(/发得有点快，我来不及看，文字会留着。请过 \d+ 秒再试。/).waitFor();
    expect(await frame.getByRole('button', { name: '重发' }).isVisible()).toBe(true);
  });
});

const isWhollyInView = (locator: Locator, { ratio }: { ratio: number }): Promise<boolean> =>
  locator.evaluate(
    (node, wanted) =>
      new Promise<boolean>((resolve) => {
        const observer = new IntersectionObserver(([entry]) => {
          observer.disconnect();
          resolve((entry?.intersectionRatio ?? 0) >= wanted);
        });
        observer.observe(node);
      }),
    ratio,
  );

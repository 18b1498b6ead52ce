import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { InboundMessage } from '../../bot/model.ts';
import { visitorIdOf } from '../../bot/channels/web/visitor-token.ts';
import { launchChromium } from '../support/chromium.ts';
import { createScriptedEngine, say } from '../support/scripted-engine.ts';
import { until } from '../support/until.ts';
import { startWebChatServer } from '../support/web-chat-server.ts';
import type { WebChatServer } from '../support/web-chat-server.ts';
import { demoTrial, policyScript } from '../support/web-chat-script.ts';

const viewports = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(Object.entries(viewports))('the chat page on a %s', (_name, viewport) => {
  let chat: WebChatServer;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];
  let onMessage: (m: InboundMessage) => Promise<void>;

  beforeEach(async () => {
    onMessage = async () => undefined;
    const engine = createScriptedEngine(async (m) => {
      await onMessage(m);
      return policyScript(m);
    });
    const trial = demoTrial(async (identityId) => {
      const identity = await chat.stores.identities.findIdentity(identityId);
      await chat.channel.sender.send(identity?.privateChatId ?? '', say('提醒：投保单还没有确认。'));
    });
    chat = await startWebChatServer({ engine, trial, limits: { answerWithinMs: 500 } });
    context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Europe/Berlin' });
    page = await context.newPage();
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      // A refused or failed request is what some tests are about.
      if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) {
        problems.push(line.text());
      }
    });
    await page.goto(chat.url);
    await page.locator('#log[data-ready]').waitFor();
  });
  afterEach(async () => {
    await context.close();
    await chat.dispose();
    expect(problems).toEqual([]);
  });

  const ask = async (text: string): Promise<void> => {
    await page.getByLabel('输入您的问题').fill(text);
    await page.keyboard.press('Enter');
  };
  const bubbles = (who: 'own' | 'bot'): Promise<string[]> =>
    page.locator(`.row.${who}:not(#welcome) .bubble`).allInnerTexts();
  const chatId = async (): Promise<string> => {
    const cookie = (await context.cookies()).find((c) => c.name === 'tongbao_visitor');
    return visitorIdOf(cookie?.value ?? '');
  };

  it('fits the window, and says that it is a trial', async () => {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
    expect(await page.getByText('演示数据 · 试用模式').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '发送' }).isVisible()).toBe(true);
  });

  it('answers a suggested question with its source', async () => {
    await page.getByRole('button', { name: '赔付比例是多少？' }).click();
    await page.getByText('来源：').waitFor();
    expect(await bubbles('own')).toEqual(['赔付比例是多少？']);
    expect((await bubbles('bot'))[0]).toContain('赔付比例');
  });

  it('shows at once that it is at work, and clears that with the answer', async () => {
    let release = (): void => undefined;
    onMessage = () => new Promise((resolve) => (release = resolve));
    await ask('赔付比例是多少');
    await page.getByText('正在查…').waitFor();
    expect(await bubbles('own')).toEqual(['赔付比例是多少']);
    release();
    await page.getByText('来源：').waitFor();
    await page.getByText('正在查…').waitFor({ state: 'hidden' });
  });

  it('sends with Enter, breaks the line with Shift+Enter, and leaves Enter to an input method', async () => {
    const input = page.getByLabel('输入您的问题');
    await input.fill('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(await bubbles('own')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.row.own').waitFor();
    expect(await bubbles('own')).toEqual(['第一行\n第二行']);
    expect(await input.inputValue()).toBe('');
    expect(await input.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('keeps the conversation over a reload, edits included', async () => {
    await ask('我们到哪一步了');
    await page.getByRole('button', { name: '稍后再提醒' }).click();
    await page.getByText('好的，3 个工作日后再提醒。').waitFor();
    const before = [await bubbles('own'), await bubbles('bot')];
    await page.reload();
    await page.locator('#log[data-ready]').waitFor();
    expect([await bubbles('own'), await bubbles('bot')]).toEqual(before);
    expect(before[1]).toHaveLength(1);
  });

  it('reports a step with a button, and shows the choice and a toast', async () => {
    await ask('我们到哪一步了');
    await page.getByRole('button', { name: '已确认投保' }).click();
    await page.getByText('已记下：确认投保。下一步是制章。').waitFor();
    expect(await bubbles('own')).toEqual(['我们到哪一步了', '已确认投保']);
    expect(await page.locator('#toast').innerText()).toBe('已记下');
  });

  it('opens links in a new window and makes no markup of text', async () => {
    await ask('怎么投保');
    const link = page.getByRole('link', { name: /singlewindow/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('http://www.singlewindow.cn');
    expect(await link.getAttribute('rel')).toContain('noopener');
    await ask('<img src=x onerror=alert(1)>');
    await page.getByText('收到：<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('.log img').count()).toBe(0);
  });

  it('shows a message of the system without a reload', async () => {
    await chat.channel.sender.send(await chatId(), say('您的投保申请已审批通过。'));
    await page.getByText('您的投保申请已审批通过。').waitFor();
  });

  it('says that the connection is lost, and catches up when the server is back', async () => {
    await chat.server.close();
    await page.getByText('连接断开了').waitFor();
    await chat.channel.sender.send(await chatId(), say('断线时发的消息。'));
    await chat.listenAgain();
    await page.getByText('断线时发的消息。').waitFor();
    await page.getByText('连接断开了').waitFor({ state: 'hidden' });
    await ask('还在吗');
    await page.getByText('收到：还在吗').waitFor();
  });

  it('starts a new session when the cookie is gone', async () => {
    await context.clearCookies();
    await ask('换了新会话');
    await page.locator('.row.own:not(.pending)').waitFor();
    expect(await bubbles('own')).toEqual(['换了新会话']);
  });

  it('shows the demo clock in the office’s time and moves on to the next reminder', async () => {
    await page.getByText('淮安示例工贸有限公司').waitFor();
    expect(await page.locator('#clock-now').innerText()).toContain('3月1日');
    expect(await page.locator('#clock-now').innerText()).toContain('09:00');
    await page.getByRole('button', { name: '快进到下一次提醒' }).click();
    await page.getByText('提醒：投保单还没有确认。').waitFor();
    await until(async () => (await page.locator('#clock-now').innerText()).includes('3月4日'));
    await page.getByText('没有待发的提醒').waitFor();
    expect(await page.getByRole('button', { name: '快进到下一次提醒' }).isDisabled()).toBe(true);
  });

  it('loses no text when the network fails, and sends it again once', async () => {
    await context.route('**/chat/messages', (route) => route.abort());
    await ask('断网时的问题');
    await page.getByText('这条消息没有发出去').waitFor();
    await page.reload();
    await page.getByRole('button', { name: '重发' }).waitFor();
    expect(await bubbles('own')).toEqual(['断网时的问题']);
    await context.unroute('**/chat/messages');
    await page.getByRole('button', { name: '重发' }).click();
    await page.getByText('收到：断网时的问题').waitFor();
    expect(await bubbles('own')).toEqual(['断网时的问题']);
    expect(await page.getByRole('button', { name: '重发' }).count()).toBe(0);
  });

  it('keeps a text that is too long in the box and says why', async () => {
    await ask('长'.repeat(2001));
    await page.getByText('超过 2000 字').waitFor();
    expect((await page.getByLabel('输入您的问题').inputValue()).length).toBe(2001);
  });

  it('switches to English and keeps the draft and the conversation', async () => {
    await ask('赔付比例是多少');
    await page.getByText('来源：').waitFor();
    await page.getByLabel('输入您的问题').fill('草稿');
    await page.getByRole('link', { name: '切换到英文界面' }).click();
    await page.locator('#log[data-ready]').waitFor();
    expect(await page.getByLabel('Type your question').inputValue()).toBe('草稿');
    expect(await bubbles('own')).toEqual(['赔付比例是多少']);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('offers to link a firm when it is opened with an invitation, and hides the code', async () => {
    await page.goto(`${chat.url}/?start=ABCD-1234`);
    await page.getByRole('button', { name: '关联我的企业' }).click();
    await page.getByText('收到邀请码 ABCD-1234').waitFor();
    expect(page.url()).toBe(`${chat.url}/`);
  });
});

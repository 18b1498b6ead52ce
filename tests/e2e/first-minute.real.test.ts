import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import demoFirm from '../../samples/demo-firm.json' with { type: 'json' };
import { makeAppHome } from '../support/app-process.ts';
import type { AppHome } from '../support/app-process.ts';
import { launchChromium } from '../support/chromium.ts';
import { enrollmentOf } from '../support/enrollment-of.ts';
import { until } from '../support/until.ts';

/** What a newcomer does in the browser right after `npm start`, on a phone-sized window. */
describe('the first minute after npm start', () => {
  let home: AppHome;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    home = await makeAppHome();
    [browser] = await Promise.all([launchChromium(), home.start()]);
    page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    await page.goto(home.url);
    await page.locator('#log[data-ready]').waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await home.dispose();
  });

  const say = async (text: string): Promise<void> => {
    await page.locator('#input').fill(text);
    await page.keyboard.press('Enter');
  };
  const tap = (label: string): Promise<void> =>
    page.getByRole('button', { name: label, exact: true }).last().click();
  const sees = (text: string): Promise<void> => page.getByText(text).last().waitFor();

  it('shows that the data are fictional', async () => {
    await sees('演示数据 · 试用模式');
  });

  it('answers a policy question with its source', async () => {
    await say('赔付比例是多少');
    await sees('80%');
    await sees('日期：未载明');
  });

  it('helps at the card reader, and shows a long reply from its first line', async () => {
    await say('读卡器读不出来怎么办，周五就要截止了');
    await sees('中国电子口岸客户端控件');
    const firstLine = page.getByText('把法人IC卡插进').last();
    await until(async () => ((await firstLine.boundingBox())?.y ?? -1) > 0);
    await sees('通知里没有写办理的截止日期');
  });

  it('judges eligibility from one sentence', async () => {
    await say('去年出口45万美金，能参加吗');
    await sees('30万–300万美元');
  });

  it('shows the progress of the demo firm, takes a step and tells it as the firm’s own word', async () => {
    await say('我们到哪一步了');
    await sees('待企业确认');
    await tap('报告进度');
    await tap('确认投保');
    // The page names 制章 as a button before; this is the answer.
    await sees('记下了');
    expect(await enrollmentOf(home, demoFirm.uscc)).toMatchObject({
      officialStatus: 'invited',
      reportedStep: 'confirmed',
    });
  });

  it('brings the next reminder when the trial’s clock is moved on', async () => {
    await tap('快进到下一次提醒');
    await sees('上次说办到了');
  });

  it('keeps the talk over a reload', async () => {
    await page.reload();
    await sees('上次说办到了');
  });
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ConsoleServer } from '../support/console-server.ts';
import { packId } from '../support/fictional-firms.ts';
import { until } from '../support/until.ts';
import { openWebVisitor } from '../support/web-visitor.ts';

export interface Walk {
  server: ConsoleServer;
  page: Page;
  /** Takes a picture where one is wanted, and looks at accessibility and overflow. */
  looksRight: (name: string) => Promise<void>;
}

/** An administrator changes what the bot says, on the pages of knowledge. Signed in, on a desk's screen. */
export function walkKnowledge(walk: () => Walk): void {
  const button = (name: string | RegExp) => walk().page.getByRole('button', { name, exact: true });
  const tab = (name: string) => walk().page.getByRole('tab', { name, exact: true }).click();
  const said = (text: string | RegExp) => walk().page.getByText(text).first().waitFor();
  const botSays = async (question: string, answer: string): Promise<void> => {
    const visitor = await openWebVisitor(walk().server.url);
    await visitor.say(question);
    await until(async () => JSON.stringify(await visitor.items()).includes(answer));
  };

  it('show at once what the bot would say to an edited answer, and what is wrong with it', async () => {
    const { page, looksRight } = walk();
    await page.getByRole('link', { name: '知识', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '知识' }).waitFor();
    await button('赔付比例').click();
    const first = page.getByLabel('答复第一行（中文）');
    await first.fill('损失的80%由保险赔。');
    await said('数字“80%”是直接写进去的');
    await first.fill('损失的由保险赔。');
    await first.press('Home');
    for (let i = 0; i < 3; i += 1) await first.press('ArrowRight');
    await page.getByRole('searchbox', { name: '事实占位符' }).fill('ratioPercent');
    await button('{payout.ratioPercent|percent}').click();
    expect(await first.inputValue()).toBe('损失的{payout.ratioPercent|percent}由保险赔。');
    await page.getByRole('blockquote').filter({ hasText: '损失的80%由保险赔。' }).waitFor();
    await said('检查没有发现问题');
    await looksRight('knowledge-answer');
    await page.getByLabel('改了什么、为什么').fill('说得更白');
    await button('保存为草稿').click();
    await said('已保存为第 1 版草稿');
  });

  it('answer a question by what is served and by the draft, and say why', async () => {
    const { page, looksRight } = walk();
    await tab('试一试');
    await page.getByLabel('问题', { exact: true }).fill('赔付比例是多少');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '第 1 版' }).getByText('损失的80%由保险赔').waitFor();
    await page.getByRole('region', { name: '程序自带' }).getByText('赔付比例是80%').waitFor();
    await looksRight('knowledge-try');
  });

  it('publish a draft once its evaluation was seen, and the bot uses it in the web chat', async () => {
    const { page, looksRight } = walk();
    await botSays('赔付比例是多少', '赔付比例是80%');
    await tab('对照与发布');
    await said('问答“赔付比例”有改动：答复');
    expect(await button('发布').count()).toBe(0);
    await button('评测：哪些问题的回答会变').click();
    await said('评测通过');
    await page.locator('summary').first().click();
    await looksRight('knowledge-publish');
    await page.getByLabel('发布的理由').fill('核对过了');
    await button('发布').click();
    await said('第 1 版已经发布');
    await botSays('赔付比例是多少', '损失的80%由保险赔');
  });

  it('go back to what was there before', async () => {
    const { page, looksRight } = walk();
    await tab('修订版');
    await said('说得更白');
    await button('退回这一版').click();
    await said('草稿：第 2 版');
    await looksRight('knowledge-revisions');
    const [download] = await Promise.all([page.waitForEvent('download'), button('导出文件').first().click()]);
    expect(download.suggestedFilename()).toMatch(/^(pack|faq)\.json$/);
  });

  it('edit facts in a form, with the answers that they are in', async () => {
    const { page, looksRight } = walk();
    await tab('事实');
    await page.getByLabel('比例（%）', { exact: true }).fill('180');
    await said('格式不对');
    await page.getByLabel('比例（%）', { exact: true }).fill('75');
    await page.getByRole('blockquote').filter({ hasText: '75%' }).first().waitFor();
    await looksRight('knowledge-facts');
  });

  it('answer what the bot could not', async () => {
    const { page, server, looksRight } = walk();
    const miss = { packId, locale: 'zh-CN' as const, text: '报损要在几天内' };
    const madeOf = { kind: 'handedOver' as const, subject: 'claims' as const };
    const asker = { channel: 'web', externalUserId: 'nobody' };
    await server.stores.questions.note({ ...miss, madeOf, asker, eventId: 'walk-1' }, () => null);
    await tab('没答上的问题');
    await page.reload();
    await tab('没答上的问题');
    await page.getByRole('heading', { name: '报损要在几天内' }).waitFor();
    await button('答复').click();
    await page.getByLabel('答复内容（照原样发出）').fill('请在知道之日起尽快联系。');
    await page.getByLabel('留用：以后有人这样问，也这样答').check();
    await looksRight('knowledge-questions');
    await button('发出答复').click();
    await said('没有在等的问题');
    await page.getByRole('heading', { name: '留用的答复' }).waitFor();
  });
}

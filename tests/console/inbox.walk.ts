import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deliverTickets } from '../../bot/tickets/deliver-tickets.ts';
import { defaultOfficeHours } from '../../knowledge/tickets/office-hours.ts';
import { password } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { until } from '../support/until.ts';
import { openWebVisitor } from '../support/web-visitor.ts';
import type { WebVisitor } from '../support/web-visitor.ts';
import type { Walk } from './firm-actions.walk.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A question from the web chat is answered in the console by an operator, and arrives. */
export function walkInbox(walk: () => Walk): void {
  let visitor: WebVisitor;
  let page: Page;
  let operator: { staffId: string; login: string };
  let id = 0;

  const deliver = async (): Promise<void> => {
    const { stores, channel } = walk().server;
    await deliverTickets({
      ...{ stores, packId, officeHours: defaultOfficeHours, log: silent, desk: null, knownNames: () => [] },
      ...{ clock: { now: () => new Date() }, senders: { web: channel.sender } },
    });
  };
  const visitorReads = (text: string): Promise<unknown> =>
    until(async () => {
      await deliver();
      return JSON.stringify(await visitor.items()).includes(text);
    });
  const answer = () => page.getByRole('textbox', { name: '答复', exact: true });
  const conversation = () => page.getByRole('list', { name: '对话' });
  const signIn = async (): Promise<void> => {
    await page.getByLabel('登录名').fill(operator.login);
    await page.getByLabel('密码').fill(password);
    await button(page, '登录').click();
  };

  it('begins with a question in the web chat, which stands in the list beside its firm', async () => {
    const { server, browser, looksRight } = walk();
    server.clock.now = new Date();
    const firm = fictionalFirm(78, { name: '虚构丝路工贸有限公司', city: '淮安' });
    await server.stores.firms.upsertFirms(packId, [firm], wanted);
    visitor = await openWebVisitor(server.url);
    await visitor.say('转人工，单一窗口的单证页打不开');
    await visitorReads('已经转给工作人员');
    const [line] = await server.stores.tickets.list(['open'], 1);
    if (line === undefined) throw new Error('no ticket');
    id = line.ticket.id;
    await server.stores.identities.linkFirm(line.ticket.askerId, fictionalUscc(78));
    operator = await server.signedIn('operator');
    const context = await browser.newContext({
      ...{ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' },
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${server.url}/console/inbox`);
    await signIn();
    await page.getByText('有新消息会自动出现。').waitFor();
    const listed = page.getByRole('link', { name: /单证页打不开/ });
    await listed.getByText('条新').waitFor();
    await looksRight('inbox', page);
    await listed.click();
    await page.getByRole('heading', { name: `工单 ${id}` }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ticket');
    await page.getByRole('link', { name: '虚构丝路工贸有限公司', exact: true }).waitFor();
    await listed.getByText('条新').waitFor({ state: 'detached' });
  });

  it('is not answered over something new, and what was written stays', async () => {
    const { looksRight } = walk();
    await answer().fill('请换一台电脑');
    await visitor.say('我换过电脑了');
    await conversation().getByText('我换过电脑了').waitFor();
    await page.getByText('您写的时候，这里有了新的内容').waitFor();
    expect(await page.locator('.spoken').textContent()).toContain('我换过电脑了');
    await answer().press('Control+Enter');
    await page.getByText('您看过以后，这个工单里有了新的内容').waitFor();
    await looksRight('ticket-news', page);
    expect(await answer().inputValue()).toBe('请换一台电脑');
    await button(page, '看过了').click();
  });

  it('is not sent by an Enter that chooses a word, and is sent by Ctrl and Enter', async () => {
    const { looksRight } = walk();
    await answer().fill('请用 Chrome 浏览器打开，再点单证');
    await answer().evaluate((area) => {
      const composing = { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true };
      area.dispatchEvent(new KeyboardEvent('keydown', composing));
    });
    await answer().press('Enter');
    expect(await answer().inputValue()).toContain('\n');
    await answer().press('Control+Enter');
    await conversation().getByText('请用 Chrome 浏览器打开').waitFor();
    await visitorReads('请用 Chrome 浏览器打开');
    await conversation().getByText('已送达').waitFor();
    expect(await answer().inputValue()).toBe('');
    await looksRight('ticket', page);
  });

  it('is helped by the bot’s answer and by the office’s own words', async () => {
    const { looksRight } = walk();
    await visitor.say('转人工，另外赔付比例是多少');
    await conversation().getByText('赔付比例是多少').waitFor();
    await button(page, '看机器人会怎么答').click();
    await button(page, '拿来修改').click();
    expect(await answer().inputValue()).toMatch(/80%[\s\S]*来源/u);
    await looksRight('ticket-suggestion', page);
    await answer().fill('');
    await page.getByRole('link', { name: '管理常用语' }).click();
    await button(page, '添加常用语').click();
    await page.getByLabel('名称').fill('重装控件');
    await page.getByLabel('内容').fill('请用管理员身份重装控件。');
    await button(page, '保存').click();
    await page.getByText('请用管理员身份重装控件。').waitFor();
    await looksRight('canned', page);
    await page.goBack();
    await page.getByRole('combobox', { name: '插入常用语' }).click();
    await page.getByTitle('重装控件').click();
    expect(await answer().inputValue()).toBe('请用管理员身份重装控件。');
  });

  it('is still there after a session that ended, on a phone too, and goes out then', async () => {
    const { server, looksRight } = walk();
    await page.setViewportSize({ width: 390, height: 844 });
    await looksRight('ticket-phone', page);
    await server.stores.consoleSessions.endAll(operator.staffId);
    await page.getByText('登录已经过期').waitFor();
    await signIn();
    await page.getByRole('heading', { name: `工单 ${id}` }).waitFor();
    expect(await answer().inputValue()).toBe('请用管理员身份重装控件。');
    await button(page, '发给提问人').click();
    await visitorReads('请用管理员身份重装控件。');
  });

  it('is closed, of which the asker hears, and kept as the office’s answer', async () => {
    const { server } = walk();
    await button(page, '我来处理').click();
    await button(page, '我来处理').waitFor({ state: 'detached' });
    await button(page, '结束工单').click();
    await page.getByRole('tooltip').getByRole('button', { name: '结束工单' }).click();
    await button(page, '重新打开').waitFor();
    await visitorReads(`工作人员把工单 ${id} 结束了`);
    await page.getByText('留作办公室答复').click();
    await button(page, '留用').click();
    await page.getByText('已留用').waitFor();
    const kept = await server.stores.officeAnswers.current(packId);
    expect(kept.at(-1)).toMatchObject({ madeBy: operator.staffId });
    await page.getByRole('link', { name: '回到列表' }).click();
    await page.getByText('已结束 1').click();
    await page.getByRole('link', { name: /单证页打不开/ }).waitFor();
    await walk().looksRight('inbox-phone', page);
    await page.context().close();
  });
}

import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { enrollmentIdOf } from '../../workflows/contract.ts';
import { password } from '../support/console-server.ts';
import type { ConsoleServer } from '../support/console-server.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

export interface Walk {
  server: ConsoleServer;
  browser: Browser;
  page: Page;
  /** Looks at the page: accessibility, width, and a picture where one is wanted. */
  looksRight: (name: string, page?: Page) => Promise<void>;
}

const uscc = fictionalUscc(77);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What an operator does on a firm's page, signed in afresh beside whoever else is; `walk` is asked when the steps run. */
export function walkFirmActions(walk: () => Walk): void {
  let mine: Page;
  let theirs: Page;

  const open = async (): Promise<Page> => {
    const { server, browser } = walk();
    const { login } = await server.signedIn('operator');
    const context = await browser.newContext({
      ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${server.url}/console/firms/${uscc}`);
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('密码').fill(password);
    await button(page, '登录').click();
    await page.getByText('虚构远航贸易有限公司').waitFor();
    return page;
  };
  const choose = async (page: Page, status: string): Promise<void> => {
    await button(page, '改官方状态').click();
    await page.getByRole('combobox', { name: '改成' }).click();
    await page.getByTitle(status, { exact: true }).click();
  };
  const confirm = async (page: Page): Promise<void> => {
    await button(page, '修改').click();
    await page.getByRole('tooltip').getByRole('button', { name: '修改' }).click();
  };

  it('let two operators act on one firm without losing what either did', async () => {
    const { server, looksRight } = walk();
    server.clock.now = new Date('2022-03-25T02:00:00.000Z');
    const firm = fictionalFirm(77, { name: '虚构远航贸易有限公司' });
    await server.stores.firms.upsertFirms(packId, [firm], wanted);
    await server.commands.begin(enrollmentIdOf(packId, uscc));
    const { id } = await server.stores.identities.upsertIdentity({
      ...{ channel: 'telegram', externalUserId: 't-77', privateChatId: 'c-77' },
    });
    await server.stores.identities.linkFirm(id, uscc);
    [mine, theirs] = [await open(), await open()];
    await choose(mine, '审批通过');
    await choose(theirs, '已退回');
    await button(theirs, '修改').click();
    await theirs.getByText('请写明原因，企业会看到。').waitFor();
    await theirs.getByLabel('原因').fill('缺一份材料');
    await looksRight('firm-status', theirs);
    await confirm(mine);
    await mine.getByText('已修改，会通知关联的联系人。').waitFor();
    await confirm(theirs);
    await theirs.getByText('别人已经改了').waitFor();
    await theirs.getByRole('listitem').filter({ hasText: '审批通过' }).first().waitFor();
    await looksRight('firm-changed-meanwhile', theirs);
    expect((await server.stores.enrollments.find(enrollmentIdOf(packId, uscc)))?.officialStatus).toBe(
      'approved',
    );
    // Seen by now, and still wanted: what was typed is there.
    await theirs.getByRole('combobox', { name: '改成' }).click();
    await theirs.getByTitle('已退回', { exact: true }).click();
    await confirm(theirs);
    await theirs.getByText('已修改，会通知关联的联系人。').waitFor();
    const timeline = await server.stores.enrollments.timeline(enrollmentIdOf(packId, uscc));
    expect(timeline.map(({ event }) => ('status' in event ? event.status : event.type))).toEqual([
      ...['invited', 'approved', 'returned'],
    ]);
    await theirs.context().close();
  });

  it('correct what was entered wrongly, and remind with the words before their eyes', async () => {
    const { looksRight } = walk();
    await mine.reload();
    await button(mine, '改官方状态').click();
    await mine.getByText('更正（以前录错了）').click();
    await mine.getByRole('combobox', { name: '改成' }).click();
    await mine.getByTitle('待企业确认', { exact: true }).click();
    await mine.getByLabel('原因').fill('退错了');
    await confirm(mine);
    await mine.getByText('已修改，会通知关联的联系人。').waitFor();
    await button(mine, '提醒').click();
    await mine.getByText('会发给 1 位联系人。').waitFor();
    await looksRight('firm-remind', mine);
    await button(mine, '现在发出').click();
    await mine.getByText('已发出，1 位联系人。').waitFor();
  });

  it('name who looks after firms, for several at once', async () => {
    const { server, looksRight } = walk();
    await mine.getByRole('link', { name: '企业', exact: true }).click();
    await mine.getByRole('searchbox', { name: '查找企业' }).fill('虚构');
    await mine.keyboard.press('Enter');
    await mine.getByRole('checkbox', { name: '选择这一页' }).check();
    await mine.getByText('已选 20 家').waitFor();
    await mine.getByRole('group', { name: '所选的企业' }).getByRole('combobox', { name: '负责人' }).click();
    await mine.getByTitle('测试员').first().click();
    await button(mine, '指定负责人').click();
    await mine.getByText('已指定，20 家企业。').waitFor();
    await looksRight('firms-selected', mine);
    const [download] = await Promise.all([mine.waitForEvent('download'), button(mine, '导出所选').click()]);
    expect(await readSheet(await download.path())).toHaveLength(21);
    await mine.goto(`${server.url}/console/firms/${uscc}`);
  });

  it('write a note, and hand over a code that can be scanned', async () => {
    const { server, looksRight } = walk();
    await button(mine, '写备注').click();
    await mine.getByLabel('备注', { exact: true }).fill('电话联系过，下周三确认');
    await button(mine, '保存').click();
    await mine.getByRole('cell', { name: '备注：电话联系过，下周三确认' }).waitFor();
    await looksRight('firm-noted', mine);
    await mine.emulateMedia({ media: 'print' });
    expect(await button(mine, '打印').isVisible()).toBe(false);
    expect(await mine.getByText('下周三确认').isVisible()).toBe(true);
    await mine.emulateMedia({ media: null });
    await button(mine, '邀请码').click();
    await button(mine, '生成邀请码').click();
    await mine.getByText('只显示这一次').waitFor();
    await looksRight('firm-invited', mine);
    const code = (await mine.locator('.one-time-code').textContent()) ?? '';
    const { id } = await server.stores.identities.upsertIdentity({ channel: 'web', externalUserId: 'w-77' });
    const redeemed = await server.stores.identities.redeemCode(code, id, server.clock.now.toISOString());
    expect(redeemed).toMatchObject({ ok: true, uscc });
    // What is printed then is handed to the firm: nothing of it but its name.
    await mine.emulateMedia({ media: 'print' });
    expect(await mine.getByText(code, { exact: true }).isVisible()).toBe(true);
    expect(await mine.getByText('下周三确认').isVisible()).toBe(false);
    await mine.emulateMedia({ media: null });
    await mine.setViewportSize({ width: 390, height: 844 });
    await looksRight('firm-invited-phone', mine);
    await mine.context().close();
  });
}

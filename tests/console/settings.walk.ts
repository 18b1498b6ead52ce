import { expect, it } from 'vitest';
import { password } from '../support/console-server.ts';
import type { Walk } from './firm-actions.walk.ts';

/** What an administrator of the whole office looks at and changes. */
export function walkSettings(walk: () => Walk): void {
  it('show whether everything is well, and change a group and who is told', async () => {
    const { server, browser, looksRight } = walk();
    await server.stores.groups.joined('telegram', '-100200300');
    await server.stores.webhooks.add({ name: 'ledger', url: 'https://ledger.example/hook' });
    const { login } = await server.signedIn('admin');
    const context = await browser.newContext({
      ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${server.url}/console/settings`);
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('工作流引擎没有回应').waitFor();
    await page.getByText('09:30 到').waitFor();
    await looksRight('settings', page);
    await page
      .getByRole('row', { name: /-100200300/ })
      .getByRole('button', { name: '修改' })
      .click();
    await server.stores.groups.change('telegram', '-100200300', { announcements: false });
    await page.getByRole('combobox', { name: '城市' }).click();
    await page.getByTitle('淮安', { exact: true }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('cell', { name: '淮安' }).waitFor();
    expect(await server.stores.groups.settingsOf('telegram', '-100200300')).toMatchObject({
      ...{ city: '淮安', announcements: false },
    });
    await page
      .getByRole('row', { name: /-100200300/ })
      .getByRole('button', { name: '修改' })
      .click();
    await server.stores.groups.change('telegram', '-100200300', { announcements: true });
    await page.getByLabel('接收通知').check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('刚刚被别人改过').waitFor();
    const leaving = page.getByRole('row', { name: /-100200300/ });
    await leaving.getByRole('button', { name: '离开' }).click();
    await page.getByText('机器人马上离开这个群').waitFor();
    await page.getByRole('tooltip').getByRole('button', { name: '离开' }).click();
    await leaving.waitFor({ state: 'detached' });
    expect(await server.stores.groups.present('telegram')).toEqual([]);
    await page.getByLabel('名称').fill('crm');
    await page.getByLabel('网址').fill('https://crm.example/hook');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByText('TONGBAO_WEBHOOK_SECRETS=crm:whsec_').waitFor();
    await page.getByRole('row', { name: /crm/ }).getByRole('button', { name: '发送记录' }).click();
    await page.getByRole('button', { name: '没送到的全部再发一次' }).waitFor();
    await looksRight('settings-webhooks', page);
    await page.setViewportSize({ width: 390, height: 844 });
    await looksRight('settings-phone', page);

    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('link', { name: '审计' }).click();
    await page.getByRole('cell', { name: 'console.changeGroup' }).waitFor();
    await looksRight('audit', page);
    await page.getByRole('searchbox', { name: '对象' }).fill('crm');
    await page.keyboard.press('Enter');
    await page.getByText('共 1 条').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出表格' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('审计.xlsx');
    await page.setViewportSize({ width: 390, height: 844 });
    await looksRight('audit-phone', page);
    await context.close();
  });
}

import { expect, it } from 'vitest';
import { password } from '../support/console-server.ts';
import { totpCode } from '../support/totp-code.ts';
import type { Walk } from './firm-actions.walk.ts';

/** Somebody turns the second step of signing in on, comes in with it, and turns it off. */
export function walkSigningIn(walk: () => Walk): void {
  it('has a second step for whoever turns it on', async () => {
    const { server, browser, looksRight } = walk();
    const { login } = await server.signedIn('operator');
    const context = await browser.newContext({
      ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const section = page.getByRole('region', { name: '两步验证' });
    const signIn = async (): Promise<void> => {
      await page.getByLabel('登录名').fill(login);
      await page.getByLabel('密码').fill(password);
      await button('登录').click();
    };
    await page.goto(`${server.url}/console/account`);
    await signIn();
    await section.getByLabel('现在的密码').fill(password);
    await button('开启两步验证').click();
    await page.getByRole('img', { name: '两步验证的二维码' }).waitFor();
    await looksRight('totp-begin', page);
    const secret = ((await page.locator('.totp-key').textContent()) ?? '').replaceAll(' ', '');
    const code = (): string => totpCode(secret, server.clock.now);
    await section.getByLabel('验证码').fill(code());
    await button('确认开启').click();
    await page.getByText('两步验证已开启').waitFor();
    const recovery = (await page.locator('.recovery-codes li').first().textContent()) ?? '';
    await looksRight('totp-codes', page);
    await button('我已经保存好了').click();
    await page.getByText('还有 10 个恢复码').waitFor();

    await page.locator('header').getByRole('button', { name: '测试员' }).press('Enter');
    const focused = page.locator('[role="menuitem"]:focus');
    await focused.getByText('我的账号').waitFor();
    await page.keyboard.press('ArrowUp');
    await focused.getByText('退出').waitFor();
    await page.keyboard.press('Enter');
    await signIn();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('请打开手机上的验证器').waitFor();
    await looksRight('sign-in-code-phone', page);
    await page.getByLabel('验证码').fill(code());
    await page.keyboard.press('Enter');
    await page.getByText('这个验证码已经用过了').waitFor();
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    await page.getByLabel('验证码').fill(code());
    await page.keyboard.press('Enter');
    await page.getByText('还有 10 个恢复码').waitFor();
    await looksRight('totp-on-phone', page);
    await section.getByLabel('现在的密码').fill(password);
    await section.getByLabel('验证码或恢复码').fill(recovery);
    await button('关闭两步验证').click();
    await page.getByText('两步验证已关闭').waitFor();
    expect(await server.stores.consoleTotp.staffWithTotp()).toEqual([]);
    await context.close();
  });
}

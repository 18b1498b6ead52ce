import { expect, it } from 'vitest';
import { password, telegramBotToken } from '../support/console-server.ts';
import { signedByTelegram } from '../support/telegram-login.ts';
import { totpCode } from '../support/totp-code.ts';
import type { Walk } from './firm-actions.walk.ts';

/** With an account, and a browser of their own. */
async function somebody({ server, browser }: Walk) {
  const { login } = await server.signedIn('operator');
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { login, context, page };
}

/** Ways in beyond the password. */
export function walkSigningIn(walk: () => Walk): void {
  it('has a second step for whoever turns it on', async () => {
    const { server, looksRight } = walk();
    const { login, context, page } = await somebody(walk());
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
  it('is open to a linked Telegram account, and to everybody where Telegram cannot be reached', async () => {
    const { server, looksRight } = walk();
    const { login, context, page } = await somebody(walk());
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    let isReached = false;
    // Stands for Telegram’s script and its window; what the page may load is still for the browser to say.
    await page.route('https://telegram.org/**', async (route) => {
      server.clock.now = new Date(server.clock.now.getTime() + 1000);
      const auth_date = Math.floor(server.clock.now.getTime() / 1000);
      const data = signedByTelegram(telegramBotToken, { id: 712_345_678, first_name: '测', auth_date });
      const body = `window.Telegram = { Login: { auth: (_, done) => done(${JSON.stringify(data)}) } };`;
      await (isReached ? route.fulfill({ contentType: 'text/javascript', body }) : route.abort());
    });
    await page.goto(`${server.url}/console`);
    await page.getByRole('link', { name: '用 Telegram 登录' }).click();
    await button('用 Telegram 登录').click();
    await page.getByText('连不上 telegram.org').waitFor();
    await looksRight('telegram-unreachable', page);
    await page.getByRole('link', { name: '用登录名和密码登录' }).click();
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('密码').fill(password);
    await button('登录').click();
    await page.locator('header').getByRole('button', { name: '测试员' }).click();
    await page.getByRole('menuitem', { name: '我的账号' }).click();
    isReached = true;
    await page.getByRole('link', { name: '关联 Telegram' }).click();
    await button('关联 Telegram').click();
    await page.getByText('请填写这一项。').waitFor();
    await looksRight('telegram-link', page);
    await page.getByLabel('现在的密码').fill(password);
    await button('关联 Telegram').click();
    await page.getByText('已关联，可以用 Telegram 登录。').waitFor();
    await page.locator('header').getByRole('button', { name: '测试员' }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('link', { name: '用 Telegram 登录' }).click();
    await looksRight('telegram-sign-in-phone', page);
    await button('用 Telegram 登录').click();
    await page.getByRole('heading', { name: '概览' }).waitFor();
    await context.close();
  });
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';

let temp: TempStores;
let cli: TestCli;
beforeEach(async () => {
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir);
});
afterEach(() => temp.dispose());

const now = '2026-03-02T02:00:00.000Z';
const tokenIn = (line = ''): string =>
  /^http:\/\/127\.0\.0\.1:8080\/console\/invitation#([\w-]{43})$/.exec(line)?.[1] ?? '';
const accept = async (token: string, login: string, name = '张三'): Promise<string> => {
  const given = { token, name, login, passwordHash: 'x', now };
  return (await temp.stores.consoleAccounts.accept(given)).outcome;
};

describe('tongbao staff console', () => {
  it('invites the first administrator, with a link that works once', async () => {
    expect((await cli.run('staff', 'console', 'list')).out[0]).toContain('invite');
    const { code, out } = await cli.run('staff', 'console', 'invite', '张三', '--new', '--role', 'admin');
    expect([code, out[0]]).toEqual([0, expect.stringContaining('2026-03-05 10:00')]);
    const token = tokenIn(out[1]);
    expect(await temp.stores.consoleAccounts.findInvitation(token, now)).toMatchObject({
      role: 'admin',
      cities: null,
    });
    expect([await accept(token, 'zhangsan'), await accept(token, 'zhangsan')]).toEqual(['accepted', 'gone']);
    expect((await cli.run('staff', 'console', 'list', '--lang', 'en')).out[2]).toContain(
      'zhangsan  administrator',
    );
  });

  it('ends the invitation before, and keeps the login until the new one is accepted', async () => {
    const first = tokenIn((await cli.run('staff', 'console', 'invite', '张三', '--new')).out[1]);
    const next = tokenIn((await cli.run('staff', 'console', 'invite', '张三', '--city', '淮安市')).out[1]);
    expect([await accept(first, 'zhangsan'), await accept(next, 'zhangsan')]).toEqual(['gone', 'accepted']);
    const account = await temp.stores.consoleAccounts.findByLogin('zhangsan');
    expect(account).toMatchObject({ role: 'viewer', cities: ['淮安'] });
    await cli.run('staff', 'console', 'invite', '张三');
    expect(await temp.stores.consoleAccounts.findByLogin('zhangsan')).not.toBe(null);
  });

  it('leaves rights, cities and a disabled account as they are when somebody forgot the password', async () => {
    const invited = await cli.run(
      'staff',
      'console',
      'invite',
      '张三',
      '--new',
      '--city',
      '淮安',
      '--role',
      'operator',
    );
    await accept(tokenIn(invited.out[1]), 'zhangsan');
    await cli.run('staff', 'console', 'change', '张三', '--disable');
    const again = await cli.run('staff', 'console', 'invite', '张三');
    expect([again.code, again.out[0]]).toEqual([0, expect.stringContaining('经办')]);
    const account = await temp.stores.consoleAccounts.findByLogin('zhangsan');
    expect(account).toMatchObject({ role: 'operator', cities: ['淮安'], disabled: true });
    for (const more of [
      ['--role', 'admin'],
      ['--city', '南京'],
    ]) {
      const { code, err } = await cli.run('staff', 'console', 'invite', '张三', ...more);
      expect([code, err[0]]).toEqual([1, expect.stringContaining('change')]);
    }
  });

  it('does not leave the console without an administrator', async () => {
    const { out } = await cli.run('staff', 'console', 'invite', '张三', '--new', '--role', 'admin');
    await accept(tokenIn(out[1]), 'zhangsan');
    for (const change of [['--role', 'viewer'], ['--disable']]) {
      const { code, err } = await cli.run('staff', 'console', 'change', '张三', ...change);
      expect([code, err[0]]).toEqual([1, expect.stringContaining('最后一位')]);
    }
    const other = await cli.run('staff', 'console', 'invite', '李四', '--new', '--role', 'admin');
    await accept(tokenIn(other.out[1]), 'lisi', '李四');
    expect((await cli.run('staff', 'console', 'change', '张三', '--role', 'viewer')).code).toBe(0);
  });

  it.each([
    [['invite', '没有这个人'], 1, '--new'],
    [['invite', '甲', '--new', '--hours', '0'], 1, '1 到 168'],
    [['invite', ' ', '--new'], 1, '姓名'],
    [['invite', '重名'], 1, '写编号'],
    [['change', '未邀请'], 1, '--role'],
    [['change', '未邀请', '--enable'], 1, '没有管理台账号'],
    [['change', '未邀请', '--city', '淮安', '--all-cities'], 1, '不能同时'],
    [['invite', '甲', '--role', 'boss'], 2, 'viewer'],
  ])('%j is refused', async (argv, expected, line) => {
    for (const name of ['重名', '重名', '未邀请']) await temp.stores.identities.addStaff(name);
    const { code, err } = await cli.run('staff', 'console', ...argv);
    expect([code, err[0]]).toEqual([expected, expect.stringContaining(line)]);
  });

  it('lets the last administrator in again who lost phone and recovery codes', async () => {
    const { out } = await cli.run('staff', 'console', 'invite', '张三', '--new', '--role', 'admin');
    await accept(tokenIn(out[1]), 'zhangsan');
    const account = await temp.stores.consoleAccounts.findByLogin('zhangsan');
    const staffId = account?.staffId ?? '';
    const { consoleTotp } = temp.stores;
    expect((await cli.run('staff', 'console', 'reset-totp', '张三')).code).toBe(1);
    await consoleTotp.begin(staffId, 'sealed');
    const confirmed = { staffId, secret: 'sealed', step: 1, recoveryCodes: ['a'], keepSession: '' };
    expect(await consoleTotp.confirm(confirmed)).toBe(true);
    const reset = await cli.run('staff', 'console', 'reset-totp', '张三', '--lang', 'en');
    expect([reset.code, reset.out[0]]).toEqual([0, expect.stringContaining('is off')]);
    expect(await consoleTotp.find(staffId)).toBe(null);
    expect(await consoleTotp.takeRecoveryCode(staffId, 'a')).toBe(false);
  });
});

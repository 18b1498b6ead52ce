import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { startWecomDouble } from '../support/wecom-double.ts';
import type { WecomDouble } from '../support/wecom-double.ts';

const key = '693a91f6-7000-4bc4-97a0-0ec2a1fa5aaa';
let wecom: WecomDouble;
let temp: TempStores;
let cli: TestCli;
beforeEach(async () => {
  wecom = await startWecomDouble([key]);
  temp = await openTempStores();
  cli = createTestCli(temp.stores, temp.dir, { botUsername: 'tongbao_bot' });
  cli.context.settings = {
    ...cli.context.settings,
    wecom: { robots: [{ name: '淮安一群', key }], apiRoot: wecom.apiRoot },
  };
});
afterEach(async () => {
  await wecom.close();
  await temp.dispose();
});

const post = (...words: string[]) => cli.run('wecom', 'post', '淮安一群', ...words);

it('shows a notice first, and posts it with the way to the private chat when that is confirmed', async () => {
  expect((await cli.run('wecom', 'list')).out).toEqual(['淮安一群']);
  const shown = await post('明天上午九点讲解。');
  expect(shown.out.join('\n')).toContain('明天上午九点讲解。');
  expect(wecom.posted).toEqual([]);
  expect(await post('明天上午九点讲解。', '--yes')).toMatchObject({ code: 0 });
  expect(wecom.posted).toHaveLength(1);
  expect(wecom.posted[0]?.text).toContain('明天上午九点讲解。');
  expect(wecom.posted[0]?.text).toContain('https://t.me/tongbao_bot');
});

it.each([`${fictionalUscc(7)} 请尽快确认`, '虚构锦程进出口有限公司请尽快确认', '看 http://example.com'])(
  'posts nothing that names a firm, or that a group must not read: %s',
  async (words) => {
    expect((await post(words, '--yes')).code).toBe(1);
    expect(wecom.posted).toEqual([]);
  },
);

it('says what came of it, never shows the key, and knows no other group', async () => {
  wecom.faults.push('cut', { errcode: 93000 });
  const [unsure, gone] = [await post('明天讲解。', '--yes'), await post('明天讲解。', '--yes')];
  expect(unsure).toMatchObject({ code: 1 });
  expect(unsure.err.join()).toContain('先到群里看一眼');
  expect(gone.err.join()).toContain('chatNotFound');
  const other = await cli.run('wecom', 'post', '别的群', '明天讲解。', '--yes');
  expect(other.err.join()).toContain('没有叫');
  expect([...unsure.err, ...gone.err, ...other.err].join()).not.toContain(key);
});

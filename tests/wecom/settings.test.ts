import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteWecomGroups } from '../../cli/app/wecom-groups.ts';
import { checkWecom } from '../../cli/doctor/wecom-check.ts';
import { maskText } from '../../cli/log-masking.ts';
import { readSettings } from '../../cli/settings.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import { openTempStores } from '../support/temp-stores.ts';
import { startWecomDouble } from '../support/wecom-double.ts';
import type { WecomDouble } from '../support/wecom-double.ts';

const key = '693a91f6-7000-4bc4-97a0-0ec2a1fa5aaa';
let wecom: WecomDouble;
beforeEach(async () => {
  wecom = await startWecomDouble([key]);
});
afterEach(() => wecom.close());

const settingsOf = (webhooks: string) =>
  readSettings({ TONGBAO_WECOM_WEBHOOKS: webhooks, TONGBAO_WECOM_API: wecom.apiRoot });

describe('settings of WeCom', () => {
  it('name a robot for each group', () => {
    expect(readSettings({}).wecom).toBeNull();
    const { wecom: access, childEnv } = settingsOf(`淮安一群:${key}，group-2=${key}`);
    expect(access?.robots).toEqual([
      { name: '淮安一群', key },
      { name: 'group-2', key },
    ]);
    expect(Object.keys(childEnv)).not.toContain('TONGBAO_WECOM_WEBHOOKS');
  });

  it.each([key, `:${key}`, '淮安一群:短', `a:${key},a:${key}`, `https://qyapi.weixin.qq.com/?key=${key}`])(
    'refuse %s without showing it',
    (webhooks) => {
      expect(() => settingsOf(webhooks)).toThrow('TONGBAO_WECOM_WEBHOOKS');
      expect(() => settingsOf(webhooks)).not.toThrow(key);
    },
  );

  it('keep keys out of the log', () => {
    expect(maskText(`POST https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`)).not.toContain(key);
  });
});

describe('doctor', () => {
  const check = async (webhooks: string): Promise<string[]> =>
    (await checkWecom(settingsOf(webhooks))).map(({ mark, say }) => `${mark} ${say(textsFor('zh-CN'))}`);

  it('asks whether each robot is there, and posts nothing', async () => {
    const [there, gone] = await check(`淮安一群:${key},盱眙群:gone-gone-gone-gone`);
    expect(there).toMatch(/^✓.*淮安一群/);
    expect(gone).toMatch(/^✗.*盱眙群/);
    wecom.faults.push({ status: 500, body: '' });
    expect((await check(`淮安一群:${key}`))[0]).toMatch(/^!/);
    expect(wecom.posted).toEqual([]);
  });
});

it('a group with a robot wants announcements until its robot is taken out of the settings', async () => {
  const temp = await openTempStores();
  const { groups } = temp.stores;
  const wanting = async (): Promise<string[]> =>
    (await groups.wantingAnnouncements({ channel: 'wecom' })).map(({ chatId }) => chatId);
  await noteWecomGroups(groups, settingsOf(`a:${key},b:${key}`));
  expect(await wanting()).toEqual(['a', 'b']);
  await noteWecomGroups(groups, settingsOf(`b:${key}`));
  expect(await wanting()).toEqual(['b']);
  await temp.dispose();
});

import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { noteWecomGroups } from '../../cli/app/wecom-groups.ts';
import { createTestCli } from '../support/cli-context.ts';
import type { TestCli } from '../support/cli-context.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';
import { refused, startTelegramDouble } from '../support/telegram-double.ts';
import type { TelegramDouble } from '../support/telegram-double.ts';
import { openTempStores } from '../support/temp-stores.ts';
import type { TempStores } from '../support/temp-stores.ts';
import { startWecomDouble } from '../support/wecom-double.ts';

const key = '693a91f6-7000-4bc4-97a0-0ec2a1fa5aaa';

let temp: TempStores;
let telegram: TelegramDouble;
let cli: TestCli;

beforeEach(async () => {
  [temp, telegram] = await Promise.all([openTempStores(), startTelegramDouble()]);
  cli = createTestCli(temp.stores, temp.dir, { mode: 'live', botUsername: 'tongbao_bot' });
  const access = { token: '1:a', apiRoot: telegram.apiRoot, proxy: null, webhookSecret: null };
  cli.context.settings = { ...cli.context.settings, telegram: access };
  const { groups } = temp.stores;
  for (const chatId of ['-1', '-2', '-3', '-4']) await groups.joined('telegram', chatId);
  await groups.change('telegram', '-2', { city: '淮安' });
  await groups.change('telegram', '-3', { announcements: false });
  await groups.left('telegram', '-4');
});
afterEach(async () => {
  await telegram.close();
  await temp.dispose();
});

const run = (...words: string[]) => cli.run('groups', ...words);

describe('tongbao groups', () => {
  it('lists those that the bot is in', async () => {
    const { code, out } = await run('list');
    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/telegram +-1[\s\S]*-2 +淮安 +收[\s\S]*-3 +– +不收/);
    expect(out.join('\n')).not.toContain('-4');
  });

  it('shows an announcement before it is posted, and posts it with a button to the private chat', async () => {
    const preview = await run('announce', '--text', '周五下午维护。');
    expect(preview.code).toBe(0);
    expect(preview.out.join('\n')).toContain('【办公室通知】周五下午维护。');
    expect(preview.out.join('\n')).toContain('[私聊里说] https://t.me/tongbao_bot');
    expect(preview.out.at(-1)).toContain('以上会发到 2 个群');
    expect(telegram.calls).toEqual([]);

    const posted = await run('announce', '--text', '周五下午维护。', '--yes');
    expect([posted.code, posted.err]).toEqual([0, []]);
    expect(telegram.of('sendMessage').map(({ params }) => params['chat_id'])).toEqual(['-1', '-2']);
    expect(telegram.of('sendMessage')[0]?.params['reply_markup']).toContain('https://t.me/tongbao_bot');
  });

  it('posts to a city’s groups and those of none', async () => {
    await temp.stores.groups.change('telegram', '-1', { city: '苏州' });
    await run('announce', '--text', '周五下午维护。', '--city', '淮安', '--yes');
    expect(telegram.of('sendMessage').map(({ params }) => params['chat_id'])).toEqual(['-2']);
  });

  it.each([
    ['虚构进出口2号有限公司请办理', '不要写企业名称'],
    [`请${fictionalUscc(1)}办理`, '不要写企业名称'],
    ['上 example.com 看', 'https:// 开头'],
    [' ', '通知要有内容'],
  ])('refuses to post %j', async (text, reason) => {
    await temp.stores.firms.upsertFirms(packId, [fictionalFirm(1), fictionalFirm(2)], wanted);
    const refusal = await run('announce', '--text', text, '--yes');
    expect(refusal.code).toBe(1);
    expect(refusal.err.join()).toContain(reason);
    expect(telegram.calls).toEqual([]);
  });

  it('says where it did not arrive, and where nobody knows, and repeats nothing', async () => {
    telegram.fail('sendMessage', refused(403, 'Forbidden: bot was kicked from the supergroup chat'), 'cut');
    const posted = await run('announce', '--text', '周五下午维护。', '--yes');
    expect(posted.code).toBe(1);
    expect(posted.out.join('\n')).toMatch(
      /没有发到：telegram -1[\s\S]*不知道到了没有，没有重发：telegram -2/,
    );
    expect(posted.err.join()).toContain('有 2 个群没有确定发到');
    expect(telegram.of('sendMessage')).toHaveLength(2);
  });

  it('says which groups are of a channel that is not set up', async () => {
    await temp.stores.groups.joined('onebot', 'group-7');
    const posted = await run('announce', '--text', '周五下午维护。', '--yes');
    expect(posted.code).toBe(1);
    expect(posted.out.join('\n')).toContain('这里没有设置这个渠道，没有发：onebot group-7');
    expect(telegram.of('sendMessage')).toHaveLength(2);
  });

  it('lists the groups of WeCom that the settings name, and posts there without speaking of a button', async () => {
    const wecom = await startWecomDouble([key]);
    onTestFinished(() => wecom.close());
    const robots = [{ name: '淮安一群', key }];
    cli.context.settings = { ...cli.context.settings, wecom: { robots, apiRoot: wecom.apiRoot } };
    expect((await run('list')).out.join('\n')).toMatch(/wecom +淮安一群/);
    // A list only looks; the program notes them when it starts.
    expect(await temp.stores.groups.present('wecom')).toEqual([]);
    await noteWecomGroups(temp.stores.groups, cli.context.settings);
    const typed = '周五下午维护。\nEnglish:\nMaintenance on Friday.';
    expect((await run('announce', '--text', typed, '--yes')).code).toBe(0);
    const [said] = wecom.posted;
    expect(said?.text).toContain('Maintenance on Friday.');
    expect(said?.text).toContain('https://t.me/tongbao_bot');
    expect(said?.text).not.toContain('按钮');
    expect((await cli.run('wecom', 'post', '淮安一群', typed, '--yes')).code).toBe(0);
    expect(wecom.posted.map(({ text }) => text)).toEqual([said?.text, said?.text]);
  });

  it('notes each group as soon as it has the post', async () => {
    const noted: string[] = [];
    const { audit } = temp.stores;
    temp.stores.audit = {
      ...audit,
      async record(entry) {
        await audit.record(entry);
        noted.push(`${entry.target} ${entry.outcome} after ${telegram.of('sendMessage').length}`);
      },
    };
    await run('announce', '--text', '周五下午维护。', '--yes');
    expect(noted.slice(0, 2)).toEqual(['group/telegram/-1 sent after 1', 'group/telegram/-2 sent after 2']);
  });

  it('posts numbers of a pack only in the groups that are about it', async () => {
    const firms = Array.from({ length: 12 }, (_, i) => fictionalFirm(i + 1));
    await temp.stores.firms.upsertFirms(packId, firms, wanted);
    await temp.stores.groups.change('telegram', '-1', { packId: 'another-2027' });
    expect((await run('digest', '--yes')).code).toBe(0);
    expect(telegram.of('sendMessage').map(({ params }) => params['chat_id'])).toEqual(['-2']);
  });

  it('posts how far all firms are, in numbers only, and not where they are few', async () => {
    const firms = Array.from({ length: 12 }, (_, i) => fictionalFirm(i + 1));
    await temp.stores.firms.upsertFirms(packId, firms.slice(0, 3), wanted);
    const few = await run('digest', '--yes');
    expect(few.code).toBe(1);
    expect(few.err.join()).toContain('不到 10 家');
    await temp.stores.firms.upsertFirms(packId, firms, wanted);
    expect((await run('digest', '--yes')).code).toBe(0);
    const [text = ''] = telegram.textsTo('-1');
    expect(text).toContain('正在办理的 12 家企业里，已有 0 家（0%）提交');
    for (const { name, uscc } of firms) for (const own of [name, uscc]) expect(text).not.toContain(own);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';

let office: EngineOffice;
let li: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  li = await office.staff('老李');
});
afterEach(() => office.dispose());

const kept = () => office.stores.campaigns.idsBeginningWith(office.pack.id, '');

describe('an announcement by staff', () => {
  it('is previewed as it will be read, and sent to nobody before it is confirmed', async () => {
    const firms = [await office.addFirm(2), await office.addFirm(4), await office.addFirm(6)];
    for (const [n, firm] of firms.entries()) await office.contactOf(firm, `c${n}`);
    await (await office.contactOf(await office.addFirm(8), 'd')).says('不要提醒');

    const shown = await li.says(
      '/announce 城市=淮安 每分钟=60\n本周五下午\n系统维护。\n英文：\nMaintenance.',
    );
    const [sample, question] = shown.replies.map((r) => r.message.paragraphs.join('\n'));
    expect(sample).toContain('【办公室通知】本周五下午\n系统维护。');
    expect(sample).toContain('回复“不要提醒”');
    expect(question).toContain('符合条件的有 4 家，其中 3 家会收到通知');
    expect(question).toContain('联系人不要提醒 1 家');
    expect(question).toContain('每分钟最多 60 家');
    expect(shown.buttons).toEqual(['确认发给 3 家', '取消']);
    expect(office.commands.campaigns).toEqual([]);

    const confirmed = await li.taps('确认发给 3 家');
    expect(confirmed.text).toContain('正在通知 4 家');
    await confirmed.replies[0]?.onSent?.('77');
    const [id = ''] = office.commands.campaigns;
    expect(await office.stores.campaigns.find(id)).toMatchObject({
      ...{ kind: 'announcement', state: 'running', filter: { city: '淮安' }, perMinute: 60 },
      text: { 'zh-CN': '本周五下午\n系统维护。', en: 'Maintenance.' },
    });
  });

  it.each([
    ['/announce', '第一行写发给谁'],
    ['/announce 全部', '第一行写发给谁'],
    ['/announce 全部\n   ', '第一行写发给谁'],
    ['/announce 周五维护', '「周五维护」'],
    ['/announce 城市=火星\n周五维护', '火星'],
    ['/announce 全部\n请付款 http://pay.example.com/', 'https:// 开头'],
    [`/announce 全部\n${'好'.repeat(1_001)}`, '最多 1000 个字，现在有 1001 个字'],
    [`/announce 全部\n请${fictionalUscc(2)}尽快办理`, '不要写企业名称'],
    ['/announce 全部\n请虚构进出口2号有限公司尽快办理', '不要写企业名称'],
    ['/announce 全部 时间=2022-03-03 20:00\n周五维护', '最近的发送时间是2022-03-04 09:30'],
  ])('%j is refused with a reason, and nothing is kept', async (typed, reason) => {
    await office.contactOf(await office.addFirm(2), 'a');
    const shown = await li.says(typed);
    expect(shown.text).toContain(reason);
    expect(shown.buttons).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('is for staff alone, in private', async () => {
    const contact = await office.contactOf(await office.addFirm(2), 'a');
    const words = '/announce 全部\n周五维护';
    for (const other of [contact, office.person('路人')])
      expect((await other.says(words)).text).toContain('只有工作人员');
    expect(office.logged.map((l) => l.message)).toContain('staff.refused');
    const inGroup = await li.saysInGroup(words);
    expect(inGroup.text).not.toContain('周五维护');
    expect(inGroup.buttons.join()).not.toContain('确认');
    expect(await kept()).toEqual([]);
  });

  it('is confirmed by nobody but the one who wrote it', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    await li.says('/announce 全部\n周五维护');
    const [id = ''] = await kept();
    const zhang = await office.staff('老张');
    expect((await zhang.tapsData(`campaign|${id}|confirm`)).toast).toContain('只有发起的人');
    expect(office.commands.campaigns).toEqual([]);
    expect(await office.stores.campaigns.find(id)).toMatchObject({ state: 'previewed' });
  });
});

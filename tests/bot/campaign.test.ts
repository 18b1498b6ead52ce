import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enrollmentIdOf } from '../../knowledge/enrollment/enrollment-id.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person, Shown } from '../support/engine-office.ts';
import { fictionalFirm, fictionalUscc, packId, wanted } from '../support/fictional-firms.ts';

let office: EngineOffice;
let li: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  li = await office.staff('老李');
});
afterEach(() => office.dispose());

const campaignIdIn = (shown: Shown): string => {
  const [confirm] = shown.replies.flatMap((r) => r.message.buttons.flat());
  return confirm?.kind === 'callback' ? (confirm.data.split('|')[1] ?? '') : '';
};

describe('a reminder by staff', () => {
  it('is previewed with the reasons of those who are not reminded', async () => {
    const firms = await Promise.all([2, 4, 6, 8, 10, 12].map((n) => office.addFirm(n)));
    const [ready, submitted, snoozed, approved, blocked] = firms;
    if (!ready || !submitted || !snoozed || !approved || !blocked) throw new Error('six firms');
    await office.contactOf(ready, 'a');
    const b = await office.contactOf(submitted, 'b');
    await b.says('/steps');
    await b.taps('完成投保');
    const c = await office.contactOf(snoozed, 'c');
    await c.says('进度');
    await c.taps('5个工作日后再提醒');
    await office.contactOf(approved, 'd');
    await li.says(`/approve ${approved.uscc}`);
    await office.stores.identities.markBlocked(await (await office.contactOf(blocked, 'e')).identityId());

    const preview = await li.says('/remind 城市=淮安');
    expect(preview.text).toContain('符合条件的有 6 家，其中 1 家会收到提醒');
    for (const reason of [
      '企业报告已完成投保 1 家',
      '企业请求暂不提醒 1 家',
      '已过待确认阶段 1 家',
      '联系人屏蔽了机器人 1 家',
      '没有关联联系人 1 家',
    ]) {
      expect(preview.text).toContain(reason);
    }
    expect(preview.buttons).toEqual(['确认提醒 1 家', '取消']);
    expect(office.commands.campaigns).toEqual([]);
  });

  it('leaves out a firm that was reminded today', async () => {
    const firm = await office.addFirm(2);
    await office.contactOf(firm, 'a');
    const { enrollments } = office.stores;
    const id = enrollmentIdOf(packId, firm.uscc);
    const known = await enrollments.find(id);
    if (known === null) throw new Error('not enrolled');
    const reminded = { ...known, lastReminderAt: office.now(), version: known.version + 1 };
    await enrollments.saveProjection(reminded, []);
    const preview = await li.says(`/remind ${firm.uscc}`);
    expect(preview.text).toContain('今天已经提醒过 1 家');
    expect(preview.buttons).toEqual([]);
    office.setNow('2022-03-03T02:00:00.000Z');
    expect((await li.says(`/remind ${firm.uscc}`)).buttons).toContain('确认提醒 1 家');
  });

  it('of a firm without an enrollment says so', async () => {
    const firm = fictionalFirm(2, { listed: false });
    await office.stores.firms.upsertFirms(packId, [firm], wanted);
    const shown = await li.says(`/remind ${firm.uscc}`);
    expect(shown.text).toContain(firm.name);
    expect(shown.buttons).toEqual([]);
  });

  it('starts after the confirmation, once its progress message is in the chat', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    const id = campaignIdIn(await li.says(`/remind ${fictionalUscc(2)}`));
    const confirmed = await li.taps('确认提醒 1 家');
    expect(confirmed.text).toContain('正在提醒 1 家');
    expect(confirmed.buttons).toEqual([]);
    expect(office.commands.campaigns).toEqual([]);

    expect(await confirmed.replies[0]?.onSent?.('77')).toBeNull();
    expect(office.commands.campaigns).toEqual([id]);
    expect(await office.stores.campaigns.find(id)).toMatchObject({
      state: 'running',
      progress: { channel: 'telegram', chatId: 'chat-老李', messageId: '77' },
      tally: { total: 1 },
    });
    expect((await li.tapsData(`campaign|${id}|confirm`)).toast).toContain('已经处理过');
  });

  it('can be confirmed again when it was cut off before it started', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    const id = campaignIdIn(await li.says('/remind 全部'));
    await li.tapsData(`campaign|${id}|confirm`);
    const again = await li.tapsData(`campaign|${id}|confirm`);
    await again.replies[0]?.onSent?.('78');
    expect(office.commands.campaigns).toEqual([id]);
  });

  it('says so when the engine does not answer, and can then be confirmed again', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    const id = campaignIdIn(await li.says('/remind 全部'));
    const confirmed = await li.taps('确认提醒 1 家');
    office.commands.unavailable = 'unreachable';
    const instead = await confirmed.replies[0]?.onSent?.('77');
    expect(instead?.paragraphs.join()).toContain('没有开始');
    office.commands.unavailable = null;
    await (await li.tapsData(`campaign|${id}|confirm`)).replies[0]?.onSent?.('77');
    expect(office.commands.campaigns).toEqual([id]);
  });

  it('stays begun when nobody knows whether it started, and starts once when it is confirmed again', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    const id = campaignIdIn(await li.says('/remind 全部'));
    const confirmed = await li.taps('确认提醒 1 家');
    office.commands.unavailable = 'noAnswer';
    const instead = await confirmed.replies[0]?.onSent?.('77');
    expect(instead?.paragraphs.join()).toContain('不确定是否已经开始');
    const listed = async () => (await office.stores.campaigns.list(packId, 9)).map((c) => [c.id, c.state]);
    expect(await listed()).toEqual([[id, 'running']]);

    const [button] = instead?.buttons.flat() ?? [];
    const again = button?.kind === 'callback' ? button.data : '';
    office.commands.unavailable = 'unreachable';
    const unclear = await li.tapsData(again);
    expect(unclear.toast).toContain('不确定');
    expect(unclear.replies).toEqual([]);
    expect(await listed()).toEqual([[id, 'running']]);
    expect((await (await office.staff('老张')).tapsData(again)).toast).toContain('只有发起');
    office.commands.unavailable = null;
    expect((await li.tapsData(again)).buttons).toEqual(['暂停', '停止']);
    expect(office.commands.campaigns).toEqual([id]);
    await office.stores.campaigns.markStarted(id);
    await li.tapsData(again);
    expect(office.commands.campaigns).toEqual([id]);
  });

  it('can be cancelled', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    const id = campaignIdIn(await li.says('/remind 全部'));
    expect((await li.taps('取消')).text).toContain('什么也没有发');
    expect((await li.tapsData(`campaign|${id}|confirm`)).toast).toContain('已经处理过');
  });

  it('is decided by nobody but the one who asked for it', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    const id = campaignIdIn(await li.says('/remind 全部'));
    const zhang = await office.staff('老张');
    expect((await zhang.tapsData(`campaign|${id}|confirm`)).toast).toContain('只有发起');
    expect((await office.person('路人').tapsData(`campaign|${id}|confirm`)).text).toContain('只有工作人员');
    expect((await li.tapsData('campaign|nothing|confirm')).text).toContain('找不到');
    expect(await office.stores.campaigns.find(id)).toMatchObject({ state: 'previewed' });
    expect(office.logged.map((l) => l.message)).toContain('campaign.refused');
  });

  it('offers no confirmation when there is nobody to remind', async () => {
    await office.addFirm(2);
    expect((await li.says('/remind 全部')).buttons).toEqual([]);
    expect((await li.says(`/remind ${fictionalUscc(9)}`)).text).toContain('没有找到');
  });

  it('shows what its readers would see, each step once, before the numbers', async () => {
    for (const n of [2, 4]) await office.contactOf(await office.addFirm(n), `p${n}`);
    const preview = await li.says('/remind 城市=淮安');
    expect(preview.replies).toHaveLength(2);
    const [sample, question] = preview.replies.map((r) => r.message.paragraphs.join('\n'));
    expect(sample).toContain('样例（虚构进出口2号有限公司，未开始，会看到）');
    expect(sample).toContain('还没有在线确认');
    expect(sample).toContain('[报告进度]');
    // The sample's buttons are no buttons of whoever looks at it.
    expect(preview.buttons).toEqual(['确认提醒 2 家', '取消']);
    expect(question).toContain('范围：城市：淮安');
  });

  it('is for those alone whom its words mean', async () => {
    const firms = [await office.addFirm(2), await office.addFirm(4)];
    for (const firm of firms) await office.contactOf(firm, firm.uscc);
    const { notifications } = office.stores;
    const [record] = await notifications.queue([
      {
        ...{ key: 'k', kind: 'reminder', channel: 'telegram', identityId: 'x', data: {} },
        enrollmentId: enrollmentIdOf(packId, firms[0]?.uscc ?? ''),
      },
    ]);
    await notifications.move(record?.id ?? '', 'queued', 'sent');
    expect((await li.says('/remind 从未送达')).text).toContain('符合条件的有 1 家');
    expect((await li.says('/remind 没回音=1')).text).toContain('符合条件的有 2 家');
    expect((await li.says('/remind 没回音=300')).text).toContain('符合条件的有 0 家');
  });

  it('may begin later, in sending time only', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    const late = await li.says('/remind 全部 时间=2022-03-03 20:00');
    expect(late.text).toContain('最近的发送时间是2022-03-04 09:30');
    expect(late.buttons).toEqual([]);
    expect((await li.says('/remind 全部 时间=2022-03-01 10:00')).text).toContain('已经过去');

    const shown = await li.says('/remind 全部 时间=2022-03-03 10:00 间隔=3 每分钟=60');
    expect(shown.text).toContain('2022-03-03 10:00开始发送');
    expect(shown.text).toContain('至少间隔 3 个工作日');
    expect(shown.text).toContain('每分钟最多 60 家');
    await (await li.taps('确认提醒 1 家')).replies[0]?.onSent?.('77');
    const [id = ''] = office.commands.campaigns;
    expect(await office.stores.campaigns.find(id)).toMatchObject({
      state: 'scheduled',
      ...{
        startAt: '2022-03-03T02:00:00.000Z',
        notWithinWorkingDays: 3,
        perMinute: 60,
        outsideHours: 'wait',
      },
    });
  });

  it('says at night that it waits for the morning', async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    office.setNow('2022-03-02T13:00:00.000Z');
    expect((await li.says('/remind 全部')).text).toContain('等到2022-03-03 09:30才开始');
  });

  it('explains itself', async () => {
    expect((await li.says('/remind')).text).toContain('/remind 城市=淮安');
    expect((await li.says('/remind 城市=淮安 步骤=吃饭')).text).toContain('看不懂「步骤=吃饭」');
  });
});

describe('the buttons under the progress of a campaign', () => {
  let id: string;
  beforeEach(async () => {
    await office.contactOf(await office.addFirm(2), 'a');
    id = campaignIdIn(await li.says('/remind 全部'));
    await (await li.taps('确认提醒 1 家')).replies[0]?.onSent?.('77');
  });

  it('let anybody on the staff pause, go on and stop, and keep who did', async () => {
    const zhang = await office.staff('老张');
    expect((await zhang.tapsData(`campaign|${id}|pause`)).toast).toContain('已暂停');
    expect((await zhang.tapsData(`campaign|${id}|pause`)).toast).toContain('现在是「已暂停」');
    expect((await li.tapsData(`campaign|${id}|resume`)).toast).toContain('已继续');
    expect((await zhang.tapsData(`campaign|${id}|cancel`)).toast).toContain('已停止');
    expect((await li.tapsData(`campaign|${id}|resume`)).toast).toContain('现在是「已取消」');
    const actors = office.commands.steerings.map((s) => s.actor);
    expect(new Set(actors).size).toBe(2);
    // The same tap twice is one event.
    expect(new Set(office.commands.steerings.map((s) => s.eventId)).size).toBe(actors.length);
  });

  it.each(['pause', 'resume', 'cancel'])('refuse %s to everybody else', async (action) => {
    const contact = await office.contactOf(await office.addFirm(4), 'b');
    for (const other of [contact, office.person('路人')])
      expect((await other.tapsData(`campaign|${id}|${action}`)).text).toContain('只有工作人员');
    expect((await li.tapsData(`campaign|${id}|${action}`, { group: true })).text).not.toContain('已');
    expect(office.commands.steerings).toEqual([]);
    expect(office.logged.map((l) => l.message)).toContain('staff.refused');
  });

  it('say so when the engine does not answer', async () => {
    office.commands.unavailable = 'unreachable';
    expect((await li.tapsData(`campaign|${id}|pause`)).toast).toContain('暂时连不上');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let li: Person;
let firm: Firm;
beforeEach(async () => {
  office = await openEngineOffice();
  li = await office.staff('老李');
  firm = await office.addFirm(2);
});
afterEach(() => office.dispose());

const staffIdOf = async (name: string): Promise<string> =>
  (await office.stores.identities.listStaff()).find((member) => member.name === name)?.staffId ?? '';

async function remindedInVain(of: Firm, unanswered: number): Promise<void> {
  const id = `${office.pack.id}/${of.uscc}`;
  const stored = await office.stores.enrollments.find(id);
  if (stored === null) throw new Error('no enrollment');
  await office.stores.enrollments.saveProjection({ ...stored, unanswered, version: 50 }, []);
}

describe('/firm', () => {
  it('shows how its contacts are reached and what they want, without names or IDs', async () => {
    const wang = await office.contactOf(firm, '小王');
    const zhang = await office.contactOf(firm, '小张');
    const chen = await office.contactOf(firm, '小陈');
    for (const person of [wang, zhang, chen]) await person.says('进度');
    await zhang.says('不要提醒');
    await chen.says('进度');
    await chen.taps('5个工作日后再提醒');
    await office.stores.identities.markBlocked(await wang.identityId());
    const shown = await li.says(`/firm ${firm.uscc}`);
    expect(shown.text).toContain('联系人 1（先提醒）：Telegram（已屏蔽）');
    expect(shown.text).toContain('联系人 2：Telegram；不要提醒');
    expect(shown.text).toContain('联系人 3：Telegram；2022年3月9日 09:30之前不要提醒');
    expect(JSON.stringify(shown)).not.toMatch(/小王|小张|chat-|user-/);
  });

  it('shows what the firm said and what it did not answer', async () => {
    const wang = await office.contactOf(firm, '小王');
    await remindedInVain(firm, 3);
    expect((await li.says(`/firm ${firm.uscc}`)).text).toContain('提醒了 3 次，还没有回音');
    await wang.says('我们不参加');
    await wang.taps('确认不参加');
    const shown = await li.says(`/firm ${firm.uscc}`);
    expect(shown.text).toContain('企业自己说：这一年度不参加（2022年3月2日），请核实');
    expect(shown.text).not.toContain('没有回音');
  });

  it('says when nobody can be reminded', async () => {
    await office.stores.identities.markBlocked(await (await office.contactOf(firm, '小王')).identityId());
    expect((await li.says(`/firm ${firm.uscc}`)).text).toContain('联系人都联系不上');
  });
});

describe('/mine', () => {
  it('names what waits to be verified or answered, of the own cities only', async () => {
    await office.staff('老张');
    const elsewhere = await office.addFirm(1);
    const [done, declined] = [await office.addFirm(4), await office.addFirm(6)];
    await office.stores.contacts.setStaffCities(await staffIdOf('老李'), [firm.city]);
    await remindedInVain(firm, 2);
    const wang = await office.contactOf(done, '小王');
    await wang.says('/steps');
    await wang.taps('完成投保');
    const zhang = await office.contactOf(declined, '小张');
    await zhang.says('我们不参加');
    await zhang.taps('确认不参加');
    const { text } = await li.says('/mine');
    expect(text).toContain('待企业办理的有 3 家');
    expect(text).toContain(`等您核实的 1 家：\n• ${done.name}：/firm ${done.uscc}`);
    expect(text).toContain(`自己说不参加、等您核实的 1 家：\n• ${declined.name}`);
    expect(text).toContain(`${firm.name}（2 次）`);
    expect(text).toContain('有 1 家收不到提醒');
    expect(text).not.toContain(elsewhere.name);
  });

  it('counts a firm for the officer named for it, and leaves nobody’s city to those of none', async () => {
    const zhang = await office.staff('老张');
    await office.stores.contacts.setStaffCities(await staffIdOf('老李'), [firm.city]);
    expect((await zhang.says('/mine')).text).toContain('没有待企业办理的');
    await office.stores.contacts.assignOfficer(firm.uscc, await staffIdOf('老张'));
    expect((await zhang.says('/mine')).text).toContain('有 1 家');
    expect((await li.says('/mine')).text).toContain('没有待企业办理的');
    await office.addFirm(1);
    expect((await zhang.says('/mine')).text).toContain('有 2 家');
  });

  it('is for staff only', async () => {
    expect((await (await office.contactOf(firm, '小王')).says('/mine')).text).toContain('只有工作人员');
  });
});

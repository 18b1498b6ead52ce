import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Firm } from '../../activities/ports/store.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';

let office: EngineOffice;
let firm: Firm;
let wang: Person;
let wangOnTheWeb: Person;
beforeEach(async () => {
  office = await openEngineOffice();
  firm = await office.addFirm(2);
  wang = await office.contactOf(firm, '小王');
  wangOnTheWeb = office.person('王', { channel: 'web' });
});
afterEach(() => office.dispose());

async function codeOf(person: Person): Promise<string> {
  await person.says('/me');
  const { text } = await person.taps('连上我的另一个聊天');
  return /连接码：(\w+)/.exec(text)?.[1] ?? '';
}

describe('a person with two chats', () => {
  it('joins them with a code from the one, entered in the other', async () => {
    expect((await wang.says('/me')).text).toContain('只在这一个聊天里联系您');
    const code = await codeOf(wang);
    expect((await wangOnTheWeb.says('进度')).text).toContain('关联码');
    const shown = await wangOnTheWeb.says(code);
    expect(shown.text).toContain('连好了');
    expect(shown.text).toContain('Telegram、网页对话');
    expect((await wangOnTheWeb.says('进度')).text).toContain(firm.name);
    expect((await wangOnTheWeb.says(code)).text).toContain('之前就连好了');
  });

  it('has the same wishes in both', async () => {
    await wangOnTheWeb.says(await codeOf(wang));
    await wangOnTheWeb.says('不要提醒');
    expect((await wang.says('/me')).text).toContain('提醒不发给您');
    expect((await wang.says('/me')).text).toContain('唯一的联系人');
  });

  it('says where it is written to first, and hears what that means', async () => {
    await wangOnTheWeb.says(await codeOf(wang));
    await wangOnTheWeb.says('/me');
    const shown = await wangOnTheWeb.taps('优先发到这里');
    expect(shown.text).toContain('网页对话、Telegram');
    expect(shown.text).toContain('前一个发不到，才发下一个');
    expect((await wangOnTheWeb.says('/me')).buttons).not.toContain('优先发到这里');
    await office.stores.identities.markBlocked(await wang.identityId());
    expect((await wangOnTheWeb.says('/me')).text).toContain('Telegram（已屏蔽我）');
    expect((await wang.says('优先发到这里')).text).toContain('Telegram、网页对话');
  });
});

describe('a code that joins two chats', () => {
  it('works once, for a quarter of an hour, and a new one ends it', async () => {
    const first = await codeOf(wang);
    const second = await codeOf(wang);
    expect((await wangOnTheWeb.says(`/link ${first}`)).text).toContain('已经过期');
    office.setNow('2022-03-02T02:15:00.000Z');
    expect((await wangOnTheWeb.says(`/link ${second}`)).text).toContain('已经过期');
    const third = await codeOf(wang);
    await wangOnTheWeb.says(third);
    const stranger = office.person('路人', { channel: 'web' });
    expect((await stranger.says(third)).text).toContain('已经被用过了');
    expect((await stranger.says('进度')).text).not.toContain(firm.name);
  });

  it('is not used up where it was made', async () => {
    const code = await codeOf(wang);
    expect((await wang.says(code)).text).toContain('另一个聊天');
    expect((await wangOnTheWeb.says(code)).text).toContain('连好了');
  });

  it('never leads to a chat of staff, or from one', async () => {
    const li = await office.staff('李');
    expect((await li.says(await codeOf(wang))).text).toContain('不能和别的聊天连在一起');
    expect((await li.says('进度')).text).not.toContain(firm.name);
    await office.stores.identities.linkFirm(await li.identityId(), firm.uscc);
    expect((await li.says('/me')).buttons).not.toContain('连上我的另一个聊天');
    expect((await li.tapsData('join')).text).toContain('工作人员的聊天');
    expect((await wangOnTheWeb.says(await codeOf(wang))).text).toContain('连好了');
  });

  it('is for contacts only, counts wrong attempts, and is used in no group', async () => {
    const stranger = office.person('路人');
    expect((await stranger.tapsData('join')).text).not.toContain('连接码');
    const code = await codeOf(wang);
    expect((await wangOnTheWeb.saysInGroup(code)).text).toContain('群里发的我不会使用');
    for (let i = 0; i < 10; i += 1) await wangOnTheWeb.says('/link 0000000A0B');
    expect((await wangOnTheWeb.says(code)).text).toContain('一小时后再试');
  });
});

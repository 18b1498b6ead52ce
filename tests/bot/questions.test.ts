import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellAskers } from '../../bot/engine/misses/tell-askers.ts';
import { SendError } from '../../activities/ports/services.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person } from '../support/engine-office.ts';
import { createFakeSender } from '../support/fake-sender.ts';
import type { FakeSender } from '../support/fake-sender.ts';

const unknown = '买方信用限额怎么申请';
const alike = '请问买方信用限额怎么申请呢';

let office: EngineOffice;
let li: Person;
let wang: Person;
let chen: Person;
let sender: FakeSender;
beforeEach(async () => {
  office = await openEngineOffice();
  li = await office.staff('老李');
  wang = office.person('小王');
  chen = office.person('小陈');
  sender = createFakeSender('telegram');
});
afterEach(() => office.dispose());

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const tell = (): Promise<number> =>
  tellAskers({ stores: office.stores, senders: { telegram: sender }, log: silent });
const open = () => office.stores.questions.open(office.pack.id, 10);

/** Two who ask the same, and the number of their question. */
async function asked(): Promise<number> {
  await wang.says(unknown);
  await chen.says(alike);
  return (await open())[0]?.id ?? 0;
}

describe('a question that nobody knows', () => {
  it('goes to the queue once for all who ask it, and the asker is told so', async () => {
    const shown = await wang.says(unknown);
    expect(shown.text).toContain('已经记下来');
    expect(shown.buttons).not.toContain('👍 有用');
    await chen.says(alike);
    await chen.says(alike);
    expect(await open()).toMatchObject([{ text: unknown, count: 2, locale: 'zh-CN' }]);
  });

  it('is stored without what tells who asked', async () => {
    const firm = await office.addFirm(2, { name: '虚构锦程进出口有限公司', contactName: '赵小刚' });
    await wang.says(`赵小刚问${unknown}，电话13912345678，邮箱a@b.com`);
    const [group] = await open();
    expect(group?.text).toContain('限额');
    for (const secret of ['赵小刚', '13912345678', 'a@b.com', firm.name]) {
      expect(JSON.stringify(await open())).not.toContain(secret);
    }
  });

  it('is noted in a group without a promise, and its asker told in private only when known there', async () => {
    const shown = await wang.saysInGroup(unknown);
    expect(shown.text).not.toContain('已经记下来');
    const [group] = await open();
    expect(group?.count).toBe(1);
    expect((await li.says(`/answer ${group?.id} 请找办公室`)).text).toContain('没有可以私下告知的提问人');
    await wang.says('/help');
    await wang.saysInGroup(unknown);
    await li.says(`/answer ${(await open())[0]?.id} 请找办公室`);
    expect(await tell()).toBe(1);
    expect(sender.sent[0]?.chatId).toBe('chat-小王');
  });

  it.each(['你好', '/help', '赔付比例是多少'])('is not made of %s', async (text) => {
    await wang.says(text);
    expect(await open()).toEqual([]);
  });

  it('gets its reply even when the queue does not work', async () => {
    office.stores.questions.note = () => Promise.reject(new Error('full'));
    const shown = await wang.says(unknown);
    expect(shown.text).not.toBe('');
    expect(shown.text).not.toContain('已经记下来');
  });
});

describe('staff', () => {
  it('see the questions by count, and what was made of them', async () => {
    expect((await li.says('/questions')).text).toContain('没有等待答复');
    await asked();
    const shown = await li.says('/questions');
    expect(shown.text).toContain(unknown);
    expect(shown.text).toContain('2 次');
    expect((await li.saysInGroup('/questions')).text).not.toContain(unknown);
  });

  it('answer once, and everybody who asked is told once', async () => {
    const id = await asked();
    const done = await li.says(`/answer ${id} 请带营业执照来办公室办理。`);
    expect(done.text).toContain('会私下告诉 2 位');
    expect((await li.says(`/answer ${id} 再答一次`)).text).toContain('没有等待答复的问题');
    expect(await tell()).toBe(2);
    expect(await tell()).toBe(0);
    expect(sender.sent.map((s) => s.chatId).sort()).toEqual(['chat-小王', 'chat-小陈'].sort());
    const told = sender.sent[0]?.message;
    expect(told?.paragraphs.join()).toContain(unknown);
    expect(told?.paragraphs.join()).toContain('请带营业执照来办公室办理。');
    expect(told?.citation).toContain('办公室答复');
    expect(await open()).toEqual([]);
  });

  it('are quoted as they typed it, to the asker and to who asks later', async () => {
    const id = await asked();
    const typed = '请加QQ群留言，写明城市（例如：淮安）；\n我们约时间！';
    await li.says(`/answer ${id} ${typed} --keep`);
    await tell();
    const [question, ...answer] = sender.sent[0]?.message.paragraphs ?? [];
    expect(question).toContain(unknown);
    expect(answer).toEqual(typed.split('\n'));
    expect((await office.person('小周').says(unknown)).text).toContain(typed);
  });

  it('see the marks; who asked and who asks later do not', async () => {
    await wang.says(`${unknown}，我电话13912345678`);
    await chen.says(`你好，${unknown}？`);
    const [group] = await open();
    expect(group).toMatchObject({ text: `${unknown},我电话〔电话〕`, count: 2 });
    await li.says(`/answer ${group?.id} 请来窗口。 --keep`);
    await tell();
    expect(sender.sent.map(({ message }) => message.paragraphs[0])).toEqual([
      `您问过：「${unknown}」。办公室的答复：`,
      `您问过：「${unknown}」。办公室的答复：`,
    ]);
    expect((await li.says('/revoke')).text).not.toContain('〔');
    expect(JSON.stringify(await office.stores.officeAnswers.current(office.pack.id))).not.toContain('〔');
  });

  it('do not reach those who blocked the bot', async () => {
    const id = await asked();
    await office.stores.identities.markBlocked(await idOf(wang));
    expect((await li.says(`/answer ${id} 好`)).text).toContain('另有 1 位');
    expect(await tell()).toBe(1);
    expect(sender.sent[0]?.chatId).toBe('chat-小陈');
  });

  it('have it sent again where it was not sent, and once more where nobody knows', async () => {
    await wang.says(unknown);
    await li.says(`/answer ${(await open())[0]?.id} 好`);
    sender.failures.push(new SendError({ fate: 'notSent', code: 'rateLimited' }));
    expect(await tell()).toBe(0);
    sender.failures.push(new SendError({ fate: 'ambiguous', code: 'timeout' }));
    expect(await tell()).toBe(0);
    expect(await tell()).toBe(1);
    expect(sender.sent[0]?.message.paragraphs[0]).toContain('补发');
    expect(await tell()).toBe(0);
  });

  it('are asked for what is missing, and to name nobody', async () => {
    const firm = await office.addFirm(2, { name: '虚构锦程进出口有限公司' });
    const id = await asked();
    expect((await li.says('/answer')).text).toContain('请写上编号');
    expect((await li.says(`/answer ${id}`)).text).toContain('请写上编号');
    expect((await li.says(`/answer ${id} ${'好'.repeat(1_001)}`)).text).toContain('太长');
    const atTheEnd = `${'请先登录，再确认。'.repeat(50)}${firm.name}`;
    for (const named of [firm.name, firm.uscc, '虚构锦程进出口', atTheEnd, `〔企业〕即${firm.name}`]) {
      expect((await li.says(`/answer ${id} ${named}已经批了`)).text).toContain('什么都还没有发');
    }
    expect(await open()).toHaveLength(1);
  });

  it('close a question without an answer', async () => {
    const id = await asked();
    expect((await li.says(`/dismiss ${id}`)).text).toContain('已经关闭');
    expect((await li.says(`/dismiss ${id}`)).text).toContain('没有等待答复');
    expect(await tell()).toBe(0);
  });
});

describe('others', () => {
  it.each(['/questions', '/answer 1 随便', '/dismiss 1', '/revoke 1'])('are refused %s', async (command) => {
    await asked();
    const refused = await wang.says(command);
    expect(refused.text).toContain('只有工作人员可以用');
    expect(refused.text).not.toContain(unknown);
    expect(await open()).toHaveLength(1);
    expect(office.logged.map((l) => l.message)).toContain('staff.refused');
  });
});

describe('an answer', () => {
  it('that was no use goes to the queue, once', async () => {
    const shown = await wang.says('赔付比例是多少');
    expect(shown.buttons).toContain('👎 没用');
    const button = shown.replies[0]?.message.buttons.flat().find((b) => b.label === '👎 没用');
    const data = button?.kind === 'callback' ? button.data : '';
    expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64);
    expect((await chen.tapsData(data)).text).toContain('失效');
    const tapped = await wang.tapsData(data);
    expect(tapped.text).toContain('记下来');
    expect(tapped.toast).not.toBeNull();
    expect((await wang.tapsData(data)).text).toContain('失效');
    expect(await open()).toMatchObject([
      { text: '赔付比例是多少', madeOf: { kind: 'foundUseless', topic: 'payout-ratio' } },
    ]);
  });

  it('that was useful leaves nothing', async () => {
    await wang.says('赔付比例是多少');
    expect((await wang.taps('👍 有用')).text).toContain('谢谢');
    expect(await open()).toEqual([]);
  });

  it('in a group has no such buttons', async () => {
    expect((await wang.saysInGroup('赔付比例是多少')).buttons).not.toContain('👎 没用');
  });
});

describe('an answer that is kept', () => {
  it('is given to whoever asks so, as the office’s own, until it is revoked', async () => {
    const id = await asked();
    const done = await li.says(`/answer ${id} 请带营业执照来办公室办理。 —keep`);
    expect(done.text).toContain('始终优先');
    const zhou = office.person('小周');
    for (const shown of [await zhou.says(unknown), await zhou.saysInGroup(alike)]) {
      expect(shown.text).toContain('请带营业执照来办公室办理。');
      expect(shown.text).toContain('办公室答复');
      expect(shown.text).not.toContain('已经记下来');
    }
    expect(await open()).toEqual([]);

    const kept = (await office.stores.officeAnswers.current(office.pack.id))[0]?.id ?? 0;
    expect((await li.says('/revoke')).text).toContain('请带营业执照');
    expect((await li.says(`/revoke ${kept}`)).text).toContain('已经撤下');
    expect((await li.says(`/revoke ${kept}`)).text).toContain('没有采用中的');
    expect((await zhou.says(unknown)).text).not.toContain('请带营业执照');
  });

  it('never stands in for what the pack states, nor for another place', async () => {
    const { officeAnswers } = office.stores;
    await officeAnswers.keep({
      ...{ packId: office.pack.id, locale: 'zh-CN', questions: ['赔付比例是多少', `北京的企业${unknown}`] },
      ...{ text: '全赔', madeBy: 'staff-1', groupId: null },
    });
    expect((await wang.says('赔付比例是多少')).text).toContain('80%');
    expect((await wang.says(`浙江的企业${unknown}`)).text).not.toContain('全赔');
    expect((await wang.says(unknown)).text).not.toContain('全赔');
  });
});

const idOf = (person: Person): Promise<string> => person.identityId();

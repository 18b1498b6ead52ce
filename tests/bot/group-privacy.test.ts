import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noLinks } from '../../bot/channels/channel.ts';
import { groupDefaults } from '../../activities/ports/groups.ts';
import { createEngine } from '../../bot/engine/create-engine.ts';
import type { EnginePorts } from '../../bot/engine/ports.ts';
import { encodeCallback } from '../../knowledge/callbacks.ts';
import type { Callback } from '../../knowledge/callbacks.ts';
import type { Firm } from '../../activities/ports/store.ts';
import { fictionalUscc } from '../support/fictional-firms.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice, Person, Shown } from '../support/engine-office.ts';

let office: EngineOffice;
let firm: Firm;
/** A verified contact who is staff as well: nobody could be entitled to more. */
let insider: Person;

beforeEach(async () => {
  office = await openEngineOffice();
  firm = await office.addFirm(2, { name: '虚构锦程进出口有限公司' });
  insider = await office.staff('小王');
  await office.stores.identities.linkFirm(await insider.identityId(), firm.uscc);
  await insider.says('/steps');
  await insider.taps('制章');
  office.commands.calls.length = 0;
});
afterEach(() => office.dispose());

function expectNothingAboutTheFirm(shown: Shown): void {
  const all = JSON.stringify(shown);
  for (const secret of [firm.name, firm.uscc, '待企业确认', '自己报告', '下次提醒']) {
    expect(all).not.toContain(secret);
  }
}

describe('in a group nothing is said about a firm', () => {
  it.each([
    '我们公司到哪一步了',
    '虚构锦程进出口有限公司办到哪一步了',
    '虚构锦程进出口有限公司在名单里吗',
    '虚构锦程进出口有限公司',
    fictionalUscc(2),
    `帮我查一下${fictionalUscc(2)}`,
    '为什么我们还没通过',
    '进度',
    '步骤',
    '/status',
    `/status ${fictionalUscc(2)}`,
    '/steps',
    `/ask 虚构锦程进出口有限公司到哪一步了`,
    `/ask ${fictionalUscc(2)}`,
    `/firm ${fictionalUscc(2)}`,
    `/approve ${fictionalUscc(2)}`,
    `/invite ${fictionalUscc(2)}`,
    '/pending',
    '/remind 全部',
    'Where is our application?',
    'Fictional Bright Trading Co., Ltd status',
  ])('but a button to the private chat, for "%s"', async (text) => {
    const shown = await insider.saysInGroup(text);
    expectNothingAboutTheFirm(shown);
    expect(shown.links).toEqual(['https://t.me/tongbao_bot']);
    expect(office.commands.calls).toEqual([]);
  });

  it('not even when the bot’s own private message is quoted there, or somebody else’s', async () => {
    const { text: told } = await insider.says('进度');
    expect(told).toContain(firm.name);
    for (const text of ['', '这个呢', '我们公司呢', '/ask', '为什么', '/status']) {
      for (const fromBot of [true, false]) {
        const shown = await insider.saysInGroup(text, { quoted: { text: told, fromBot } });
        expectNothingAboutTheFirm(shown);
      }
    }
  });

  it('nor to another firm’s contact, in the group or in private', async () => {
    const other = await office.contactOf(await office.addFirm(3), '小赵');
    for (const text of [firm.name, firm.uscc, `${firm.name}到哪一步了`, `/status ${firm.uscc}`]) {
      expectNothingAboutTheFirm(await other.saysInGroup(text));
      const quoted = { text: `${firm.name}到哪一步了`, fromBot: false };
      expectNothingAboutTheFirm(await other.saysInGroup('这个呢', { quoted }));
    }
    const { text } = await other.says(`/status ${firm.uscc}`);
    expect(text).not.toContain('待企业确认');
  });

  const about: Callback[] = [
    { verb: 'status', uscc: fictionalUscc(2) },
    { verb: 'steps', uscc: fictionalUscc(2) },
    { verb: 'report', uscc: fictionalUscc(2), step: 'submitted' },
    { verb: 'help', uscc: fictionalUscc(2) },
    { verb: 'snooze', uscc: fictionalUscc(2), workingDays: 5 },
    { verb: 'nextReminder', uscc: fictionalUscc(2) },
    { verb: 'campaign', campaignId: 'id-1', action: 'confirm' },
    { verb: 'eligibility', answer: 'start' },
  ];
  it.each(about)('but a button to the private chat, for a tapped $verb', async (callback) => {
    const shown = await insider.tapsData(encodeCallback(callback), { group: true });
    expectNothingAboutTheFirm(shown);
    expect(shown.toast).toContain('私聊');
    expect(shown.links).toEqual(['https://t.me/tongbao_bot']);
    expect(office.commands.calls).toEqual([]);
  });

  it.each(['我们公司去年出口45万美元能参加吗', '我们有资格吗', '/eligible', '去年出口45万美金'])(
    'but the rule and a button, without a verdict, for "%s"',
    async (text) => {
      const shown = await insider.saysInGroup(text);
      expect(shown.text).toContain('核准名单');
      expect(shown.text).not.toContain('45万');
      expect(shown.links).toEqual(['https://t.me/tongbao_bot']);
    },
  );

  it.each(['7KQ2M9XD4R', '/start 7KQ2M9XD4R', '/link 7KQ2M9XD4R', '关联码：7KQ2M9XD4R'])(
    'and a code is not used: %s',
    async (text) => {
      const uscc = firm.uscc;
      await office.stores.identities.mintCode(
        { purpose: 'firm', uscc },
        '7KQ2M9XD4R',
        '2022-03-09T00:00:00.000Z',
        'test',
      );
      const chen = office.person('小陈');
      expect((await chen.saysInGroup(text)).text).toContain('私聊');
      expect(await office.stores.identities.linkedFirms(await chen.identityId())).toEqual([]);
      expect((await chen.says('/start 7KQ2M9XD4R')).text).toContain('已关联');
    },
  );
});

describe('in a group', () => {
  it('is silent unless it is addressed', async () => {
    expect(await insider.saysInGroup('赔付比例是多少', { addressed: false })).toMatchObject({
      replies: [],
      toast: null,
    });
    expect((await insider.saysInGroup('我们公司到哪一步了', { addressed: false })).replies).toEqual([]);
  });

  it('is silent about commands that are not its own', async () => {
    expect((await insider.saysInGroup('/weather')).replies).toEqual([]);
  });

  it('answers policy questions with their source, and their follow-up buttons', async () => {
    const shown = await insider.saysInGroup('/ask 赔付比例是多少');
    expect(shown.text).toContain('80%');
    expect(shown.text).toContain('来源');
    const followUp = await insider.tapsData('topic|max-indemnity', { group: true });
    expect(followUp.text).toContain('来源');
  });

  it('says how to ask when only mentioned', async () => {
    expect((await insider.saysInGroup('')).text).toContain('@我');
  });

  it('has nothing in reach that leads to a firm', async () => {
    const untouchable = (name: string): never =>
      new Proxy(
        {},
        {
          get: (_target, property) => {
            throw new Error(`the group reached for ${name}.${String(property)}`);
          },
        },
      ) as never;
    const reachable: Record<string, object> = {
      conversations: { load: () => Promise.resolve(null), save: () => Promise.resolve() },
      groups: { settingsOf: () => Promise.resolve(groupDefaults) },
      // Whether the sender has a ticket: only who has one is known by an ID.
      identities: { known: () => Promise.resolve({ id: 'i1' }) },
      tickets: { openOf: () => Promise.resolve(null) },
      // Counted by the city that the group is set to, and never read here.
      questionCounts: { count: () => Promise.resolve() },
    };
    const onlyThese = new Proxy(reachable, {
      get: (target, property) =>
        new Proxy(target[String(property)] ?? {}, {
          get: (store, method): unknown => {
            const found: unknown = Reflect.get(store, method);
            if (found === undefined) {
              throw new Error(`the group reached for ${String(property)}.${String(method)}`);
            }
            return found;
          },
        }),
    });
    const ports = {
      answerer: { ask: () => answer, answerTopic: () => answer },
      pack: office.pack,
      log: untouchable('log'),
      links: () => noLinks,
      // What was last talked of in the group, and what it has set, is all that is kept of it.
      stores: onlyThese,
      commands: untouchable('commands'),
      settings: { mode: 'live' },
      clock: { now: () => new Date('2022-03-02T02:00:00.000Z') },
    } as unknown as EnginePorts;
    const engine = createEngine(ports);
    for (const text of ['我们公司到哪一步了', '进度', fictionalUscc(2), '赔付比例', '/x', '']) {
      await engine.handle({
        channel: 'telegram',
        externalId: text,
        chat: { id: 'g', kind: 'group' },
        sender: { externalUserId: '1', locale: 'zh-CN' },
        text,
        command: null,
        callback: null,
        addressed: true,
      });
    }
  });
});

const answer = {
  question: '',
  outcome: 'answer' as const,
  topic: 'fees' as const,
  alternatives: [],
  parts: [{ topic: 'fees' as const, outcome: 'answer' as const }],
  text: '不收费。',
  citations: [],
};

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { groupAnswers } from '../../bot/engine/group-message.ts';
import { readTopicLinkCode, topicLinkCode } from '../../bot/engine/in-group-answer.ts';
import { loadAnswerer } from '../../cli/app/load-answerer.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import { allTopicIds } from '../../knowledge/topics.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';

let answerer: PolicyAnswerer;
let office: EngineOffice;
beforeAll(async () => {
  answerer = await loadAnswerer(await loadPack('jiangsu-2022'), [await loadPack('example-2026')]);
});
beforeEach(async () => {
  office = await openEngineOffice({ answering: () => answerer });
});
afterEach(() => office.dispose());

describe('a talk about another pack that is served', () => {
  it('stays with it over follow-ups and buttons, until the own place is named', async () => {
    const asker = office.person('路人');
    expect((await asker.says('示例省的赔付比例')).text).toContain('70%');
    expect((await asker.says('那最高赔多少')).text).toContain('8万美元');
    expect((await asker.taps('赔付比例')).text).toContain('70%');
    expect((await asker.says('超过了怎么办')).text).toContain('示例省2026年度');
    expect((await asker.says('江苏的赔付比例是多少')).text).toContain('80%');
    expect((await asker.taps('最高赔偿额')).text).toContain('15万美元');
    expect((await asker.says('那银行拖欠呢')).text).not.toContain('示例省');
  });

  it('a button answers from the pack of its own turn, whatever was asked since', async () => {
    const asker = office.person('路人');
    const shown = await asker.says('示例省的赔付比例');
    const button = shown.replies
      .flatMap((r) => r.message.buttons.flat())
      .find((b) => b.label === '最高赔偿额');
    if (button?.kind !== 'callback') throw new Error('no button');
    await asker.says('江苏的信用期限是多久');
    expect((await asker.tapsData(button.data)).text).toContain('8万美元');
    // As buttons were before there could be several packs.
    expect((await asker.tapsData('topic|max-indemnity')).text).toContain('15万美元');
  });

  it('in a group is the asker’s own, and a link leads to that pack', async () => {
    const [wang, chen] = [office.person('小王'), office.person('小陈')];
    const shown = await wang.saysInGroup('示例省的保险起止日期和截止日期是哪天');
    expect(shown.text).toContain('示例省2026年度');
    expect((await chen.saysInGroup('赔付比例是多少')).text).toContain('80%');
    expect((await wang.saysInGroup('那赔付比例是多少')).text).toContain('70%');
    expect((await wang.says('/start about-fees_example-2026')).text).toContain('示例省2026年度');
  });

  it('has a link in a group to the details of that pack', () => {
    const answer = answerer.answerTopic('how-to-apply', 'zh-CN', 'example-2026');
    const long = { ...answer, text: `${answer.text}\n${'细节。'.repeat(60)}` };
    const place = {
      locale: 'zh-CN' as const,
      links: { privateChat: () => null, start: (code: string) => code },
    };
    const { message } = groupAnswers(
      { ...answerer, answerTopic: () => long },
      { topic: 'how-to-apply', packId: 'example-2026' },
      place,
    );
    const links = message.buttons.flat().filter(({ kind }) => kind === 'link');
    expect(links).toMatchObject([{ url: 'about-how-to-apply_example-2026' }]);
  });

  it('offers no check of the own firm, which knows the own conditions only', async () => {
    const asker = office.person('路人');
    const shown = await asker.says('示例省的参保条件是什么');
    expect(shown.text).toContain('示例省2026年度');
    expect(shown.buttons).not.toContain('查参保资格');
    const checked = await asker.says('我们示例省的企业去年出口45万美元能参加吗');
    expect(checked.text).toContain('示例省2026年度');
    expect(checked.text).not.toContain('江苏');
  });

  it('says nothing of where the own firm stands, which is in the own pack', async () => {
    const firm = await office.addFirm(1);
    const contact = await office.contactOf(firm, '小王');
    expect((await contact.says('怎么投保')).text).toContain(firm.name);
    const elsewhere = await contact.says('示例省怎么投保');
    expect(elsewhere.text).toContain('示例省2026年度');
    expect(elsewhere.text).not.toContain(firm.name);
  });
});

describe('a turn stored before there could be several packs', () => {
  it('is still understood', async () => {
    const asker = office.person('路人');
    await office.stores.conversations.save(`talk:telegram:${asker.externalUserId}`, {
      topic: 'payout-ratio',
      subject: null,
      question: '',
      offered: [],
      clarified: 0,
      at: office.now(),
    });
    expect((await asker.says('那银行拖欠呢')).text).toContain('80%');
  });
});

describe('buttons and links', () => {
  it.each(allTopicIds)('carry the pack in 64 bytes: %s', (topic) => {
    const callback = { verb: 'topic', topic, pack: 'heilongjiang-province-2026' } as const;
    const data = encodeCallback(callback);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(decodeCallback(data)).toEqual(callback);
    const code = topicLinkCode(topic, callback.pack);
    expect(code).toMatch(/^[\w-]{1,64}$/);
    expect(readTopicLinkCode(code)).toEqual({ topic, packId: callback.pack });
    expect(readTopicLinkCode(topicLinkCode(topic))).toEqual({ topic });
  });

  it('leave out an ID that is too long, and take none that is none', () => {
    const topic = 'data-authorization-step';
    expect(encodeCallback({ verb: 'topic', topic, pack: 'x'.repeat(40) })).toBe(`topic|${topic}`);
    expect(decodeCallback(`topic|${topic}|../..`)).toEqual({ verb: 'topic', topic });
    expect(readTopicLinkCode('about-nothing_example-2026')).toBeNull();
    expect(readTopicLinkCode('7KQ2M9XD4R')).toBeNull();
  });
});

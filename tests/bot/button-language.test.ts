import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from '../../knowledge/callbacks.ts';
import { allTopicIds } from '../../knowledge/topics.ts';
import { openEngineOffice } from '../support/engine-office.ts';
import type { EngineOffice } from '../support/engine-office.ts';

let office: EngineOffice;
beforeEach(async () => {
  office = await openEngineOffice();
});
afterEach(() => office.dispose());

describe('a topic button answers in the language of the message under which it is', () => {
  it('in private, however the client is set and whatever was said since', async () => {
    const asker = office.person('路人', { locale: 'zh-CN' });
    const shown = await asker.says('What is the payout ratio?');
    const button = shown.replies
      .flatMap((r) => r.message.buttons.flat())
      .find((b) => b.label === 'maximum indemnity');
    if (button?.kind !== 'callback') throw new Error('no button');
    await asker.says('信用期限最长多久');
    expect((await asker.tapsData(button.data)).text).toContain('USD 150,000');
  });

  it('in Chinese for an English client that was answered in Chinese', async () => {
    const asker = office.person('路人', { locale: 'en' });
    await asker.says('赔付比例是多少');
    expect((await asker.taps('最高赔偿额')).text).toContain('15万美元');
  });

  it('in a group, also for another person who taps', async () => {
    const data = encodeCallback({ verb: 'topic', topic: 'max-indemnity', locale: 'en' });
    const other = office.person('小陈', { locale: 'zh-CN' });
    expect((await other.tapsData(data, { group: true })).text).toContain('USD 150,000');
  });

  it('in that of the client where an older button says nothing', async () => {
    const asker = office.person('路人', { locale: 'zh-CN' });
    expect((await asker.tapsData('topic|max-indemnity')).text).toContain('15万美元');
  });
});

describe('the data of a topic button', () => {
  it.each(allTopicIds)('%s keeps language and pack within 64 bytes', (topic) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const more of [{}, { pack: 'heilongjiang-province-2026' }]) {
        const callback = { verb: 'topic', topic, ...more, locale } as const;
        const data = encodeCallback(callback);
        expect(data.length).toBeLessThanOrEqual(64);
        expect(decodeCallback(data)).toEqual(callback);
      }
    }
  });

  it('leaves the language out before the pack', () => {
    const pack = 'x'.repeat(34);
    const data = encodeCallback({ verb: 'topic', topic: 'data-authorization-step', pack, locale: 'en' });
    expect(decodeCallback(data)).toEqual({ verb: 'topic', topic: 'data-authorization-step', pack });
  });

  it.each([
    ['topic|fees', { verb: 'topic', topic: 'fees' }],
    ['topic|fees|example-2026', { verb: 'topic', topic: 'fees', pack: 'example-2026' }],
    ['topic|fees||fr', { verb: 'topic', topic: 'fees' }],
    ['topic|fees||constructor', { verb: 'topic', topic: 'fees' }],
  ])('%s is read', (data, callback) => {
    expect(decodeCallback(data)).toEqual(callback);
  });
});

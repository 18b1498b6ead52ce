import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../../activities/load-pack.ts';
import { createWithoutOwnNames } from '../../knowledge/answering/text/own-names.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { openAnswerer } from './open-answerer.ts';

describe('names that go without saying', () => {
  let without: (text: string) => string | null;
  beforeAll(async () => {
    without = createWithoutOwnNames(await loadPack('jiangsu-2022'));
  });

  it.each([
    ['淮安的企业怎么投保', '怎么投保'],
    ['我们是淮安的企业,怎么投保', '怎么投保'],
    ['江苏2022年最高赔多少', '最高赔多少'],
    ['中国信保的赔付比例', '赔付比例'],
    ['中信保赔多少', '赔多少'],
    ['how much does sinosure pay', 'how much does  pay'],
    ['怎么投保', null],
    ['淮安', null],
    ['中信保诚赔多少', null],
    ['信保电话多少', null],
    ['浙江的企业怎么投保', null],
    ['2023年赔付比例', null],
  ])('%s is read as %s', (said, read) => {
    expect(without(said)).toBe(read);
  });
});

describe('questions that name what goes without saying', () => {
  let answerer: PolicyAnswerer;
  beforeAll(async () => {
    ({ answerer } = await openAnswerer());
  });

  it.each([
    ['中国信保最多赔多少', 'max-indemnity'],
    ['中国信保的赔付比例', 'payout-ratio'],
    ['信保赔多少', 'payout-ratio'],
    ['中国信保是什么公司', 'what-is-sinosure'],
    ['淮安的企业怎么投保', 'how-to-apply'],
    ['徐州公司怎么投保', 'how-to-apply'],
    ['淮安的企业可以参加吗', 'eligibility'],
    ['2022年江苏的赔付比例', 'payout-ratio'],
    ['南京公司打哪个电话', 'contacts'],
  ])('%s is answered as %s', (question, topic) => {
    expect(answerer.ask(question).topic).toBe(topic);
  });

  it.each(['浙江的企业怎么投保', '2023年赔付比例', '中信保诚赔多少', '人保赔多少', '中国信保的保费多少'])(
    '%s is not',
    (question) => {
      expect(answerer.ask(question).outcome).toBe('handoff');
    },
  );
});

describe('several questions between commas', () => {
  let answerer: PolicyAnswerer;
  beforeAll(async () => {
    ({ answerer } = await openAnswerer());
  });

  it.each([
    ['费用多少，截止到哪天', ['fees', null]],
    ['赔付比例多少，要交钱吗', ['payout-ratio', 'fees']],
    ['赔付比例多少，Mac能用吗', ['payout-ratio', null]],
  ])('%s is answered clause by clause', (question, topics) => {
    expect(answerer.ask(question).parts.map(({ topic }) => topic)).toEqual(topics);
  });

  it('stay one where another insurer is named', () => {
    const { parts } = answerer.ask('人保怎么样，最高赔多少');
    expect(parts).toEqual([{ topic: null, outcome: 'handoff' }]);
  });
});

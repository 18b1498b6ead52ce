import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../../activities/segmenter.ts';
import type { LabelledText, OpenContender } from '../../bench/contender.ts';
import { miniSearchWith } from '../../bench/contenders/minisearch.ts';
import { nlpjsWith } from '../../bench/contenders/nlpjs.ts';
import { openOrama } from '../../bench/contenders/orama.ts';
import { openOurs } from '../../bench/contenders/ours.ts';
import { tfIdfWith } from '../../bench/contenders/tf-idf.ts';
import { readings } from '../../bench/readings.ts';
import { openAnswerer } from '../answering/open-answerer.ts';

const texts: LabelledText[] = [
  { label: 'payout-ratio', group: 'payout-ratio', text: '赔付比例是多少' },
  { label: 'payout-ratio', group: 'payout-ratio', text: '损失按什么比例赔付' },
  { label: 'fees', group: 'fees', text: '投保要交保费吗' },
  { label: 'fees', group: 'fees', text: 'Is there a fee to pay?' },
  { label: 'foreign', group: 'chat', text: '今天天气怎么样' },
  { label: 'foreign', group: 'chat', text: '明天会不会下雨' },
];
const segment = await createSegmenter([]);

describe.each<[string, OpenContender]>([
  ['MiniSearch', miniSearchWith(segment)],
  ['Orama', openOrama],
  ['nlp.js', nlpjsWith(60)],
  ['TF-IDF', tfIdfWith(segment)],
])('%s', (_name, open) => {
  it('finds the topic of what it was given, and tells what is foreign', async () => {
    const contender = await open(texts);
    const best = async (question: string) => (await contender.search(question))[0]?.label;
    expect(contender.texts).toBe(texts.length);
    expect(await best('赔付比例多少')).toBe('payout-ratio');
    expect(await best('投保要交保费')).toBe('fees');
    expect(await best('IS THERE A FEE')).toBe('fees');
    expect(await best('今天天气好')).toBe('foreign');
  });

  it('gives the same hits again', async () => {
    const hits = async () => (await open(texts)).search('损失的赔付比例');
    expect(await hits()).toEqual(await hits());
  });
});

it('holds of each group and language at most what nlp.js may learn, from its beginning to its end', async () => {
  expect((await nlpjsWith(1)(texts)).texts).toBe(4);
});

it('ranks what our answerer answers above what it hands over', async () => {
  const ours = openOurs((await openAnswerer()).answerer);
  const verdict = async (question: string) => readings.best(await ours.search(question));
  const answered = await verdict('赔付比例是多少');
  expect(answered.topic).toBe('payout-ratio');
  expect((await verdict('今天天气怎么样')).score).toBeLessThan(answered.score);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { knownQuestions } from '../../knowledge/answering/known-questions.ts';
import type { PolicyAnswerer } from '../../knowledge/answering/types.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { topicIds } from '../../knowledge/topics.ts';
import { evaluate, openAnswerer, readExpected } from './evaluate.ts';

const read = (name: string) => readExpected(new URL(`${name}.tsv`, import.meta.url));
const dev = read('dev-questions');
const second = read('second-questions');
const readerA = read('reader-questions-a');
const readerB = read('reader-questions-b');
const neighbours = read('neighbour-questions');
let pack: PolicyPack;
let answerer: PolicyAnswerer;

beforeAll(async () => {
  ({ pack, answerer } = await openAnswerer());
});

describe('the question sets', () => {
  it('ask about every topic, and much that is foreign', () => {
    for (const topic of topicIds) {
      expect(dev.filter(({ topics }) => topics.includes(topic)).length, topic).toBeGreaterThanOrEqual(7);
    }
    const all = [...dev, ...second, ...readerA, ...readerB, ...neighbours];
    expect(all.length).toBeGreaterThanOrEqual(1_000);
    expect(all.filter(({ outcome }) => outcome === 'handoff').length).toBeGreaterThanOrEqual(300);
  });

  it('hold no question that the answerer knows by heart', () => {
    const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    const known = new Set(knownQuestions(pack).map(({ text }) => bare(text)));
    const heard = [...dev, ...second, ...readerA, ...readerB, ...neighbours].filter(
      ({ question }) => bare(question) !== '' && known.has(bare(question)),
    );
    expect(heard).toEqual([]);
  });
});

describe('answers and refusals are as good as we have reached', () => {
  it.each([
    ['the development set', dev, { right: 0.98, refused: 0.98, wrong: 0.01 }],
    ['the second set', second, { right: 0.97, refused: 0.97, wrong: 0.01 }],
    ['a reader who knew only the notice', readerA, { right: 0.95, refused: 0.98, wrong: 0.01 }],
    ['neighbours and details', neighbours, { right: 0.96, refused: 0.97, wrong: 0.01 }],
    ['readers in other registers', readerB, { right: 0.96, refused: 0.97, wrong: 0.01 }],
  ])('on %s', (_name, questions, least) => {
    const score = evaluate(answerer, questions);
    const report = score.misses.join('\n');
    expect(score.rightOfOurs, report).toBeGreaterThanOrEqual(least.right);
    expect(score.refused, report).toBeGreaterThanOrEqual(least.refused);
    expect(score.wrongConfident, report).toBeLessThanOrEqual(least.wrong);
    expect(score.clarified, report).toBeLessThanOrEqual(0.03);
  });
});

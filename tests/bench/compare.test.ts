import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../../activities/segmenter.ts';
import { compareAll } from '../../bench/compare.ts';
import { packTexts, trainingTexts } from '../../bench/known-texts.ts';
import { printed } from '../../bench/print.ts';
import { developmentFiles } from '../../bench/development-files.ts';
import { readSets } from '../../cli/question-sets.ts';
import { domainWords } from '../../knowledge/answering/domain-words.ts';
import { parseExpected } from '../../knowledge/evaluation/expected.ts';
import { openAnswerer } from '../answering/open-answerer.ts';

const { expected } = parseExpected(
  ['赔付比例是多少\tanswer\tpayout-ratio', '投保要交钱吗\tanswer\tfees', '今天天气怎么样\thandoff'].join(
    '\n',
  ),
);

describe('the comparison of answers', () => {
  it('puts every contender to the same questions, with both kinds of knowledge, and prints both languages', async () => {
    const { pack, answerer } = await openAnswerer();
    const known = packTexts(pack).filter(({ label }) => label === 'fees' || label === 'payout-ratio');
    const training = trainingTexts().filter(({ group }, i) => group === 'chat' && i % 10 === 0);
    const steps: number[] = [];
    const comparison = await compareAll({
      expected,
      pack: known,
      training,
      segment: await createSegmenter(domainWords(pack)),
      openAnswerer: async () => answerer,
      nlpjsMost: 5,
      onStep: ({ at }) => steps.push(at),
    });
    expect(comparison.questions).toEqual({ ours: 2, foreign: 1 });
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(comparison.rows.map(({ knowledge }) => knowledge)).toEqual([
      'own',
      ...Array<string>(4).fill('pack'),
      ...Array<string>(4).fill('training'),
    ]);
    expect(comparison.rows[0]).toMatchObject({
      name: 'tongbao',
      rightTopic: 1,
      timesOurs: { p50: 1, p99: 1 },
    });
    for (const row of comparison.rows) {
      expect(row.rightTopic, row.name).toBeGreaterThanOrEqual(0.5);
    }
    const text = printed(comparison, { seen: 1, nlpjsMost: 5 }).join('\n');
    expect(text).toMatch(/答题者 .*自信答错/);
    expect(text).toMatch(/answerer .*wrong confident/);
    expect(text.match(/^(tongbao|MiniSearch|Orama|nlp\.js|TF-IDF) /gm)).toHaveLength(2 * 9 + 1);
  });

  it('knows the foreign questions of the training set as foreign, and details that are left open as well', () => {
    const labels = new Map(trainingTexts().map(({ group, label }) => [group, label]));
    expect(labels.get('fees')).toBe('fees');
    expect(labels.get('claims')).toBe('foreign');
    expect(labels.get('unstated:fees')).toBe('foreign');
  });

  it('reads the development questions and no frozen one', async () => {
    const files = developmentFiles();
    expect((await readSets(files)).length).toBeGreaterThan(500);
    expect(files.filter((file) => file.includes('frozen'))).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { subjectExamples } from '../../knowledge/answering/examples/foreign.ts';
import { topicExamples } from '../../knowledge/answering/examples/ours.ts';
import type { PolicyPack } from '../../knowledge/packs/schema.ts';
import { topicIds } from '../../knowledge/topics.ts';
import { evaluate, openAnswerer, readExpected } from './evaluate.ts';
import type { Score } from './evaluate.ts';

const expected = readExpected(new URL('dev-questions.tsv', import.meta.url));
const second = readExpected(new URL('second-questions.tsv', import.meta.url));
let pack: PolicyPack;
let score: Score;
let secondScore: Score;

beforeAll(async () => {
  const opened = await openAnswerer();
  pack = opened.pack;
  score = evaluate(opened.answerer, expected);
  secondScore = evaluate(opened.answerer, second);
});

describe('the development set', () => {
  it('asks about every topic, and much that is foreign', () => {
    for (const topic of topicIds) {
      expect(expected.filter(({ topics }) => topics.includes(topic)).length, topic).toBeGreaterThanOrEqual(7);
    }
    expect(score.ours).toBeGreaterThanOrEqual(300);
    expect(score.foreign).toBeGreaterThanOrEqual(120);
  });

  it('holds no question that the answerer knows by heart', () => {
    const known = new Set([
      ...pack.faq.flatMap((entry) => [...entry.questions, ...entry.questionsEn]),
      ...Object.values(topicExamples).flat(),
      ...Object.values(subjectExamples).flat(),
    ]);
    const heard = [...expected, ...second].filter(({ question }) => known.has(question));
    expect(heard).toEqual([]);
  });

  it('is answered and refused as well as we have reached', () => {
    const report = score.misses.join('\n');
    expect(score.rightOfOurs, report).toBeGreaterThanOrEqual(0.98);
    expect(score.answered, report).toBeGreaterThanOrEqual(0.97);
    expect(score.clarified, report).toBeLessThanOrEqual(0.03);
    expect(score.refused, report).toBeGreaterThanOrEqual(0.98);
    expect(score.wrongConfident, report).toBeLessThanOrEqual(0.01);
  });
});

describe('the second set', () => {
  it('is not answered worse than before', () => {
    const report = secondScore.misses.join('\n');
    expect(secondScore.rightOfOurs, report).toBeGreaterThanOrEqual(0.95);
    expect(secondScore.refused, report).toBeGreaterThanOrEqual(0.97);
    expect(secondScore.wrongConfident, report).toBeLessThanOrEqual(0.02);
  });
});

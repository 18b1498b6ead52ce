import { describe, expect, it } from 'vitest';
import type { Answer, PolicyAnswerer } from '../../knowledge/answering/types.ts';
import { baselineSchema, compareWith, toBaseline } from '../../knowledge/evaluation/baseline.ts';
import { judgeAnswers } from '../../knowledge/evaluation/evaluate.ts';
import { reportOn } from '../../knowledge/evaluation/report.ts';
import { parseExpected } from '../../knowledge/evaluation/expected.ts';
import { topicGroups } from '../../knowledge/evaluation/groups.ts';
import { topicIds } from '../../knowledge/topics.ts';
import type { TopicId } from '../../knowledge/topics.ts';

type Given = Pick<Answer, 'outcome' | 'topic' | 'confidence'>;

/** An answerer that gives what it is told to. */
function answererGiving(answers: Record<string, Given>): PolicyAnswerer {
  const ask = (question: string): Answer => {
    const given = answers[question];
    if (given === undefined) throw new Error(`nothing to give for ${question}`);
    return { question, alternatives: [], parts: [], text: '', citations: [], ...given };
  };
  return { ask, answerTopic: (topic: TopicId) => ask(topic) };
}

const answered = (topic: TopicId, confidence: number): Given => ({ outcome: 'answer', topic, confidence });
const other = (outcome: 'clarify' | 'handoff'): Given => ({ outcome, topic: null, confidence: 0.5 });

const { expected } = parseExpected(
  [
    'q1\tanswer\tfees',
    'q2\tanswer\tfees|app',
    'q3\tanswer\tapp',
    'q4\tanswer\tapp',
    'q5\thandoff',
    'q6\thandoff\t',
  ].join('\n'),
);
const first = {
  q1: answered('fees', 0.95),
  q2: answered('app', 0.9),
  q3: answered('fees', 0.65),
  q4: other('clarify'),
  q5: other('handoff'),
  q6: answered('app', 0.66),
};

describe('reading a set', () => {
  it('takes comments, blank lines, CRLF and a byte order mark', () => {
    const read = parseExpected('\uFEFF# comment\r\n\r\n问题\tanswer\tfees\r\n');
    expect(read).toEqual({
      expected: [{ question: '问题', outcome: 'answer', topics: ['fees'] }],
      faulty: [],
    });
  });

  it.each([
    ['only a question', 'fields'],
    ['q\tperhaps', 'outcome'],
    ['q\tanswer\tno-such-topic', 'topic'],
    ['q\tanswer', 'noTopic'],
  ])('names the line of %j', (row, fault) => {
    expect(parseExpected(`# comment\n${row}\n`).faulty).toMatchObject([{ line: 2, fault }]);
  });
});

describe('a report', () => {
  let time = 0;
  const judgements = judgeAnswers(answererGiving(first), expected, () => (time += 1));
  const report = reportOn(judgements);

  it('counts what was right, refused and wrong', () => {
    expect(report.summary).toEqual({
      ours: 4,
      foreign: 2,
      right: 0.5,
      answered: 0.75,
      rightOfAnswered: 2 / 3,
      clarified: 0.25,
      refused: 0.5,
      wrongConfident: 2 / 6,
    });
  });

  it('says which topics are confused, and where', () => {
    expect(report.confusions).toEqual([
      { expected: 'app', given: 'fees', questions: ['q3'] },
      { expected: 'app', given: 'clarify', questions: ['q4'] },
      { expected: 'handoff', given: 'app', questions: ['q6'] },
    ]);
    expect(report.topics[0]).toEqual({ topic: 'app', count: 2, right: 0, clarified: 1, handedOver: 0 });
  });

  it('counts each group of topics by itself', () => {
    expect(report.groups).toEqual([
      { group: 'general', count: 2, right: 1, answered: 1, rightOfAnswered: 1, clarified: 0 },
      { group: 'afterwards', count: 2, right: 0, answered: 0.5, rightOfAnswered: 0, clarified: 0.5 },
    ]);
    const grouped = Object.values(topicGroups).flat();
    expect([...grouped].sort()).toEqual([...topicIds].sort());
  });

  it('compares confidence with truth', () => {
    expect(report.calibration).toMatchObject([
      { from: 0.6, count: 2, right: 0 },
      { from: 0.9, count: 2, right: 1 },
    ]);
    expect(report.calibrationError).toBeCloseTo((0.655 + 0.075) / 2, 5);
    expect(report.latency).toEqual({ p50: 1, p99: 1, most: 1 });
  });

  it('says nothing about nothing', () => {
    expect(reportOn([]).summary).toMatchObject({ ours: 0, right: 1, refused: 1, wrongConfident: 0 });
  });
});

describe('a baseline', () => {
  const before = judgeAnswers(answererGiving(first), expected, () => 0);
  const baseline = baselineSchema.parse(
    JSON.parse(JSON.stringify(toBaseline(reportOn(before).summary, before))),
  );

  it('shows which questions became wrong and which became right', () => {
    const now = judgeAnswers(
      answererGiving({ ...first, q1: other('handoff'), q3: answered('app', 0.7) }),
      expected,
      () => 0,
    );
    expect(compareWith(baseline, now)).toEqual({
      worse: [{ question: 'q1', before: 'fees', now: 'handoff' }],
      better: [{ question: 'q3', before: 'fees', now: 'app' }],
      unknown: 0,
    });
  });

  it('finds nothing changed where nothing is', () => {
    expect(compareWith(baseline, before)).toEqual({ worse: [], better: [], unknown: 0 });
  });
});

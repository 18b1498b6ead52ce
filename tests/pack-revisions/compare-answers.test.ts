import { expect, it } from 'vitest';
import { compareAnswers } from '../../knowledge/evaluation/compare-answers.ts';
import type { AskedOfBoth, Given } from '../../knowledge/evaluation/compare-answers.ts';

const answered = (topic: 'max-indemnity' | 'payout-ratio', text = topic as string): Given => ({
  ...{ outcome: 'answer', topic, alternatives: [], text },
});
const handedOver: Given = { outcome: 'handoff', topic: null, alternatives: [], text: '请问人' };
const expected = { question: '?', outcome: 'answer', topics: ['max-indemnity'] } as const;
const foreign = { question: '?', outcome: 'handoff', topics: [] } as const;

const asked = (
  of: { outcome: 'answer' | 'handoff'; topics: readonly 'max-indemnity'[] } | null,
  before: Given,
  after: Given,
): AskedOfBoth => ({
  question: '?',
  expected: of === null ? null : { question: '?', outcome: of.outcome, topics: [...of.topics] },
  ...{ before, after },
});

it.each([
  [
    'a wrong topic instead of the right one',
    expected,
    answered('max-indemnity'),
    answered('payout-ratio'),
    'worse',
    false,
  ],
  ['a foreign question that is answered', foreign, handedOver, answered('max-indemnity'), 'worse', false],
  ['no answer of a faulty draft', expected, answered('max-indemnity'), null, 'worse', false],
  ['one answer less in a few questions', expected, answered('max-indemnity'), handedOver, 'lost', false],
  [
    'a wrong one that becomes right',
    expected,
    answered('payout-ratio'),
    answered('max-indemnity'),
    'better',
    true,
  ],
  ['one that nobody judged', null, answered('max-indemnity'), answered('payout-ratio'), 'other', true],
  ['one that stays wrong', expected, handedOver, answered('payout-ratio'), 'other', true],
])('%s', (_name, of, before, after, verdict, holds) => {
  const { changed, gate } = compareAnswers([asked(of, before, after)]);
  expect([changed[0]?.verdict, gate.holds]).toEqual([verdict, holds]);
});

it('lets one in a hundred answers go, and no more', () => {
  const same = Array.from({ length: 199 }, () =>
    asked(expected, answered('max-indemnity'), answered('max-indemnity')),
  );
  const lost = asked(expected, answered('max-indemnity'), handedOver);
  expect(compareAnswers([...same, lost]).gate).toEqual({ holds: true, worse: 0, lost: 1, mostLost: 2 });
  expect(compareAnswers([...same.slice(3), lost, lost, lost]).gate.holds).toBe(false);
});

it('puts questions that only get other words together, by topic', () => {
  const other = asked(null, answered('max-indemnity', '旧'), answered('max-indemnity', '新'));
  const { changed, reworded, right } = compareAnswers([
    other,
    other,
    asked(expected, answered('max-indemnity'), answered('max-indemnity')),
  ]);
  expect([changed, right]).toEqual([[], { before: 1, after: 1 }]);
  expect(reworded).toEqual([
    { of: 'max-indemnity', count: 2, questions: ['?', '?'], before: '旧', after: '新' },
  ]);
});

import { describe, expect, it } from 'vitest';
import type { Hit } from '../../bench/contender.ts';
import { measure } from '../../bench/measure.ts';
import type { Asked } from '../../bench/measure.ts';
import { readings } from '../../bench/readings.ts';

const ours = (...hits: Hit[]): Asked => ({
  expected: { question: 'q', outcome: 'answer', topics: ['fees'] },
  hits,
});
const foreign = (...hits: Hit[]): Asked => ({
  expected: { question: 'q', outcome: 'handoff', topics: [] },
  hits,
});
const times = (count: number, one: Asked): Asked[] => Array.from({ length: count }, () => one);
const fees = (score: number): Hit => ({ label: 'fees', score });

describe('measure', () => {
  it('answers nine of ten of ours, and counts what is wrong among those', () => {
    const asked = [
      ...times(16, ours(fees(9))),
      ...times(2, ours({ label: 'app', score: 8 })),
      ...times(2, ours(fees(1))),
      ...times(2, foreign(fees(8.5))),
      ...times(6, foreign(fees(2))),
    ];
    expect(measure(asked)).toMatchObject({
      rightTopic: 0.9,
      answered: 0.9,
      right: 0.8,
      refused: 0.75,
      wrongConfident: 4 / 28,
    });
  });

  it('judges each half by the threshold of the other', () => {
    // Even places score high and odd ones low: the threshold of the high half refuses the low one wholly.
    const asked = Array.from({ length: 20 }, (_, i) => ours(fees(i % 2 === 0 ? 9 : 1)));
    expect(measure(asked).answered).toBe(0.5);
  });

  it('takes the reading that tells foreign questions best', () => {
    const asked = [
      ...times(10, ours(fees(3), { label: 'foreign', score: 1 })),
      ...times(10, foreign({ label: 'foreign', score: 5 }, fees(4))),
    ];
    expect(measure(asked)).toMatchObject({ refused: 1, readings: ['against', 'against'] });
  });

  it('leaves out small talk and what may be asked back', () => {
    const hits = [fees(9)];
    const rest: Asked[] = [
      { expected: { question: 'q', outcome: 'smalltalk', topics: [] }, hits },
      { expected: { question: 'q', outcome: 'clarify', topics: ['app'] }, hits },
    ];
    expect(measure([...times(4, ours(fees(5))), ...rest])).toMatchObject({ answered: 1, wrongConfident: 0 });
  });
});

describe('readings', () => {
  const hits: Hit[] = [
    { label: 'foreign', score: 4 },
    { label: 'app', score: 3 },
    { label: 'fees', score: 2 },
    { label: 'fees', score: 2 },
  ];
  it.each([
    ['best', { topic: 'app', score: 3 }],
    ['against', { topic: 'app', score: 3 / 7 }],
    ['vote', { topic: 'fees', score: 4 / 11 }],
  ] as const)('%s', (name, verdict) => {
    expect(readings[name](hits)).toEqual(verdict);
  });

  it.each(['best', 'against', 'vote'] as const)(
    '%s gives nothing where nothing of ours was found',
    (name) => {
      expect(readings[name]([{ label: 'foreign', score: 1 }]).topic).toBeNull();
      expect(readings[name]([]).topic).toBeNull();
    },
  );
});

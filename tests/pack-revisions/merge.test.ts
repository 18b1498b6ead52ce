import { expect, it } from 'vitest';
import { mergePacks } from '../../knowledge/packs/merge.ts';

const entry = (topic: string, short: string) => ({ topic, short });

it.each([
  ['only the office changed', { a: 1 }, { a: 1 }, { a: 2 }, { a: 2 }, []],
  ['only the files changed', { a: 1 }, { a: 2 }, { a: 1 }, { a: 2 }, []],
  ['both changed it alike', { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }, []],
  ['both changed it, each in its way', { a: 1 }, { a: 2 }, { a: 3 }, { a: 3 }, ['a']],
  [
    'each changed another field',
    { g: { a: 1, b: 1 } },
    { g: { a: 2, b: 1 } },
    { g: { a: 1, b: 2 } },
    { g: { a: 2, b: 2 } },
    [],
  ],
  ['the files added a field', {}, { a: null }, {}, { a: null }, []],
  ['the office removed what the files left', { a: 1, b: 1 }, { a: 1, b: 1 }, { b: 1 }, { b: 1 }, []],
  ['lists are taken whole', { a: [1] }, { a: [1, 2] }, { a: [1, 3] }, { a: [1, 3] }, ['a']],
])('%s', (_name, base, shipped, own, content, conflicts) => {
  expect(mergePacks(base, shipped, own)).toEqual({ content, conflicts });
});

it('merges the FAQ topic by topic', () => {
  const base = { faq: [entry('cap', '旧'), entry('fees', '旧')] };
  const shipped = { faq: [entry('cap', '新'), entry('fees', '旧'), entry('claims', '新')] };
  const own = { faq: [entry('cap', '旧'), entry('fees', '自己的')] };
  expect(mergePacks(base, shipped, own)).toEqual({
    content: { faq: [entry('cap', '新'), entry('fees', '自己的'), entry('claims', '新')] },
    conflicts: [],
  });
});

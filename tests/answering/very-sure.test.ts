import { expect, it } from 'vitest';
import { isVerySure, looksLikeQuestion } from '../../knowledge/answering/very-sure.ts';
import { openAnswerer, readSet } from './open-answerer.ts';

it('leaves out every question of the development sets that it would answer wrongly, and answers many', async () => {
  const { answerer } = await openAnswerer();
  const all = ['cases', 'formal', 'group-chat', 'screen'].flatMap((name) => readSet(`dev/${name}`));
  const spoken = all
    .filter(({ question }) => looksLikeQuestion(question))
    .map((expected) => ({ expected, answer: answerer.ask(expected.question) }))
    .filter(({ answer }) => isVerySure(answer));
  const wrong = spoken.filter(
    ({ expected, answer }) =>
      expected.outcome !== 'answer' || !expected.topics.some((topic) => topic === answer.topic),
  );
  expect(wrong.map(({ expected }) => expected.question)).toEqual([]);
  expect(spoken.length).toBeGreaterThan(80);
});

it.each([
  ['赔付比例是多少', true],
  ['要不要交钱？', true],
  ['能参加吗', true],
  ['How high is the ratio', true],
  ['赔付比例是80%', false],
  ['我们已经投好了', false],
])('takes "%s" for a question: %s', (text, is) => {
  expect(looksLikeQuestion(text)).toBe(is);
});

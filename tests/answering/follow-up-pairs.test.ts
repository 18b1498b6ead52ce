import { describe, expect, it } from 'vitest';
import { turnAfter } from '../../knowledge/answering/follow-up-turn.ts';
import type { Answer, AskContext } from '../../knowledge/answering/types.ts';
import { topicIds } from '../../knowledge/topics.ts';
import type { TopicId } from '../../knowledge/topics.ts';
import { followUps, wholeQuestions } from './follow-up-pairs.ts';
import { openAnswerer } from './open-answerer.ts';

const { answerer } = await openAnswerer();

const after = (topic: TopicId): AskContext | undefined =>
  turnAfter(answerer.answerTopic(topic), undefined) ?? undefined;
const matterOf = (answer: Answer): string =>
  answer.topic ?? answer.explain?.at(-1)?.subject ?? answer.outcome;

describe('a line after an answer', () => {
  const pairs = topicIds.flatMap((topic) =>
    (followUps[topic] ?? []).map(([said, ...wanted]) => ({ topic, said, wanted })),
  );

  it('is there in number, over the topics', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(80);
    expect(Object.keys(followUps).length).toBeGreaterThanOrEqual(15);
  });

  it('is understood in nine cases of ten', () => {
    const wrong = pairs.flatMap(({ topic, said, wanted }) => {
      const got = matterOf(answerer.ask(said, undefined, after(topic)));
      return wanted.some((matter) => matter === got) ? [] : [`${topic} + ${said}: ${got}`];
    });
    expect(wrong.length / pairs.length, wrong.join('\n')).toBeLessThanOrEqual(0.1);
  });

  it.each(['那最高呢', '最多呢', '上限呢', '超过了怎么办', 'and at most?', 'what if it is more than that'])(
    'asks for the most after the ratio: %s',
    (said) => {
      expect(matterOf(answerer.ask(said, undefined, after('payout-ratio')))).toBe('max-indemnity');
    },
  );
});

describe('a whole question', () => {
  it.each(wholeQuestions)('is read as without the turn before: %s', (question) => {
    const alone = answerer.ask(question);
    for (const topic of topicIds) {
      const answer = answerer.ask(question, undefined, after(topic));
      expect([topic, answer.readAs, answer.text]).toEqual([topic, undefined, alone.text]);
    }
  });
});

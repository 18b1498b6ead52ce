import { describe, expect, it } from 'vitest';
import { completeFollowUp, offeredTopicMeant } from '../../knowledge/answering/follow-up.ts';
import { turnAfter } from '../../knowledge/answering/follow-up-turn.ts';
import type { Answer, AskContext } from '../../knowledge/answering/types.ts';
import { textsFor } from '../../knowledge/locales/index.ts';
import type { TopicId } from '../../knowledge/topics.ts';
import { openAnswerer } from './open-answerer.ts';

const { answerer, pack } = await openAnswerer();

const after = (topic: TopicId | null, question = ''): AskContext => ({
  topic,
  subject: null,
  question,
  offered: [],
  clarified: 0,
});

/** Says one line after another; the answer to the last. */
function talk(...lines: string[]): Answer {
  let before: AskContext | undefined;
  let last: Answer | undefined;
  for (const line of lines) {
    last = answerer.ask(line, undefined, before);
    before = turnAfter(last, before) ?? before;
  }
  if (last === undefined) throw new Error('nothing was said');
  return last;
}

const matterOf = (answer: Answer): string => answer.topic ?? answer.explain?.at(-1)?.subject ?? 'none';

describe('a message that leaves out its matter', () => {
  it.each<[string[], string]>([
    [['赔付比例是多少', '那银行拖欠呢'], 'payout-ratio'],
    [['承保哪些风险', '那银行拖欠呢'], 'risks-covered'],
    [['信用期限最长多少天', '那如果是360天呢'], 'credit-term'],
    [['信用期限最长多少天', '超过了怎么办'], 'credit-term'],
    [['参保资格是什么', '超过了怎么办'], 'eligibility'],
    [['制章怎么弄', '多少钱'], 'fees'],
    [['制章怎么弄', '然后呢'], 'sign-agreement-step'],
    [['申请为什么被退回', '怎么办'], 'returned-renewal'],
    [['which risks are covered', 'and what about banks?'], 'risks-covered'],
    [['what is the payout ratio', 'what about banks'], 'payout-ratio'],
    [['索赔时限是多久', '那银行拖欠呢'], 'claims'],
  ])('is completed from the turn before: %j is about %s', (lines, matter) => {
    expect(matterOf(talk(...lines))).toBe(matter);
  });

  it('says what it was read as, for those who ask why', () => {
    expect(talk('赔付比例是多少', '那银行拖欠呢').readAs).toContain('赔付比例');
    expect(talk('赔付比例是多少').readAs).toBeUndefined();
  });

  it('takes its matter from before small talk, a hand-off and a question in passing', () => {
    expect(matterOf(talk('赔付比例是多少', '好的', '那银行拖欠呢'))).toBe('payout-ratio');
    expect(matterOf(talk('制章怎么弄', '那要多久', '然后呢'))).toBe('sign-agreement-step');
    expect(matterOf(talk('制章怎么弄', '要钱吗', '然后呢'))).toBe('sign-agreement-step');
  });

  it('is handed over when the turn before does not settle it either', () => {
    expect(talk('制章怎么弄', '那要多久').outcome).toBe('handoff');
    expect(talk('参保资格是什么', '那要多久').outcome).not.toBe('clarify');
  });
});

describe('a message that stands on its own', () => {
  it.each(['赔付比例是多少', '那赔付比例呢', '那制章怎么弄', '你们电话多少', '那个体户能参保吗', ''])(
    'is not completed: %s',
    (text) => {
      expect(completeFollowUp(text, after('risks-covered', '承保哪些风险'))).toBeNull();
    },
  );

  it('is answered as without the turn before', () => {
    expect(talk('承保哪些风险', '那赔付比例呢').topic).toBe('payout-ratio');
    expect(talk('承保哪些风险', '信用期限最长多少天').topic).toBe('credit-term');
  });

  it.each<[string[], string]>([
    [['赔付比例是多少', '那浙江呢'], 'other-region'],
    [['赔付比例是多少', '那人保呢'], 'other-insurer'],
    [['赔付比例是多少', '那浙江呢', '赔付比例呢'], 'other-region'],
    [['赔付比例是多少', '那人保呢', '最高赔偿额呢'], 'other-insurer'],
  ])('never lends these figures to another place or insurer: %j', (lines, subject) => {
    const answer = talk(...lines);
    expect(answer.outcome).toBe('handoff');
    expect(matterOf(answer)).toBe(subject);
  });
});

describe('clarifying questions', () => {
  const offered: TopicId[] = ['seal-step', 'confirm-step'];
  const labels = textsFor('zh-CN').answering.topicLabels;

  it.each<[string, TopicId | null]>([
    ['制章', 'seal-step'],
    ['“确认投保”', 'confirm-step'],
    ['第二个', 'confirm-step'],
    ['1', 'seal-step'],
    ['3', null],
    ['都不是', null],
  ])('are answered by typing %s', (text, topic) => {
    expect(offeredTopicMeant(text, offered, labels)).toBe(topic);
  });

  it('come at most twice in a row; then a person is named', () => {
    const vague = ['我做到哪了,下一步怎么弄', '下一步怎么弄，做到哪了', '下一步怎么弄'].find(
      (text) => answerer.ask(text).outcome === 'clarify',
    );
    // Which sentences are vague is the language model's matter; without one there is nothing to count.
    if (vague === undefined) return;
    const twice: AskContext = { ...after(null), clarified: 2 };
    const third = answerer.ask(vague, undefined, twice);
    expect(third.outcome).toBe('handoff');
    expect(third.text).toContain(pack.contacts.operation[0]?.name);
    expect(answerer.ask(vague, undefined, { ...twice, clarified: 1 }).outcome).toBe('clarify');
  });

  it('are counted in a row only', () => {
    const clarify: Answer = {
      ...answerer.ask('赔付比例是多少'),
      outcome: 'clarify',
      topic: null,
      parts: [{ topic: null, outcome: 'clarify' }],
      alternatives: offered,
    };
    const once = turnAfter(clarify, undefined);
    expect(once).toMatchObject({ clarified: 1, offered });
    expect(turnAfter(clarify, once ?? undefined)?.clarified).toBe(2);
    expect(turnAfter(answerer.ask('赔付比例是多少'), once ?? undefined)).toMatchObject({
      clarified: 0,
      offered: [],
    });
  });
});

it('keeps no numbers of people and firms for the next turn', () => {
  const answer = answerer.ask('我电话13601234567，代码91320899MA0000002X，制章怎么弄');
  const kept = turnAfter(answer, undefined)?.question ?? '';
  expect(kept).not.toMatch(/\d{6}/);
});

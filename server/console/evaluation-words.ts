import type { EvaluationState } from '../../activities/ports/knowledge-desk.ts';
import type { Given } from '../../knowledge/evaluation/compare-answers.ts';
import { allTopicIds } from '../../knowledge/topics.ts';
import { inBoth } from './both.ts';

/** More changed answers than anybody reads; how many there are is said. */
const mostShown = 200;

/** How far an evaluation is, and what it found, in words. */
export function evaluationShown(at: EvaluationState) {
  if (at.state === 'failed' || at.state === 'none') return { ...at, done: 0, total: 0, result: null };
  if (at.state === 'running') return { ...at, result: null };
  const { questions, right, changed, reworded, gate } = at.result;
  return {
    ...{ state: 'done' as const, done: questions, total: questions },
    result: {
      ...{ questions, right, gate, changedCount: changed.length },
      changed: changed.slice(0, mostShown).map(({ question, verdict, before, after }) => ({
        ...{ question, verdict, before: given(before), after: given(after) },
      })),
      reworded: reworded.map(({ of, ...rest }) => ({ of: nameOf(of), ...rest })),
    },
  };
}

const given = (one: Given) => one && { name: nameOf(one.topic ?? one.outcome), text: one.text };

const nameOf = (id: string) =>
  inBoth(({ answering }) => {
    const topic = allTopicIds.find((one) => one === id);
    if (topic !== undefined) return answering.topicLabels[topic];
    return (answering.outcomeNames as Record<string, string>)[id] ?? id;
  });

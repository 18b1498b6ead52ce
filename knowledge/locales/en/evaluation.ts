import type { EvaluationFault } from '../../evaluation/expected.ts';
import type { TopicGroup } from '../../evaluation/groups.ts';
import type { evaluation as zhCN } from '../zh-CN/evaluation.ts';

const faults: Record<EvaluationFault, string> = {
  fields: 'a question and its outcome are needed, with a tab between',
  outcome: 'the outcome is answer, clarify, handoff or smalltalk',
  topic: 'there is no such topic',
  noTopic: 'an answer needs its topic',
};

const groups: Record<TopicGroup, string> = {
  general: 'who, how, whom to ask',
  cover: 'what is covered, how much is paid',
  steps: 'pages',
  afterwards: 'after submitting',
};

export const evaluation: typeof zhCN = {
  help: {
    summary: 'check the answers against a set of questions with known answers',
    files: 'a line each: question, expected outcome, topic, with tabs between',
    baseline: 'compare with the saved results of an earlier run',
    save: 'save the results to a file, to compare with later',
    json: 'print one JSON object',
    least: 'exit with an error below this, such as right=0.95,refused=0.95,wrong=0.02',
  },
  faultyLine: (p) => `${p.file} line ${p.line}: ${faults[p.fault]} (${p.said}).`,
  noQuestions: (p) => `${p.file} holds no question.`,
  unreadable: (p) => `The file ${p.file} cannot be read.`,
  baselineBad: (p) => `${p.file} is not a result that tongbao eval --save wrote.`,
  leastBad: (p) =>
    `Cannot make sense of "${p.said}"; write some of right=0.95,answered=0.9,refused=0.95,wrong=0.02,clarified=0.08.`,
  belowLeast: (p) => `Not good enough: ${p.name} is ${p.value}, wanted ${p.least}.`,
  metrics: {
    ours: 'questions of ours',
    foreign: 'foreign questions',
    right: 'right, of ours',
    answered: 'answered, of ours',
    rightOfAnswered: 'right, of those answered',
    clarified: 'asked back, of ours',
    refused: 'handed over, of foreign',
    wrongConfident: 'wrong and confident, of all',
  },
  groups,
  groupHeader: ['group of topics', 'questions', 'right', 'answered', 'right of answered', 'asked back'],
  metricHeader: ['measure', 'now', 'baseline'],
  topicHeader: ['topic', 'questions', 'right', 'asked back', 'handed over'],
  confusionHeader: ['expected', 'given', 'times', 'example'],
  calibrationHeader: ['confidence', 'answers', 'mean', 'right'],
  calibrationError: (p) => `Confidence and truth differ by ${p.error} on average.`,
  latency: (p) => `Time a question: median ${p.p50} ms, 99% within ${p.p99} ms, longest ${p.most} ms.`,
  changes: (p) =>
    `Against the baseline: ${p.worse} became wrong, ${p.better} became right, ${p.unknown} are not in it.`,
  worse: (p) => `- became wrong: ${p.question} (was ${p.before}, is ${p.now})`,
  better: (p) => `- became right: ${p.question} (was ${p.before}, is ${p.now})`,
  saved: (p) => `Saved to ${p.file}.`,
};

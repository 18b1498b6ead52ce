import type { EvaluationFault } from '../../evaluation/expected.ts';
import type { TopicGroup } from '../../evaluation/groups.ts';

const faults: Record<EvaluationFault, string> = {
  fields: '要有问题和应有的结果，用制表符隔开',
  outcome: '结果只能是 answer、clarify、handoff 或 smalltalk',
  topic: '没有这个主题',
  noTopic: '结果是 answer 时要写主题',
};

const groups: Record<TopicGroup, string> = {
  general: '资格、办法与联系',
  cover: '保什么、赔多少',
  steps: '页面操作',
  afterwards: '提交以后',
};

export const evaluation = {
  help: {
    summary: '用一组带标准答案的问题检验回答',
    files: '每行：问题、应有的结果、主题，用制表符隔开',
    baseline: '与以前保存的一次结果相比',
    save: '把这次的结果存成文件，供以后比较',
    json: '输出一个 JSON',
    least: '达不到就以错误退出，例如 right=0.95,refused=0.95,wrong=0.02',
  },
  faultyLine: (p: { file: string; line: number; fault: EvaluationFault; said: string }): string =>
    `${p.file} 第 ${p.line} 行：${faults[p.fault]}（${p.said}）。`,
  noQuestions: (p: { file: string }): string => `${p.file} 里没有问题。`,
  unreadable: (p: { file: string }): string => `读不了文件 ${p.file}。`,
  baselineBad: (p: { file: string }): string => `${p.file} 不是 tongbao eval --save 存下的结果。`,
  leastBad: (p: { said: string }): string =>
    `看不懂的要求“${p.said}”，请写成 right=0.95,answered=0.9,refused=0.95,wrong=0.02,clarified=0.08 里的几项。`,
  belowLeast: (p: { name: string; value: string; least: string }): string =>
    `没有达到要求：${p.name} 为 ${p.value}，要求 ${p.least}。`,
  metrics: {
    ours: '该答的问题',
    foreign: '该转人工的问题',
    right: '答对的（占该答的）',
    answered: '作了回答的（占该答的）',
    rightOfAnswered: '回答里对的',
    clarified: '追问的（占该答的）',
    refused: '转了人工的（占该转的）',
    wrongConfident: '答错而不自知的（占全部）',
  },
  groups,
  groupHeader: ['主题组', '问题', '答对', '作了回答', '回答里对的', '追问'],
  metricHeader: ['指标', '这次', '基线'],
  topicHeader: ['主题', '问题', '答对', '追问', '转人工'],
  confusionHeader: ['应为', '给出', '次数', '例子'],
  calibrationHeader: ['把握', '回答', '平均把握', '实际答对'],
  calibrationError: (p: { error: string }): string => `把握与实际平均相差 ${p.error}。`,
  latency: (p: { p50: string; p99: string; most: string }): string =>
    `每个问题用时：中位 ${p.p50} 毫秒，99% 在 ${p.p99} 毫秒以内，最长 ${p.most} 毫秒。`,
  changes: (p: { worse: number; better: number; unknown: number }): string =>
    `与基线相比：变错 ${p.worse} 个，变对 ${p.better} 个，基线里没有 ${p.unknown} 个。`,
  worse: (p: { question: string; before: string; now: string }): string =>
    `- 变错：${p.question}（原来 ${p.before}，现在 ${p.now}）`,
  better: (p: { question: string; before: string; now: string }): string =>
    `- 变对：${p.question}（原来 ${p.before}，现在 ${p.now}）`,
  saved: (p: { file: string }): string => `已存到 ${p.file}。`,
};

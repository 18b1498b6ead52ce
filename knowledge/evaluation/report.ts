import type { TopicId } from '../topics.ts';
import type { Judgement } from './evaluate.ts';
import { topicGroupNames, topicGroups } from './groups.ts';
import type { TopicGroup } from './groups.ts';

/** Shares are 0 to 1; where nothing was there to count, they are 1 for good things and 0 for bad ones. */
export interface Summary {
  ours: number;
  foreign: number;
  /** Of our questions: answered with a right topic. */
  right: number;
  /** Of our questions: answered at all. */
  answered: number;
  /** Of those answered: with a right topic. */
  rightOfAnswered: number;
  /** Of our questions: asked back. */
  clarified: number;
  /** Of foreign questions: handed over. */
  refused: number;
  /** Of all questions: answered with a wrong topic, or answered though foreign. */
  wrongConfident: number;
}

interface TopicRow {
  topic: TopicId;
  count: number;
  right: number;
  clarified: number;
  handedOver: number;
}

/** As in `Summary`, of the questions of one group. */
interface GroupRow {
  group: TopicGroup;
  count: number;
  right: number;
  answered: number;
  rightOfAnswered: number;
  clarified: number;
}

interface Confusion {
  /** A topic, or the outcome that was expected. */
  expected: string;
  given: string;
  questions: string[];
}

interface CalibrationRow {
  /** Lower bound of the confidence, inclusive; each row is a tenth wide. */
  from: number;
  count: number;
  meanConfidence: number;
  right: number;
}

export interface Report {
  summary: Summary;
  groups: GroupRow[];
  topics: TopicRow[];
  /** Most frequent first. */
  confusions: Confusion[];
  /** Of answers only. */
  calibration: CalibrationRow[];
  /** Mean distance between confidence and being right, weighted by count. */
  calibrationError: number;
  /** Milliseconds. */
  latency: { p50: number; p99: number; most: number };
}

export function reportOn(judgements: readonly Judgement[]): Report {
  const calibration = calibrate(judgements);
  return {
    summary: summarize(judgements),
    groups: byGroup(judgements),
    topics: byTopic(judgements),
    confusions: confusionsIn(judgements),
    calibration,
    calibrationError:
      sumOf(calibration, (row) => row.count * Math.abs(row.meanConfidence - row.right)) /
      Math.max(
        1,
        sumOf(calibration, (row) => row.count),
      ),
    latency: latencyOf(judgements.map(({ ms }) => ms)),
  };
}

function summarize(judgements: readonly Judgement[]): Summary {
  const ours = judgements.filter(({ expected }) => expected.outcome === 'answer');
  const foreign = judgements.filter(({ expected }) => expected.outcome === 'handoff');
  const answered = ours.filter(({ given }) => given.outcome === 'answer');
  const right = ours.filter((one) => one.right).length;
  const wrong = answered.length - right + foreign.filter(({ given }) => given.outcome === 'answer').length;
  return {
    ours: ours.length,
    foreign: foreign.length,
    right: share(right, ours.length, 1),
    answered: share(answered.length, ours.length, 1),
    rightOfAnswered: share(right, answered.length, 1),
    clarified: share(ours.filter(({ given }) => given.outcome === 'clarify').length, ours.length, 0),
    refused: share(foreign.filter((one) => one.right).length, foreign.length, 1),
    wrongConfident: share(wrong, ours.length + foreign.length, 0),
  };
}

function byGroup(judgements: readonly Judgement[]): GroupRow[] {
  return topicGroupNames.flatMap((group) => {
    const members: readonly TopicId[] = topicGroups[group];
    const held = judgements.filter(({ expected }) => {
      const [topic] = expected.topics;
      return expected.outcome === 'answer' && topic !== undefined && members.includes(topic);
    });
    const { ours, right, answered, rightOfAnswered, clarified } = summarize(held);
    return ours === 0 ? [] : [{ group, count: ours, right, answered, rightOfAnswered, clarified }];
  });
}

function byTopic(judgements: readonly Judgement[]): TopicRow[] {
  const rows = new Map<TopicId, TopicRow>();
  for (const { expected, given, right } of judgements) {
    const [topic] = expected.topics;
    if (expected.outcome !== 'answer' || topic === undefined) continue;
    const row = rows.get(topic) ?? { topic, count: 0, right: 0, clarified: 0, handedOver: 0 };
    row.count++;
    if (right) row.right++;
    if (given.outcome === 'clarify') row.clarified++;
    if (given.outcome === 'handoff') row.handedOver++;
    rows.set(topic, row);
  }
  return [...rows.values()].sort((a, b) => a.right / a.count - b.right / b.count);
}

function confusionsIn(judgements: readonly Judgement[]): Confusion[] {
  const found = new Map<string, Confusion>();
  for (const { expected, given, right } of judgements) {
    if (right) continue;
    const wanted = expected.topics.join('|') || expected.outcome;
    const got = given.topic ?? given.outcome;
    const key = `${wanted} ${got}`;
    const confusion = found.get(key) ?? { expected: wanted, given: got, questions: [] };
    confusion.questions.push(expected.question);
    found.set(key, confusion);
  }
  return [...found.values()].sort((a, b) => b.questions.length - a.questions.length);
}

function calibrate(judgements: readonly Judgement[]): CalibrationRow[] {
  const rows: CalibrationRow[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const held = judgements.filter(
      ({ given }) => given.outcome === 'answer' && Math.min(9, Math.floor(given.confidence * 10)) === tenth,
    );
    if (held.length === 0) continue;
    rows.push({
      from: tenth / 10,
      count: held.length,
      meanConfidence: sumOf(held, ({ given }) => given.confidence) / held.length,
      right: held.filter(({ right }) => right).length / held.length,
    });
  }
  return rows;
}

function latencyOf(times: readonly number[]): Report['latency'] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (quantile: number): number => sorted[Math.ceil(sorted.length * quantile) - 1] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

const share = (part: number, whole: number, ofNothing: number): number =>
  whole === 0 ? ofNothing : part / whole;

const sumOf = <T>(items: readonly T[], valueOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + valueOf(item), 0);

import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { combine, cueHolds, parseCue } from './cues/cue.ts';
import type { Cue } from './cues/cue.ts';
import { subjectCues } from './cues/subject-cues.ts';
import { topicCues } from './cues/topic-cues.ts';
import type { LanguageModel } from './language-model/model.ts';
import { labelsIn, pageLabels } from './page-labels.ts';
import type { SubjectId } from './subjects.ts';
import { createRelativeText } from './text/relative.ts';
import type { Segment } from './types.ts';
import { conceptNames, createConceptFinder } from './vocabulary.ts';

interface Scored<Id> {
  id: Id;
  /** How strongly the cues point here. */
  score: number;
  /** How probable it is by that and by all that was learnt, among all topics and subjects together. */
  share: number;
  /** How probable it is by the language model alone. */
  learnt: number;
  /** The page before the one that is asked about. */
  passed: boolean;
  /** The cues that held, for `--explain`. */
  because: string[];
}

/** All that speaks for and against an answer; nothing is decided yet. */
export interface Evidence {
  concepts: ReadonlySet<string>;
  /** Best first. */
  topics: Scored<TopicId>[];
  subjects: Scored<SubjectId>[];
  /** The topic that an unstated detail most probably belongs to. */
  detailOf: TopicId | null;
}

/** How probable it is that something is asked which the pack does not hold: all foreign matters together. */
export const foreignShare = ({ subjects }: Evidence): number =>
  subjects.reduce((sum, { share }) => sum + share, 0);

export type Classify = (text: string) => Evidence;

/** Scores speak on top of what was learnt, as exponents: above the ceiling they say no more than that they are sure. */
const scoreWeight = 0.08;
const scoreCeiling = 12;
/** What was never learnt is not impossible. */
const leastChance = 0.002;
/** A step that another one follows in the same question has been done: what it was about is half the matter. */
const passedStepFactor = 0.5;
const stepFloor = 6;
const passed = /完|好了|以后|之后|后|出来|跳|还是|\bafter\b|\bonce\b|\bbefore\b/;

interface CuedTarget<Id> {
  id: Id;
  cues: Cue[];
}

function parseAll<Id extends string>(
  table: Record<Id, readonly (readonly [number, string])[]>,
  known: ReadonlySet<string>,
): CuedTarget<Id>[] {
  return (Object.keys(table) as Id[]).map((id) => ({
    id,
    cues: table[id].map(([weight, source]) => parseCue(weight, source, known)),
  }));
}

export function createClassifier(pack: PolicyPack, segment: Segment, model: LanguageModel): Classify {
  const known = new Set(conceptNames);
  const topicTable = parseAll(topicCues, known);
  const subjectTable = parseAll<SubjectId>({ ...subjectCues, unknown: [] }, known);
  const labels = pageLabels(pack);
  const findConcepts = createConceptFinder(pack, segment);
  const relative = createRelativeText(pack);
  const stepOrder = [...new Set(pack.steps.map((step) => step.topic))].filter((id) => !wholeWay.includes(id));

  return (text) => {
    const concepts = findConcepts(text);
    const { chances, detailOf } = readChances(model, relative(text));
    const named = labelsIn(text, labels);
    const score = <Id extends TopicId | SubjectId>({ id, cues }: CuedTarget<Id>): Scored<Id> => {
      const held = cues.filter((cue) => cueHolds(cue, concepts));
      const because = held.map((cue) => `${cue.source} (${cue.weight})`);
      const weights = held.map((cue) => cue.weight);
      const label = named.find((entry) => entry.topic === id);
      if (label !== undefined) {
        weights.push(label.weight);
        because.push(`page label ${label.label} (${label.weight})`);
      }
      const learnt = chances.get(id) ?? 0;
      if (learnt >= 0.05) because.push(`language model ${Math.round(learnt * 100)} %`);
      return { id, score: combine(weights), share: 0, learnt, passed: false, because };
    };
    const topics = topicTable.map(score);
    const subjects = subjectTable.map(score);
    if (passed.test(text)) weakenPassedSteps(topics, stepOrder);
    shareOut([...topics, ...subjects]);
    return { concepts, topics: ranked(topics), subjects: ranked(subjects), detailOf };
  };
}

const detailPrefix = 'unstated:';

/** The model's classes as topics and subjects: details that the notice leaves open are one subject, `unstated`. */
function readChances(
  model: LanguageModel,
  text: string,
): { chances: Map<string, number>; detailOf: TopicId | null } {
  const { chances: byClass } = model.read(text);
  const chances = new Map<string, number>();
  let detail: { of: TopicId; chance: number } | null = null;
  for (const [index, name] of model.classes.entries()) {
    const chance = byClass[index] ?? 0;
    const isDetail = name.startsWith(detailPrefix);
    const id = isDetail ? 'unstated' : name;
    chances.set(id, (chances.get(id) ?? 0) + chance);
    if (isDetail && chance > (detail?.chance ?? 0)) {
      detail = { of: name.slice(detailPrefix.length) as TopicId, chance };
    }
  }
  return { chances, detailOf: detail?.of ?? null };
}

/** Topics of the way as a whole, though the pack gives them a page too. */
const wholeWay: readonly TopicId[] = ['how-to-apply', 'after-submit'];

/** "章做好了，出来一份协议" asks about the agreement: of several pages named, the last in the pack's order is meant. */
function weakenPassedSteps(topics: Scored<TopicId>[], order: readonly TopicId[]): void {
  const named = topics
    .filter(({ id, score }) => order.includes(id) && score >= stepFloor)
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  for (const step of named.slice(0, -1)) {
    step.score *= passedStepFactor;
    step.passed = true;
    step.because.push('a later page is named');
  }
}

/** Sets every share; they add up to 1. */
function shareOut(scored: readonly Scored<TopicId | SubjectId>[]): void {
  let total = 0;
  for (const entry of scored) {
    const chance = entry.learnt * (entry.passed ? passedStepFactor ** 3 : 1) + leastChance;
    entry.share = chance * Math.exp(scoreWeight * Math.min(entry.score, scoreCeiling));
    total += entry.share;
  }
  for (const entry of scored) entry.share /= total;
}

/** Best first. Sorting is stable, so equals keep the order of the tables. */
const ranked = <Id>(scored: Scored<Id>[]): Scored<Id>[] => scored.sort((a, b) => b.share - a.share);

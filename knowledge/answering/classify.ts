import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { askingConcepts } from './concepts/asking.ts';
import { linkConcepts } from './concepts/links.ts';
import { combine, cueHolds, parseCue } from './cues/cue.ts';
import type { Cue } from './cues/cue.ts';
import { subjectCues } from './cues/subject-cues.ts';
import { topicCues } from './cues/topic-cues.ts';
import { subjectExamples } from './examples/foreign.ts';
import { topicExamples } from './examples/ours.ts';
import { createSimilarity } from './similarity.ts';
import type { Example } from './similarity.ts';
import type { SubjectId } from './subjects.ts';
import type { Segment } from './types.ts';
import { conceptNames, createConceptFinder } from './vocabulary.ts';

interface Scored<Id> {
  id: Id;
  score: number;
  /** The cues that held, for `--explain`. */
  because: string[];
}

/** All that speaks for and against an answer; nothing is decided yet. */
export interface Evidence {
  concepts: ReadonlySet<string>;
  /** Best first. */
  topics: Scored<TopicId>[];
  subjects: Scored<SubjectId>[];
}

export type Classify = (text: string) => Evidence;

/** Likeness below this is chance: any two Chinese questions share some characters. */
const likenessFloor = 0.2;
const topicLikenessWeight = 12;
const subjectLikenessWeight = 16;

/** Concepts that shape a question without saying what it is about: "什么意思" alone is like many questions. */
const shapeConcepts: ReadonlySet<string> = new Set([
  ...Object.keys(askingConcepts),
  ...Object.keys(linkConcepts),
  'purpose',
  'whoAreThey',
  'look',
]);

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

interface PageLabel {
  label: string;
  topic: TopicId;
  weight: number;
}

/** Labels that stand on just one page of the pack: naming one names the page. */
function pageLabels(pack: PolicyPack): PageLabel[] {
  const buttons = pack.steps.flatMap((step) =>
    step.buttons.map((label) => ({ label, topic: step.topic, weight: 10 })),
  );
  const menus = pack.steps.flatMap((step) =>
    step.menu.map((label) => ({ label, topic: step.topic, weight: 5 })),
  );
  const buttonTopics = (label: string): number =>
    new Set(buttons.filter((entry) => entry.label === label).map((entry) => entry.topic)).size;
  const topicsOf = (label: string): number =>
    new Set([...buttons, ...menus].filter((entry) => entry.label === label).map((entry) => entry.topic)).size;
  return [...buttons, ...menus]
    .filter(({ label }) => label.length >= 4 && (topicsOf(label) === 1 || buttonTopics(label) === 1))
    .filter((entry, index, all) => all.findIndex((other) => other.label === entry.label) === index)
    .sort((a, b) => b.label.length - a.label.length);
}

/** Labels that the text holds, the longer before the shorter: 待确认投保单 does not name the button 确认投保. */
function labelsIn(text: string, labels: readonly PageLabel[]): PageLabel[] {
  let rest = text;
  return labels.filter(({ label }) => {
    const held = rest.includes(label.toLowerCase());
    if (held) rest = rest.replaceAll(label.toLowerCase(), ' ');
    return held;
  });
}

function examplesFor(pack: PolicyPack): Example<TopicId | SubjectId>[] {
  const own = pack.faq.flatMap((entry) =>
    [...entry.questions, ...entry.questionsEn].map((text) => ({ id: entry.topic, text })),
  );
  const shared = [...Object.entries(topicExamples), ...Object.entries(subjectExamples)] as [
    TopicId | SubjectId,
    readonly string[],
  ][];
  return [...own, ...shared.flatMap(([id, texts]) => texts.map((text) => ({ id, text })))];
}

export function createClassifier(pack: PolicyPack, segment: Segment): Classify {
  const known = new Set(conceptNames);
  const topicTable = parseAll(topicCues, known);
  const subjectTable = parseAll<SubjectId>({ ...subjectCues, unknown: [] }, known);
  const labels = pageLabels(pack);
  const findConcepts = createConceptFinder(pack);
  const likenessOf = createSimilarity(examplesFor(pack), findConcepts, segment);

  return (text) => {
    const concepts = findConcepts(text);
    const likeness = likenessOf(text, concepts);
    const named = labelsIn(text, labels);
    const spoken = [...concepts].some((name) => !shapeConcepts.has(name));
    const score = <Id extends TopicId | SubjectId>(
      { id, cues }: CuedTarget<Id>,
      likenessWeight: number,
    ): Scored<Id> => {
      const held = cues.filter((cue) => cueHolds(cue, concepts));
      const because = held.map((cue) => `${cue.source} (${cue.weight})`);
      const weights = held.map((cue) => cue.weight);
      const label = named.find((entry) => entry.topic === id);
      if (label !== undefined) {
        weights.push(label.weight);
        because.push(`page label ${label.label} (${label.weight})`);
      }
      const like = likeness.get(id) ?? 0;
      const bonus = spoken ? Math.max(0, like - likenessFloor) * likenessWeight : 0;
      if (bonus > 0) because.push(`like known questions, ${like.toFixed(2)} (${bonus.toFixed(1)})`);
      return { id, score: combine(weights) + bonus, because };
    };
    return {
      concepts,
      topics: ranked(topicTable.map((target) => score(target, topicLikenessWeight))),
      subjects: ranked(subjectTable.map((target) => score(target, subjectLikenessWeight))),
    };
  };
}

/** Sorting is stable, so equal scores keep the order of the tables. */
const ranked = <Id>(scored: Scored<Id>[]): Scored<Id>[] =>
  scored.filter((entry) => entry.score > 0).sort((a, b) => b.score - a.score);

import type { PolicyPack } from '../packs/schema.ts';
import { topicIds } from '../topics.ts';
import type { TopicId } from '../topics.ts';
import { combine, cueHolds, parseCue } from './cues/cue.ts';
import type { Cue } from './cues/cue.ts';
import { subjectCues } from './cues/subject-cues.ts';
import { topicCues } from './cues/topic-cues.ts';
import { createSimilarity } from './similarity.ts';
import type { SubjectId } from './subjects.ts';
import type { Segment } from './types.ts';
import { conceptNames, createConceptFinder } from './vocabulary.ts';

export interface Scored<Id> {
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
const likenessFloor = 0.35;
const likenessWeight = 7;

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

/** Labels that stand on just one page of the pack: naming one names the page. */
function pageLabels(pack: PolicyPack): { label: string; topic: TopicId }[] {
  const buttons = pack.steps.flatMap((step) => step.buttons.map((label) => ({ label, topic: step.topic })));
  const menus = pack.steps.flatMap((step) => step.menu.map((label) => ({ label, topic: step.topic })));
  const topicsOf = (label: string): number =>
    new Set([...buttons, ...menus].filter((entry) => entry.label === label).map((entry) => entry.topic)).size;
  return [...buttons, ...menus].filter(({ label }) => label.length >= 4 && topicsOf(label) === 1);
}

export function createClassifier(pack: PolicyPack, segment: Segment): Classify {
  const known = new Set(conceptNames);
  const topicTable = parseAll(topicCues, known);
  const subjectTable = parseAll(subjectCues, known);
  const labels = pageLabels(pack);
  const findConcepts = createConceptFinder(pack);
  const similarity = createSimilarity(pack, segment);
  const order = new Map<string, number>(topicIds.map((id, index) => [id, index]));

  return (text) => {
    const concepts = findConcepts(text);
    const likeness = similarity(text);
    const topics = topicTable
      .map(({ id, cues }): Scored<TopicId> => {
        const held = cues.filter((cue) => cueHolds(cue, concepts));
        const because = held.map((cue) => `${cue.source} (${cue.weight})`);
        const weights = held.map((cue) => cue.weight);
        const label = labels.find((entry) => entry.topic === id && text.includes(entry.label.toLowerCase()));
        if (label !== undefined) {
          weights.push(10);
          because.push(`page label ${label.label} (10)`);
        }
        const like = likeness.get(id) ?? 0;
        const bonus = like > likenessFloor ? (like - likenessFloor) * likenessWeight : 0;
        if (bonus > 0) because.push(`like the pack's questions ${like.toFixed(2)} (${bonus.toFixed(1)})`);
        return { id, score: combine(weights) + bonus, because };
      })
      .filter((entry) => entry.score > 0)
      .sort((a, b) => b.score - a.score || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    const subjects = subjectTable
      .map(({ id, cues }): Scored<SubjectId> => {
        const held = cues.filter((cue) => cueHolds(cue, concepts));
        return {
          id,
          score: combine(held.map((cue) => cue.weight)),
          because: held.map((cue) => `${cue.source} (${cue.weight})`),
        };
      })
      .filter((entry) => entry.score > 0)
      .sort((a, b) => b.score - a.score);
    return { concepts, topics, subjects };
  };
}

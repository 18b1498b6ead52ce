import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { everydayExamples } from './examples/everyday.ts';
import { subjectExamples } from './examples/foreign.ts';
import { neighbourExamples } from './examples/neighbours.ts';
import { topicExamples } from './examples/ours.ts';
import { registerExamples } from './examples/registers.ts';
import { unstatedExamples } from './examples/unstated.ts';
import { createWeigher, featuresOf } from './features.ts';
import { trainLinearModel } from './linear-model.ts';
import { createSimilarity } from './similarity.ts';
import type { SubjectId } from './subjects.ts';
import { normalize } from './text/normalize.ts';
import type { Segment } from './types.ts';
import type { FindConcepts } from './vocabulary.ts';

/** How near a question is to the known ones of each matter. */
export interface Comparison {
  /** To the most alike of them, 0 to 1. */
  likeness: ReadonlyMap<TopicId | SubjectId, number>;
  /** By all that was learnt from all of them; adds up to 1. */
  chance: ReadonlyMap<TopicId | SubjectId, number>;
}

const shared = [
  topicExamples,
  everydayExamples,
  subjectExamples,
  neighbourExamples,
  registerExamples,
  { unstated: unstatedExamples },
].flatMap((table) => Object.entries(table) as [TopicId | SubjectId, readonly string[]][]);

/** All questions whose matter is known: the pack's own ways of asking, and those that hold for any pack. */
export function knownQuestions(pack: PolicyPack): { id: TopicId | SubjectId; text: string }[] {
  const own = pack.faq.flatMap((entry) =>
    [...entry.questions, ...entry.questionsEn].map((text) => ({ id: entry.topic, text })),
  );
  return [...own, ...shared.flatMap(([id, texts]) => texts.map((text) => ({ id, text })))];
}

export function createKnownQuestions(
  pack: PolicyPack,
  findConcepts: FindConcepts,
  segment: Segment,
): (text: string, concepts: ReadonlySet<string>) => Comparison {
  const known = knownQuestions(pack).map(({ id, text }) => {
    const plain = normalize(text);
    return { id, names: featuresOf(plain, findConcepts(plain), segment) };
  });
  const weigh = createWeigher(known.map(({ names }) => names));
  const samples = known.map(({ id, names }) => ({ id, features: weigh(names) }));
  const likenessOf = createSimilarity(samples);
  const chanceOf = trainLinearModel(samples);
  return (text, concepts) => {
    const features = weigh(featuresOf(text, concepts, segment));
    return { likeness: likenessOf(features), chance: chanceOf(features) };
  };
}

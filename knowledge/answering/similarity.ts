import type { PolicyPack } from '../packs/schema.ts';
import type { TopicId } from '../topics.ts';
import { normalize } from './text/normalize.ts';
import type { Segment } from './types.ts';

/** Likeness of a question to the pack's own ways of asking, 0 to 1 a topic. */
export type Similarity = (text: string) => Map<TopicId, number>;

/** Words and character pairs of a text: words carry meaning, pairs survive a bad cut and a misspelling. */
function featuresOf(text: string, segment: Segment): string[] {
  const features: string[] = [];
  for (const word of segment(text))
    if (/[\p{L}\p{N}]/u.test(word) && word.length > 1) features.push(`w:${word}`);
  const chars = [...text.replace(/[^\p{L}\p{N}]+/gu, '')];
  if (/[\u4E00-\u9FFF]/.test(text)) {
    for (let at = 0; at + 1 < chars.length; at++) features.push(`${chars[at] ?? ''}${chars[at + 1] ?? ''}`);
  }
  return features;
}

export function createSimilarity(pack: PolicyPack, segment: Segment): Similarity {
  const variants = pack.faq.flatMap((entry) =>
    [...entry.questions, ...entry.questionsEn].map((question) => ({
      topic: entry.topic,
      features: new Set(featuresOf(normalize(question), segment)),
    })),
  );
  const counts = new Map<string, number>();
  for (const variant of variants)
    for (const feature of variant.features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const weightOf = (feature: string): number =>
    Math.log(1 + variants.length / (1 + (counts.get(feature) ?? 0)));
  const postings = new Map<string, number[]>();
  const norms = variants.map((variant, index) => {
    let norm = 0;
    for (const feature of variant.features) {
      norm += weightOf(feature) ** 2;
      const posting = postings.get(feature);
      if (posting === undefined) postings.set(feature, [index]);
      else posting.push(index);
    }
    return Math.sqrt(norm);
  });

  return (text) => {
    const dots = new Map<number, number>();
    let norm = 0;
    for (const feature of new Set(featuresOf(text, segment))) {
      const squared = weightOf(feature) ** 2;
      norm += squared;
      for (const index of postings.get(feature) ?? []) dots.set(index, (dots.get(index) ?? 0) + squared);
    }
    const best = new Map<TopicId, number>();
    for (const [index, dot] of dots) {
      const variant = variants[index];
      if (variant === undefined) continue;
      const cosine = dot / (Math.sqrt(norm) * (norms[index] ?? 1));
      if (cosine > (best.get(variant.topic) ?? 0)) best.set(variant.topic, cosine);
    }
    return best;
  };
}

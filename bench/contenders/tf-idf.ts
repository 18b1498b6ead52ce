import type { Segment } from '../../knowledge/answering/types.ts';
import { mostHits } from '../contender.ts';
import type { OpenContender } from '../contender.ts';
import { wordsOf } from '../plain-text.ts';

type Vector = Map<string, number>;

/** The plainest of all: the cosine between TF-IDF vectors of jieba's words, of the texts nearest to the question. */
export const tfIdfWith =
  (segment: Segment): OpenContender =>
  (texts) => {
    const counted = texts.map(({ text }) => countOf(wordsOf(text, segment)));
    const textsWith = new Map<string, number>();
    for (const counts of counted) {
      for (const word of counts.keys()) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
    }
    const weigh = (counts: Vector): Vector => {
      const weights = [...counts].map(([word, count]): [string, number] => [
        word,
        (1 + Math.log(count)) * Math.log((1 + texts.length) / (1 + (textsWith.get(word) ?? 0))),
      ]);
      const length = Math.hypot(...weights.map(([, weight]) => weight));
      return new Map(length === 0 ? [] : weights.map(([word, weight]) => [word, weight / length]));
    };
    const postings = new Map<string, { at: number; weight: number }[]>();
    for (const [at, counts] of counted.entries()) {
      for (const [word, weight] of weigh(counts)) {
        const held = postings.get(word);
        if (held === undefined) postings.set(word, [{ at, weight }]);
        else held.push({ at, weight });
      }
    }
    return {
      name: 'TF-IDF + jieba',
      texts: texts.length,
      search(question) {
        const cosines = new Map<number, number>();
        for (const [word, ofQuestion] of weigh(countOf(wordsOf(question, segment)))) {
          for (const { at, weight } of postings.get(word) ?? []) {
            cosines.set(at, (cosines.get(at) ?? 0) + weight * ofQuestion);
          }
        }
        return [...cosines]
          .sort(([a, x], [b, y]) => y - x || a - b)
          .slice(0, mostHits)
          .map(([at, score]) => ({ label: texts[at]?.label ?? 'foreign', score }));
      },
    };
  };

function countOf(words: readonly string[]): Vector {
  const counts: Vector = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

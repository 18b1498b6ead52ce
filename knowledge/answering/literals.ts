const meta = /[\\^$.*+?()[\]{}]/;

/** Splits pattern sources into plain words, which one pass over the text can find, and true patterns. */
export function splitSources(sources: readonly string[]): { words: string[]; patterns: string[] } {
  const words = sources.filter((source) => !meta.test(source)).flatMap((source) => source.split('|'));
  return {
    words: words.filter((word) => word !== ''),
    patterns: sources.filter((source) => meta.test(source)),
  };
}

/** The places between the words of a text, as the segmenter cuts it. */
export function wordBorders(words: readonly string[]): Set<number> {
  const borders = new Set<number>([0]);
  let at = 0;
  for (const word of words) {
    at += word.length;
    borders.add(at);
  }
  return borders;
}

/** Pieces of two neighbouring words are no word: 家财 in 国家财政, 人保 in 私人保险. */
const straddles = (text: string, from: number, to: number, borders: ReadonlySet<number>): boolean =>
  to - from === 2 &&
  /[\u4E00-\u9FFF]/.test(text.charAt(from)) &&
  !borders.has(from) &&
  !borders.has(to) &&
  borders.has(from + 1);

/** Finds in one pass which of many words a text holds, and reports the concepts that they stand for. */
export function createWordFinder(wordsOf: Iterable<readonly [string, readonly string[]]>) {
  const byFirst = new Map<string, { word: string; concept: string }[]>();
  for (const [concept, words] of wordsOf) {
    for (const word of words) {
      const first = word.charAt(0);
      const bucket = byFirst.get(first);
      if (bucket === undefined) byFirst.set(first, [{ word, concept }]);
      else bucket.push({ word, concept });
    }
  }
  return (text: string, found: Set<string>, borders: ReadonlySet<number>): void => {
    for (let at = 0; at < text.length; at++) {
      for (const { word, concept } of byFirst.get(text.charAt(at)) ?? []) {
        if (found.has(concept) || !text.startsWith(word, at)) continue;
        if (!straddles(text, at, at + word.length, borders)) found.add(concept);
      }
    }
  };
}

/** A name as a pattern that means the name itself. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const meta = /[\\^$.*+?()[\]{}]/;

/** Splits pattern sources into plain words, which one pass over the text can find, and true patterns. */
export function splitSources(sources: readonly string[]): { words: string[]; patterns: string[] } {
  const words = sources.filter((source) => !meta.test(source)).flatMap((source) => source.split('|'));
  return {
    words: words.filter((word) => word !== ''),
    patterns: sources.filter((source) => meta.test(source)),
  };
}

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
  return (text: string, found: Set<string>): void => {
    for (let at = 0; at < text.length; at++) {
      for (const { word, concept } of byFirst.get(text.charAt(at)) ?? []) {
        if (!found.has(concept) && text.startsWith(word, at)) found.add(concept);
      }
    }
  };
}

import type { Segment } from '../knowledge/answering/types.ts';

/** The form in which the libraries get every text: full-width characters and capitals would only cost them. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Words of a text as the segmenter cuts it, without punctuation. */
export const wordsOf = (text: string, segment: Segment): string[] =>
  segment(plainText(text)).filter((word) => /[\p{L}\p{N}]/u.test(word));

import type { LanguageModel } from '../answering/language-model/model.ts';
import { normalize } from '../answering/text/normalize.ts';
import type { Alike } from './types.ts';

/** Texts whose vectors are kept: a comparison with a whole queue reads each of its texts once. */
const kept = 500;

/** How alike two texts are by the language model: the dot product of their unit vectors. */
export function createAlike(model: Pick<LanguageModel, 'read'>): Alike {
  const vectors = new Map<string, Float32Array>();
  const vectorOf = (text: string): Float32Array => {
    const known = vectors.get(text);
    if (known !== undefined) return known;
    const { vector } = model.read(normalize(text));
    if (vectors.size >= kept) vectors.clear();
    vectors.set(text, vector);
    return vector;
  };
  return (left, right) => {
    const other = vectorOf(right);
    return vectorOf(left).reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
  };
}

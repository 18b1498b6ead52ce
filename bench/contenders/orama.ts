import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import { mostHits } from '../contender.ts';
import type { Label, OpenContender } from '../contender.ts';
import { plainText } from '../plain-text.ts';

/** Orama (BM25) with its own tokenizer for Chinese. */
export const openOrama: OpenContender = async (texts) => {
  const index = create({
    schema: { text: 'string' },
    components: { tokenizer: createTokenizer() },
  });
  const labels = new Map<string, Label>();
  const documents = texts.map(({ label, text }, i) => {
    labels.set(String(i), label);
    return { id: String(i), text: plainText(text) };
  });
  await insertMultiple(index, documents, 1000);
  return {
    name: 'Orama + mandarin',
    texts: texts.length,
    async search(question) {
      const { hits } = await search(index, {
        term: plainText(question),
        properties: ['text'],
        limit: mostHits,
      });
      return hits.map(({ id, score }) => ({ label: labels.get(id) ?? 'foreign', score }));
    },
  };
};
